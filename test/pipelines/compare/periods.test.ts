// @module-tag slow
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import { spanOf } from '../../../src/lib/periods.ts';
import { lines } from '../../ingest/ingest-files.ts';
import { comparedIn, compareFiles, type CompareSettings } from '../run-compare.ts';
import { columnOf, facts, table } from '../run-score.ts';

const head = '订单编号,客户编号,下单日期,金额';
const files = {
  'orders.csv': lines(
    head,
    'S1,A,2025-03-10,10',
    'S2,A,2026-01-20,20',
    'S3,B,2026-02-03,30',
    'S4,A,2026-03-05,40',
    'S5,B,2026-03-20,50',
    'S6,C,2026-03-10,60',
  ),
};

async function periodsOf(settings: CompareSettings): Promise<string[]> {
  const { before, after } = (await comparedIn(files, settings)).periods;
  return [spanOf(before), spanOf(after)];
}

describe('the periods of a comparison', () => {
  it('are the last months that are over and as many before, no fewer than the typical cycle where the orders reach back that far', async () => {
    // A bought every 180 days, B 45 days apart, 112.5 in the middle: twelve months would be right, and the orders reach back far enough for three.
    expect(await periodsOf({})).toEqual(['2025-09-01..2025-11-30', '2025-12-01..2026-02-28']);
    expect(await periodsOf({ asOf: '2026-03-31' })).toEqual(['2025-10-01..2025-12-31', '2026-01-01..2026-03-31']);
    const every = (days: number, count: number): Record<string, string> => ({
      'orders.csv': lines(head, ...Array.from({ length: count }, (_, index) => `S${index},A,${addDays('2026-10-31', -index * days)},10`)),
    });
    const usual = async (days: number, count: number) => (await comparedIn(every(days, count), {})).periods.usual;
    expect(await usual(31, 20)).toEqual({ months: 1, cycleDays: 31, isCut: false });
    expect(await usual(32, 20)).toEqual({ months: 3, cycleDays: 32, isCut: false });
    expect(await usual(93, 12)).toEqual({ months: 12, cycleDays: 93, isCut: false });
    expect(await usual(93, 5)).toEqual({ months: 3, cycleDays: 93, isCut: true });
    expect(await usual(93, 2)).toEqual({ months: 1, cycleDays: 93, isCut: true });
  });

  it('are said in the first sentence with what they were chosen by', async () => {
    const { answer } = await compareFiles(files, { lang: 'en' });
    expect(answer[0]).toMatch(
      /\(three months against three: repeat customers usually order every 113 days, but the orders do not reach back far enough for longer periods\)\.$/,
    );
    expect((await compareFiles(files, { period: '2026-02' })).answer[0]).not.toMatch(/usually order/);
  });

  it('are others where they are given', async () => {
    expect(await periodsOf({ period: '2026-03', against: 'year-ago', asOf: '2026-03-31' })).toEqual([
      '2025-03-01..2025-03-31',
      '2026-03-01..2026-03-31',
    ]);
    expect(await periodsOf({ period: '2026-03', against: '2026-01', asOf: '2026-04-30' })).toEqual([
      '2026-01-01..2026-01-31',
      '2026-03-01..2026-03-31',
    ]);
    expect(await periodsOf({ period: '2026-03', against: 'last-quarter', asOf: '2026-03-31' })).toEqual([
      '2025-10-01..2025-12-31',
      '2026-03-01..2026-03-31',
    ]);
  });

  it('both stop at the as-of date where the later one is not over, which is said', async () => {
    const result = await compareFiles(files, { period: '2026-03', asOf: '2026-03-09' });
    expect(result.period).toEqual({ from: '2026-03-01', to: '2026-03-10' });
    expect(facts(result, 'overview').get('period_before')?.value).toBe('2026-02-01..2026-02-09');
    expect(facts(result, 'overview').get('revenue_after')?.value).toBe(40);
    expect(result.findings.find(({ code }) => code === 'period-to-date')?.message).toBe(
      '2026-03-01..2026-03-31 is not over on 2026-03-09: 2026-03-01..2026-03-09 is compared with 2026-02-01..2026-02-09',
    );
  });

  it('are not covered where the orders end before, longer than they ever paused', async () => {
    const weekly = Array.from({ length: 10 }, (_, week) => `S${week},A,2026-0${week < 4 ? 1 : week < 8 ? 2 : 3}-0${(week % 4) * 2 + 1},10`);
    const early = await compareFiles({ 'orders.csv': lines(head, ...weekly) }, { period: '2026-03', asOf: '2026-04-30' });
    expect(early.findings.find(({ code }) => code === 'period-ends-early')).toMatchObject({
      level: 'warning',
      message: 'the orders end on 2026-03-03, before the end of 2026-03-01..2026-03-31: its figures lack the days after',
    });
    const whole = await compareFiles({ 'orders.csv': lines(head, ...weekly) }, { period: '2026-02', asOf: '2026-04-30' });
    expect(whole.findings.find(({ code }) => code === 'period-ends-early')).toBeUndefined();
  });

  it('of different lengths are compared per day, which is said', async () => {
    const result = await compareFiles(files, { period: '2026-03', asOf: '2026-03-31' });
    expect(result.findings.filter(({ code }) => code.startsWith('period'))).toMatchObject([
      { code: 'period-lengths-differ', level: 'info' },
    ]);
    expect(columnOf(result, 'changes', 'before_per_day')[0]).not.toBeNull();
    const equal = await compareFiles(files, { period: '2026-03-04..2026-03-31', against: '2026-02', asOf: '2026-03-31' });
    expect(equal.findings.filter(({ code }) => code.startsWith('period'))).toEqual([]);
    expect(new Set(columnOf(equal, 'changes', 'before_per_day'))).toEqual(new Set([null]));
  });

  it('that the files only partly cover are warned of, and a short history is noted', async () => {
    const codes = async (settings: CompareSettings) =>
      (await comparedIn(files, settings)).findings
        .map(({ code, level }) => `${code} ${level}`)
        .filter((code) => /history|covered/.test(code));
    expect(await codes({ period: '2026-Q1', against: '2025-Q1', asOf: '2026-03-31' })).toEqual(['period-partly-covered warning']);
    expect(await codes({ period: '2026-03', against: '2025-04', asOf: '2026-03-31' })).toEqual(['history-short info']);
    expect(await codes({ period: '2026-03', against: '2026-02', asOf: '2026-03-31' })).toEqual([]);
  });

  it('count nothing later than the later one', async () => {
    const february = await compareFiles(files, { period: '2026-02', asOf: '2026-03-31' });
    const alone = await compareFiles(
      { 'orders.csv': lines(head, 'S1,A,2025-03-10,10', 'S2,A,2026-01-20,20', 'S3,B,2026-02-03,30') },
      { period: '2026-02', asOf: '2026-02-28' },
    );
    expect(february.sections).toEqual(alone.sections);
  });

  it('do without the summary columns of customers, which have no history', async () => {
    const customers = lines(
      'Customer ID,Name,Revenue,Orders,Last Order Date',
      'A,Acme,999999,99,2026-03-05',
      'D,Dash,555555,9,2026-03-30',
      'C,Cod,777,7,2026-03-10',
    );
    const result = await compareFiles({ ...files, 'customers.csv': customers }, { period: '2026-03', asOf: '2026-03-31' });
    const without = await compareFiles(files, { period: '2026-03', asOf: '2026-03-31' });
    expect(table(result, 'tier_migration').rows).toEqual(table(without, 'tier_migration').rows);
    expect(columnOf(result, 'movers', 'score_before')).toEqual(columnOf(without, 'movers', 'score_before'));
    expect(columnOf(result, 'movers', 'customer_name')).toContain('Acme');
  });

  it.each([
    [{ period: '2026-04' }, 'period-not-begun', 'the period 2026-04-01..2026-04-30 begins after 2026-03-31, the as-of date'],
    [
      { period: '2026-02', against: '2026-03' },
      'periods-out-of-order',
      '2026-03-01..2026-03-31 does not end before 2026-02-01..2026-02-28 begins',
    ],
    [
      { period: '2026-03', against: '2026-Q1' },
      'periods-out-of-order',
      '2026-01-01..2026-03-31 does not end before 2026-03-01..2026-03-31 begins',
    ],
    [
      { period: '2026-01', against: '2025-02' },
      'period-before-data',
      'the orders begin on 2025-03-10: nothing is known of 2025-02-01..2025-02-28',
    ],
  ])('are refused as %o', async (settings, code, message) => {
    const failed = compareFiles(files, { asOf: '2026-03-31', ...settings });
    await expect(failed).rejects.toMatchObject({ code, exit: 'usage', message });
  });

  it.each([
    [
      'customers alone',
      { 'customers.csv': lines('Customer ID,Name,Revenue,Last Order Date', 'A,Acme,10,2026-03-05') },
      { code: 'nothing-to-compare', exit: 'usage' },
    ],
    ['orders without a date', { 'orders.csv': lines(head, 'S1,A,,10') }, { code: 'nothing-usable', exit: 'dataProblems' }],
  ])('cannot be told by %s', async (_, own, error) => {
    await expect(compareFiles(own)).rejects.toMatchObject(error);
  });
});
