import { afterAll, beforeAll, expect, it } from 'vitest';
import { compareFields } from '../../src/pipelines/compare/compare.ts';
import type { Result } from '../../src/result/result.ts';
import { describeWithData } from '../data-folder.ts';
import { type IngestedFiles, ingestPaths } from '../ingest/ingest-files.ts';
import { compareLoaded } from '../pipelines/run-compare.ts';
import { facts, table } from '../pipelines/run-score.ts';

/** Figures of real exports that were computed by other means. */

function pairs(result: Result): Record<string, unknown[]> {
  const overview = facts(result, 'overview');
  const ids = ['revenue', 'customers', 'new_customers', 'orders'];
  return Object.fromEntries(ids.map((id) => [id, ['before', 'after'].map((side) => overview.get(`${id}_${side}`)?.value)]));
}

function movements(result: Result): unknown[][] {
  return table(result, 'customers').rows.map((row) => [row['movement'], row['customers'], row['before_revenue'], row['after_revenue']]);
}

function bridge(result: Result): unknown[][] {
  return table(result, 'revenue_bridge').rows.map((row) => [row['step'], row['customers'], row['amount']]);
}

function change(result: Result, measure: string): Readonly<Record<string, unknown>> {
  return table(result, 'changes').rows.find((row) => row['measure'] === measure)!;
}

describeWithData('online-retail, November 2011', (folder) => {
  let loaded: IngestedFiles;
  let result: Result;
  beforeAll(async () => {
    loaded = await ingestPaths([`${folder}/online-retail/OnlineRetail.csv`], { fields: compareFields(), asOf: '2011-12-09' });
    result = await compareLoaded(loaded, { period: '2011-11' });
  }, 240_000);
  afterAll(() => loaded.close());

  it('has 1,132,407.74 against 974,603.59 in October', () => {
    expect(pairs(result)).toEqual({
      revenue: [974_603.59, 1_132_407.74],
      customers: [1364, 1665],
      new_customers: [358, 324],
      orders: [1929, 2658],
    });
    expect(facts(result, 'overview').get('repeat_rate_before')?.value).toBe(323 / 1364);
    expect(facts(result, 'overview').get('repeat_rate_after')?.value).toBe(540 / 1665);
    expect(facts(result, 'overview').get('return_rate_after')?.value).toBe(428 / (2658 + 428));
    expect(facts(result, 'overview').get('retention_rate')?.value).toBe(622 / 1364);
  });

  it('keeps 622 customers, gains 324, wins 719 back and loses 742', () => {
    expect(movements(result)).toEqual([
      ['kept', 622, 628_234.48, 620_336.37],
      ['gained', 324, 0, 135_467.28],
      ['returned', 719, -1476.05, 378_300.48],
      ['lost', 742, 350_256.5, -1371.99],
      ['returns_only', 39, -2411.34, -324.4],
    ]);
    expect(bridge(result)).toEqual([
      ['before', 1364, 974_603.59],
      ['gained', 324, 135_467.28],
      ['returned', 719, 379_776.53],
      ['expansion', 312, 208_375.85],
      ['contraction', 310, -216_273.96],
      ['lost', 742, -351_628.49],
      ['returns_only', 39, 2086.94],
      ['after', 1665, 1_132_407.74],
    ]);
  });

  it('tests what adds up over days per day, as the months differ in length', () => {
    expect(change(result, 'orders')).toMatchObject({
      difference: 729,
      before_per_day: 1929 / 31,
      after_per_day: 2658 / 30,
      verdict: 'better, more than chance',
    });
    expect(change(result, 'customers')).toMatchObject({ difference: 301, before_per_day: null, verdict: 'better, more than chance' });
    expect(change(result, 'repeat_rate')).toMatchObject({ n_before: 1364, n_after: 1665, verdict: 'better, more than chance' });
    // Score test of 323 of 1,364 against 540 of 1,665, computed by hand: z = 5.3093.
    expect(Number(change(result, 'repeat_rate')['p'])).toBeCloseTo(1.1002e-7, 10);
    expect(change(result, 'return_rate')).toMatchObject({ n_before: 2263, n_after: 3086, verdict: 'within chance' });
    // The spread of the difference a day over the customers is 2,148.5 about 6,308.1.
    const revenue = change(result, 'revenue');
    const width = Number(revenue['high_per_day']) - Number(revenue['low_per_day']);
    expect(width / (2 * 1.96 * 2148.5)).toBeGreaterThan(0.8);
    expect(width / (2 * 1.96 * 2148.5)).toBeLessThan(1.2);
  });

  it('explains why customer 18102 brought 37,350.19 less', () => {
    const row = table(result, 'movers').rows.find(({ customer_id }) => customer_id === '18102');
    // 11 orders of 4,789.206 and 6 of 2,555.18 on average: -5 × 3,672.193 and -2,234.026 × 8.5.
    expect(row).toMatchObject({
      revenue_difference: -37_350.19,
      orders_effect: -18_360.97,
      average_order_effect: -18_989.22,
      returns_effect: 0,
      revenue_reasons:
        'average order 4,789 → 2,555: −18,989; orders 11 → 6: −18,361; dropped 27 products, most of all LANDMARK FRAME CAMDEN TOWN: −33,449; took up 11 products, most of all COFFEE MUG DOG + BALL DESIGN: +4,558',
    });
  });

  it('refuses November 2010, of which the file knows nothing', async () => {
    await expect(compareLoaded(loaded, { period: '2011-11', against: 'year-ago' })).rejects.toMatchObject({ code: 'period-before-data' });
  });
});

describeWithData('online-retail, December 2011 to date against a year ago', (folder) => {
  it('compares nine days with nine', async () => {
    const loaded = await ingestPaths([`${folder}/online-retail/OnlineRetail.csv`], { fields: compareFields() });
    const result = await compareLoaded(loaded, { period: '2011-12', against: 'year-ago' });
    await loaded.close();
    expect(result.period).toEqual({ from: '2011-12-01', to: '2011-12-10' });
    expect(pairs(result)).toEqual({
      revenue: [304_623.35, 342_506.38],
      customers: [573, 615],
      new_customers: [null, 41],
      orders: [776, 778],
    });
    expect(movements(result)).toEqual([
      ['kept', 165, 146_940.1, 135_086.68],
      ['gained', 450, -51.68, 210_426.13],
      ['returned', 0, 0, 0],
      ['lost', 408, 160_657.85, -555.93],
      ['returns_only', 105, -2922.92, -2450.5],
    ]);
    expect(change(result, 'orders')).toMatchObject({ difference: 2, verdict: 'within chance' });
    expect(result.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['period-to-date', 'history-short']));
  }, 240_000);
});

describeWithData('adventureworks, the last quarter of 2019 against a year ago', (folder) => {
  it('has 9,300,609.76 against 7,047,379.31', async () => {
    const files = ['FactResellerSales.csv', 'Resellers.csv'].map((name) => `${folder}/adventureworks-b2b/${name}`);
    const loaded = await ingestPaths(files, { fields: compareFields() });
    const result = await compareLoaded(loaded, { period: '2019-Q4', against: 'year-ago' });
    expect(pairs(result)).toEqual({
      revenue: [7_047_379.31, 9_300_609.76],
      customers: [320, 447],
      new_customers: [18, 7],
      orders: [320, 453],
    });
    expect(movements(result)).toEqual([
      ['kept', 235, 5_699_530.82, 5_380_319.54],
      ['gained', 184, 0, 3_896_653.31],
      ['returned', 28, 0, 23_636.91],
      ['lost', 85, 1_347_848.49, 0],
      ['returns_only', 0, 0, 0],
    ]);
    expect(bridge(result).slice(3, 5)).toEqual([
      ['expansion', 114, 1_129_613.24],
      ['contraction', 121, -1_448_824.52],
    ]);
    await loaded.close();
  }, 240_000);
});
