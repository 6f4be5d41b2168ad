import { describe, expect, it } from 'vitest';
import { type Result, resultSchema } from '../../../src/result/result.ts';
import { lines } from '../../ingest/ingest-files.ts';
import { explainFiles, facts, scoreFiles, table } from '../run-score.ts';

const files = {
  'orders.csv': lines(
    '订单编号,客户编号,下单日期,金额',
    'S1,C1,2025-03-01,100',
    'S2,C1,2025-06-01,300',
    'S3,C2,2025-01-15,80',
    'S4,C1,2025-09-01,200',
    'S5,C3,2025-09-20,1000',
    'S6,C9,2025-02-01,5',
    'S7,C1,2025-13-01,7',
  ),
  'customers.csv': lines('客户编号,客户名称,负责人', 'C1,华创科技,张三', 'C2,同名公司,李四', 'C3,同名公司,王五', 'C9,C2,赵六'),
};

describe('explain', () => {
  it('is a valid Result that takes the score apart: 50 and the contributions add up to it', async () => {
    const result = await explainFiles(files, 'C1');
    expect(resultSchema.safeParse(result).error).toBeUndefined();
    const all = table(result, 'factors').rows;
    const factors = all.slice(1, -1);
    const score = facts(result, 'customer').get('score')?.value;
    expect([all[0], all.at(-1)]).toMatchObject([
      { factor: 'base', contribution: 50 },
      { factor: 'score', contribution: score },
    ]);
    expect(factors.reduce((sum, row) => sum + Number(row['contribution'] ?? 0), 50)).toBeCloseTo(Number(score), 9);
    const known = factors.filter((row) => row['points'] !== null);
    const weights = known.reduce((sum, row) => sum + Number(row['weight']), 0);
    expect(known.reduce((sum, row) => sum + Number(row['points']) * Number(row['weight']), 0) / weights).toBeCloseTo(Number(score), 9);
    expect(factors.find((row) => row['factor'] === 'revenue')).toMatchObject({ value: 600, customers: 4, weight: 20 });
  });

  it('says the same as the ranking', async () => {
    const row = table(await scoreFiles(files), 'ranking').rows.find((candidate) => candidate['customer_id'] === 'C1');
    const explained = facts(await explainFiles(files, 'C1'), 'customer');
    for (const id of [
      'score',
      'rank',
      'tier',
      'coverage',
      'revenue',
      'orders',
      'recency_days',
      'rfm_segment',
      'revenue_share',
      'next_order_on',
      'owner',
    ])
      expect(explained.get(id)?.value).toEqual(row?.[id]);
  });

  it('names the lines of the files that count', async () => {
    const result = await explainFiles(files, 'C1');
    expect(table(result, 'sources').rows.map((row) => [row['role'], row['rows'], row['lines']])).toEqual([
      ['customers', 1, '2'],
      ['orders', 3, '2–3, 5'],
    ]);
  });

  it('names no file as a source that no figure is computed from', async () => {
    const deals = {
      ...files,
      'deals.csv': lines('Deal ID,Account Name,Customer ID,Deal Stage,Amount,Close Date', 'D1,A,C1,Lost,10,2025-06-01'),
    };
    expect(table(await explainFiles(deals, 'C1'), 'sources').rows.map(({ role }) => role)).toEqual(['customers', 'orders']);
  });

  it('names the rows of each factor from the table its value comes from', async () => {
    const rated = { ...files, 'customers.csv': lines('客户编号,客户名称,满意度', 'C1,华创科技,4', 'C3,乙,5') };
    const factors = table(await explainFiles(rated, 'C1'), 'factors');
    expect(factors.columns.map((column) => column.id)).toEqual([
      'factor',
      'title',
      'value',
      'points',
      'rows',
      'shown',
      'weight',
      'contribution',
      'customers',
      'meaning',
    ]);
    const rows = new Map(factors.rows.map((row) => [row['factor'], row['rows']]));
    expect(rows.get('revenue')).toMatch(/^Orders .*orders\.csv: 2–3, 5$/);
    expect(rows.get('growth')).toBeNull();
    expect(rows.get('csat')).toMatch(/^Customers .*customers\.csv: 2$/);
    // Of no customer there is an answer in the customer file.
    expect(rows.has('nps')).toBe(false);
  });

  it('takes the rows of won opportunities where no orders are given, and of summary columns where there are neither', async () => {
    const deals = lines(
      'Deal ID,Account Name,Deal Stage,Amount,Close Date',
      'D1,A,Closed Won,10,2026-01-01',
      'D2,B,Lost,20,2026-03-01',
      'D3,B,Closed Won,5,2026-03-01',
    );
    const won = table(await explainFiles({ 'deals.csv': deals }, 'A'), 'factors').rows;
    expect(won.find((row) => row['factor'] === 'revenue')?.['rows']).toMatch(/^Opportunities .*deals\.csv: 2$/);
    const summary = lines('Customer ID,Name,Revenue,Orders,Last Order Date', 'A,Acme,100,4,2026-01-05', 'B,Bolt,300,2,2026-02-05');
    const given = table(await explainFiles({ 'customers.csv': summary }, 'B'), 'factors').rows;
    expect(given.find((row) => row['factor'] === 'recency')).toMatchObject({
      value: 0,
      rows: expect.stringMatching(/^Customers .*customers\.csv: 3$/) as string,
    });
  });

  it('passes the findings about the files on, as score does', async () => {
    const known = async (result: Promise<Result>) => (await result).findings.map(({ code, line, count }) => [code, line, count]);
    expect(await known(explainFiles(files, 'C1'))).toContainEqual(['date-invalid', 8, 1]);
    expect(await known(explainFiles(files, 'C1'))).toEqual(await known(scoreFiles(files)));
  });

  it('knows a customer by a name that only one has; an id goes before a name', { tags: ['slow'] }, async () => {
    expect(facts(await explainFiles(files, '华创科技'), 'customer').get('customer_id')?.value).toBe('C1');
    expect(facts(await explainFiles(files, 'C2'), 'customer').get('customer_id')?.value).toBe('C2');
  });

  it('asks for the id where several customers have the name', async () => {
    await expect(explainFiles(files, '同名公司')).rejects.toMatchObject({
      code: 'customer-ambiguous',
      exit: 'usage',
      text: { en: '2 customers are called 同名公司' },
      choices: ['C2  同名公司 · 李四', 'C3  同名公司 · 王五'],
    });
  });

  it('suggests the customer that was meant', { tags: ['slow'] }, async () => {
    await expect(explainFiles(files, '华创科枝')).rejects.toMatchObject({
      code: 'customer-unknown',
      exit: 'usage',
      fix: { en: 'did you mean 华创科技?' },
    });
    for (const word of ['NaN', '散客'])
      await expect(explainFiles(files, word)).rejects.toMatchObject({
        code: 'customer-unknown',
        fix: { en: 'to count placeholders as customers: --keep-placeholders' },
      });
    await expect(explainFiles(files, "x' or '1'='1")).rejects.toMatchObject({ code: 'customer-unknown' });
  });
});
