import { describe, expect, it } from 'vitest';
import type { Result, ResultRow } from '../../../../src/result/result.ts';
import { lines } from '../../../ingest/ingest-files.ts';
import { trackOf } from '../../run-track.ts';

const targets = lines(
  'Level,Target Owner,Parent,Metric,Period Start,Period End,Target Value',
  'Company,All,,Revenue,2026-01-01,2026-01-31,1000',
  'Rep,Jae,All,Revenue,2026-01-01,2026-01-31,600',
  'Rep,Tom,All,Revenue,2026-01-01,2026-01-31,300',
  'Rep,New,All,Revenue,2026-01-01,2026-01-31,100',
  'Rep,Jae,All,Visits,2026-01-01,2026-01-31,5',
  'Rep,Tom,All,Profit,2026-01-01,2026-01-31,0',
);
const reps = lines('Name,Team,Joined On', 'Jae,North,2020-01-01', 'Tom,North,2021-01-01', 'New,North,2026-01-12');
const orders = lines(
  'Order ID,Customer ID,Order Date,Sales Rep,Amount,Profit,Split %',
  '1,A,2026-01-05,Jae,400,40,50%',
  '1,A,2026-01-05,Tom,400,40,50%',
  '2,B,2026-01-12,Jae,100,10,100%',
  '3,C,2026-01-15,New,40,4,100%',
);

const files = { 'targets.csv': targets, 'reps.csv': reps, 'orders.csv': orders };

function rowsOf(result: Result, id: string): ResultRow[] {
  const section = result.sections.find((each) => each.id === id);
  return section?.kind === 'table' ? [...section.rows] : [];
}

describe('targets track', () => {
  it('gives shared sales to each rep by share, and the company once', async () => {
    const rows = rowsOf(await trackOf(files, { asOf: '2026-01-15' }), 'attainment');
    const revenue = rows.filter((row) => row['metric_code'] === 'revenue').map(({ owner, actual }) => [owner, actual]);
    expect(revenue).toEqual([
      ['All', 540],
      ['Jae', 300],
      ['Tom', 200],
      ['New', 40],
    ]);
    const [all, people] = rowsOf(await trackOf(files, { asOf: '2026-01-15' }), 'roll_up').filter((row) => row['metric_code'] === 'revenue');
    expect([all!['actual'], people!['actual'], people!['attainment']]).toEqual([540, 540, 0.54]);
  });

  it('says how the company stands, who is behind, and what is needed a day', async () => {
    const { answer } = await trackOf(files, { asOf: '2026-01-15' });
    expect(answer).toEqual([
      'January 2026: the company stands at 540 of 1,000 (54%), 460 short, with 50% of the working days gone; at this rate 1,080 by its end (no forecast: fewer than three comparable periods before).',
      'None of the 3 reps is behind.',
    ]);
    const chinese = await trackOf(files, { asOf: '2026-01-26', lang: 'zh-CN' });
    expect(chinese.answer).toEqual([
      '2026 年 1 月：公司完成 540，目标 1,000（达成 54%），缺口 460，工作日已过 82%；按目前日均期末约 660（不作预测：此前可比时段不足三个）。',
      '3 名销售中 3 名落后，缺口最大的是 Jae（达成 50%，缺口 300）、Tom（达成 67%，缺口 100）、New（达成 40%，缺口 60）。',
      '建议：缺口最大者（Jae）余下每个工作日需完成 75（此前日均 16.67）：请与落后人员逐一过在手商机与到期订单。',
    ]);
  });

  it('says of a period that is over that nobody missed by much', async () => {
    const over = {
      'orders.csv':
        'order_id,customer_id,customer,date,amount,rep\n1,C1,Acme,2026-01-05,95,Ann\n2,C2,Blue,2026-01-06,100,Ben\n3,C1,Acme,2026-02-03,1,Ann\n',
      'targets.csv': 'owner,level,period,target\nAnn,rep,2026-01,100\nBen,rep,2026-01,100\n',
    };
    const answerIn = async (lang: 'en' | 'zh-CN') =>
      (await trackOf(over, { asOf: '2026-02-03', period: { from: '2026-01-01', to: '2026-02-01' }, lang })).answer.join('\n');
    expect(await answerIn('en')).toContain('None of the 2 reps missed it by more than a tenth.');
    expect(await answerIn('zh-CN')).toContain('2 名销售无一低于目标的 90%。');
  });

  it('counts the time of who joined from then, and says so', async () => {
    const row = rowsOf(await trackOf(files, { asOf: '2026-01-15' }), 'attainment').find(({ owner }) => owner === 'New');
    expect(row).toMatchObject({
      time_progress: 4 / 15,
      note: 'joined on 2026-01-12: time counts from then; 68% of the working days, so 68.18 would be due: 59% of that',
    });
  });

  it('refuses a period that has not begun', async () => {
    await expect(trackOf(files, { asOf: '2026-01-15', period: { from: '2026-03-01', to: '2026-04-01' } })).rejects.toMatchObject({
      code: 'period-not-begun',
    });
  });

  it('says why a metric has no actual, and that a target of zero has no attainment', async () => {
    const { findings, sections } = await trackOf(files, { asOf: '2026-01-15' });
    const codes = findings.map(({ code }) => code).filter((code) => code.startsWith('target-'));
    expect(codes).toEqual(['target-data-missing', 'target-values-blank']);
    expect(findings.find(({ code }) => code === 'target-data-missing')?.message).toBe(
      '1 target for visits cannot be measured: no file has activities.at',
    );
    const attained = sections.find(({ id }) => id === 'attainment');
    const rows = attained?.kind === 'table' ? [...attained.rows] : [];
    expect(rows.find((row) => row['metric_code'] === 'profit')).toMatchObject({ standing_code: 'zero_target', attainment: null, gap: -20 });
    expect(rows.find((row) => row['metric_code'] === 'visits')).toMatchObject({
      standing_code: 'unknown',
      actual: null,
      note: 'no file tells of this metric',
    });
  });

  it('gives what is over without a forecast', async () => {
    const result = await trackOf(files, { asOf: '2026-02-10', period: { from: '2026-01-01', to: '2026-02-01' } });
    expect(result.answer[0]).toBe('January 2026: the company reached 540 of 1,000 (54%), 460 short.');
    expect(rowsOf(result, 'attainment').every(({ forecast, needed_per_day: needed }) => forecast === null && needed === null)).toBe(true);
    expect(rowsOf(result, 'trend')).toMatchObject([{ period: 'January 2026', actual: 540, target: 1000, is_over: true }]);
  });

  it('finds targets of owners that nobody is, and of a unit that is not said', async () => {
    const unknown = lines(
      'Target Owner,Period Start,Period End,Target Value',
      '991,2026-01-01,2026-01-31,300',
      '992,2026-01-01,2026-01-31,200',
    );
    const sold = lines('Order ID,Customer ID,Order Date,Sales Rep,Amount', '1,A,2026-01-05,Jae,540000');
    const { findings, answer } = await trackOf({ 'targets.csv': unknown, 'orders.csv': sold }, { asOf: '2026-01-31' });
    expect(findings.find(({ code }) => code === 'target-owners-unknown')?.message).toBe(
      'no other file knows any of the 2 owners of targets, such as 991: nothing tells what counts for them; their names or numbers may be those of another system',
    );
    expect(findings.find(({ code }) => code === 'target-unit-doubtful')?.message).toContain('about 1/1,000 of what was reached');
    expect(answer[0]).toContain('2 of 2 targets are of owners that match no rep');
  });

  it('refuses files without targets, and periods without any', async () => {
    await expect(trackOf({ 'orders.csv': orders })).rejects.toMatchObject({ code: 'no-targets' });
    await expect(trackOf(files, { period: { from: '2024-01-01', to: '2024-02-01' } })).rejects.toMatchObject({ code: 'no-targets' });
  });
});
