import { describe, expect, it } from 'vitest';
import { addMonths } from '../../../../src/lib/dates.ts';
import { rowsIn, splitOf, type SplitSettings } from '../../run-split.ts';

/** Two years of orders of three reps, who bring 6 : 3 : 1, heating nine times as much in December. */
function ordersCsv(months = 24): string {
  const lines = Array.from({ length: months }, (_, index) => addMonths('2027-01-05', index - months)).flatMap((day, index) => {
    const december = day.slice(5, 7) === '12';
    return [
      `A${index},Acme,${day},${december ? 5400 : 600},Ann,Heating`,
      `B${index},Bolt,${day},300,Bob,Tools`,
      `C${index},Corp,${day},100,Cleo,Tools`,
    ];
  });
  return ['Order ID,Customer ID,Order Date,Amount,Sales Rep,Category', ...lines].join('\n');
}

const repsCsv = [
  'Name,Team,Manager,Joined On,Capacity',
  'Ann,North,Max,2020-01-01,10',
  'Bob,North,Max,2020-01-01,20',
  'Cleo,South,Max,2020-01-01,30',
].join('\n');

const split = (settings: SplitSettings = {}, files: Readonly<Record<string, string>> = {}) =>
  splitOf({ 'orders.csv': ordersCsv(), 'reps.csv': repsCsv, ...files }, { asOf: '2026-12-31', ...settings });

const codes = async (result: ReturnType<typeof split>): Promise<string[]> =>
  (await result).findings.map(({ code }) => code).filter((code) => code.startsWith('split-'));

describe('targets split', () => {
  it('says the number, how it was split, who gets what change, and what to do', async () => {
    const { answer, period } = await split({ number: 24_000 });
    expect(period).toEqual({ from: '2027-01-01', to: '2028-01-01' });
    expect(answer).toEqual([
      '24,000 for 2027 (+42.9% on the last twelve months, 16,800) is split to 2 teams, 3 reps and 12 months by the last twelve months and, by month, the seasonality of past orders; all sums are exact, in steps of 1.',
      'On last year all 3 reps get about +43%, as shares are those of last year (--by history:0.7,potential:0.3 moves targets to where the potential is). The largest month is December (25.8%), the smallest January (6.7%); held out, this season put 13.1% of the year into the wrong month, even months 26.2%.',
      'To do: go through the section by_owner with the teams; --section targets --out targets-2027.csv writes the targets file.',
    ]);
    expect((await split({ number: 24_000, lang: 'zh-CN' })).answer).toEqual([
      '2027 年 24,000（较近 12 个月 16,800 +42.9%），按近 12 个月业绩（份额）与历史季节性（月份）分解到 2 个团队、3 名销售、12 个月，各级各月合计精确，以 1 为单位取整。',
      '3 名销售较上年均约 +43%，因为份额即上年占比（--by history:0.7,potential:0.3 可向潜力大的客户倾斜）。占比最高的是 12 月（25.8%），最低的是 1 月（6.7%）；留出 1 年检验，落在错误月份的比例为 13.1%，各月平均为 26.2%。',
      '建议：与各团队核对 by_owner 部分；--section targets --out targets-2027.csv 可写出目标文件。',
    ]);
  });

  it('names the number where none was given, and the seasonal product where products get targets', async () => {
    const { answer } = await split({ split: { levels: ['product'] } });
    expect(answer[0]).toBe(
      'No number was given: the last twelve months (16,800) with no growth (last year 0%; --growth sets it) make 16,800 for 2027, which is split to 2 products and 12 months by the seasonality of past orders; all sums are exact, in steps of 1.',
    );
    expect(answer[2]).toMatch(
      /^Heating is seasonal: from October to December it sold 3\.7 times as much a month as in the rest of the year \(in 2 years of orders\); its targets follow that: [\d,]+ a month in the season, [\d,]+ outside\.$/,
    );
  });

  it('says who is asked most and least where shares differ from last year', async () => {
    const { answer } = await split({ number: 16_800, split: { by: 'capacity' } });
    expect(answer[1]).toMatch(/^On last year the most is asked of Cleo \+600% \(to 8,400\), the least of Ann −77% \(to 2,800\)\./);
  });

  it('has one row an owner with quarters and months that add up', async () => {
    const result = await split({ number: 24_001 });
    const rows = rowsIn(result, 'by_owner');
    expect(rows.map(({ level, level_code: code, owner, parent }) => [level, code, owner, parent])).toEqual([
      ['Company', 'company', 'Company', null],
      ['Team', 'team', 'North', 'Company'],
      ['Rep', 'rep', 'Ann', 'North'],
      ['Rep', 'rep', 'Bob', 'North'],
      ['Team', 'team', 'South', 'Company'],
      ['Rep', 'rep', 'Cleo', 'South'],
    ]);
    for (const row of rows) {
      const sumOf = (pattern: RegExp): number =>
        Object.entries(row).reduce((sum, [id, value]) => sum + (pattern.test(id) ? Number(value) : 0), 0);
      expect(sumOf(/^t\d{4}_q\d$/)).toBe(row['total']);
      expect(sumOf(/^t\d{4}_\d\d$/)).toBe(row['total']);
    }
  });

  it('follows the targets of the company in the files, and says which months have none', async () => {
    const targets = [
      'Level,Target Owner,Metric,Period,Target Value',
      ...['2027-01', '2027-02', '2027-04'].map((month) => `Company,Acme Ltd,Revenue,${month},1000`),
    ];
    const result = split({}, { 'targets.csv': targets.join('\n') });
    expect((await result).answer[0]).toMatch(
      /^The company's targets in the files, 3,000 for 2027-01-01 to 2027-04-30 \(−82.1% on the last twelve months, 16,800\), are split to/,
    );
    expect(await codes(result)).toEqual(['split-months-missing']);
    expect(rowsIn(await result, 'targets')[0]).toMatchObject({ level: 'Company', owner: 'Acme Ltd', parent: null, value: 1000 });
  });

  it('says what could not be kept or is not known', async () => {
    expect(await codes(split({ number: 24_000, split: { cap: 0.5 } }))).toEqual(['split-bounds-given-up']);
    const limits = [
      { owner: 'South', least: 0, most: 100 },
      { owner: 'Cleo', least: 500 },
      { owner: 'Nobody', most: 5 },
    ];
    expect(await codes(split({ number: 24_000, split: { limits } }))).toEqual(['split-limits-conflict', 'split-limit-unknown']);
    expect(await codes(split({ number: 24_000 }, { 'orders.csv': ordersCsv(12) }))).toEqual(['split-season-untested']);
    expect(await codes(split({ number: 24_000 }, { 'orders.csv': ordersCsv(6) }))).toEqual(['split-season-unknown']);
    expect(
      await codes(
        split({
          number: 24_000,
          split: { season: 'working-days' },
          calendar: { holidays: 'cn' },
          period: { from: '2090-01-01', to: '2091-01-01' },
        }),
      ),
    ).toEqual(['split-holidays-unknown']);
    const bare = ordersCsv().replaceAll(/,(Ann|Bob|Cleo|Sales Rep),/g, ',');
    const alone = splitOf({ 'orders.csv': bare }, { asOf: '2026-12-31', number: 24_000, split: { by: 'capacity' } });
    expect(await codes(alone)).toEqual(['split-owners-unknown', 'split-basis-unknown']);
    expect(rowsIn(await alone, 'by_owner')).toHaveLength(1);
  });

  it('gives who left nothing and says what that was', async () => {
    const orders = `${ordersCsv()}\nX1,Acme,2026-02-03,5000,Zed,Tools`;
    const result = await split({ number: 24_000 }, { 'orders.csv': orders });
    expect(result.findings.find(({ code }) => code === 'split-reps-left')?.message).toBe(
      'no target for Zed: in no list of reps and without a sale in 6 months; the 5,000 of the last twelve months are asked of the others',
    );
    expect(rowsIn(result, 'weights').map(({ owner, gets_code: gets }) => [owner, gets])).toEqual([
      ['Ann', 'gets'],
      ['Bob', 'gets'],
      ['Cleo', 'gets'],
      ['Zed', 'left'],
    ]);
  });

  it('says where the learned season does no better than even months', async () => {
    const lines = Array.from({ length: 24 }, (_, index) => {
      const day = addMonths('2027-01-05', index - 24);
      return `A${index},Acme,${day},${day.slice(5, 7) === (index < 12 ? '03' : '09') ? 900 : 100},Ann,Tools`;
    });
    const result = split(
      { number: 24_000 },
      { 'orders.csv': ['Order ID,Customer ID,Order Date,Amount,Sales Rep,Category', ...lines].join('\n') },
    );
    expect(await codes(result)).toEqual(['split-season-not-better']);
  });

  it('refuses what is none of whole months, and files without anything to split by', async () => {
    await expect(split({ number: 1, period: { from: '2027-01-10', to: '2027-02-01' } })).rejects.toMatchObject({
      code: 'period-not-months',
    });
    await expect(splitOf({ 'reps.csv': repsCsv }, { number: 1 })).rejects.toMatchObject({ code: 'nothing-to-split' });
  });

  it('says of orders that do not help why: they are of the running month alone, or none of them counts', async () => {
    const running = 'order_id,customer_id,date,amount,rep\n1,C1,2026-12-03,100,Amy\n2,C2,2026-12-10,50,Jae\n';
    await expect(splitOf({ 'orders.csv': running })).rejects.toThrow(
      'the orders (2026-12-03 to 2026-12-10) are all of the month that is running: there is no month to make a number of',
    );
    const bare = 'order_id,date,amount,rep\n1,2026-11-03,100,Amy\n2,2026-12-10,50,Jae\n';
    await expect(splitOf({ 'orders.csv': bare })).rejects.toThrow(
      /needs orders with a customer and a date; none is among the rows used of .*0\/2: no customer \(2\)/,
    );
  });
});
