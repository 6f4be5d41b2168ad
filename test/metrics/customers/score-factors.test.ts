import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { factorIds } from '../../../src/metrics/choices.ts';
import { order, rowsOf } from '../run.ts';

async function points(factor: string, customers: readonly Row[], scorecard: unknown): Promise<Map<unknown, unknown>> {
  const rows = await rowsOf('score_factors', { customers, parameters: { as_of: '2026-12-31', scorecard } });
  return new Map(rows.filter((row) => row['factor'] === factor).map((row) => [row['customer_id'], row['points']]));
}

describe('score_factors', () => {
  it('give the mid-rank percentile among customers with a value', async () => {
    const customers = [10, 20, 20, 40].map((revenue, index) => ({ customer_id: `C${index}`, revenue }));
    const result = await points('revenue', [...customers, { customer_id: 'N' }], { weights: { revenue: 1 } });
    expect([...result]).toEqual([
      ['C0', 12.5],
      ['C1', 50],
      ['C2', 50],
      ['C3', 87.5],
      ['N', null],
    ]);
  });

  it('give more points for fewer days since the last order', async () => {
    const customers = [1, 100].map((recency_days) => ({ customer_id: `C${recency_days}`, recency_days }));
    expect([...(await points('recency', customers, { weights: { recency: 1 } })).values()]).toEqual([75, 25]);
  });

  it('give the points of the band', async () => {
    const customers = [-1, 0, 99, 100, null].map((revenue, index) => ({ customer_id: `C${index}`, revenue, orders: 1 }));
    const bands = {
      revenue: [
        { from: 0, points: 40 },
        { from: 100, points: 90 },
      ],
    };
    expect([...(await points('revenue', customers, { weights: { revenue: 1 }, bands })).values()]).toEqual([0, 40, 40, 90, null]);
  });

  it('take the weights of the industry; the percentile stays that of all customers', async () => {
    const customers = [
      { customer_id: 'A', revenue: 1, csat: 1, industry: "it's" },
      { customer_id: 'B', revenue: 2, csat: 2, industry: 'other' },
    ];
    const scorecard = { weights: { revenue: 3 }, industries: [{ industry: "it's", weights: { revenue: 1, csat: 0.1 } }] };
    const rows = await rowsOf('score_factors', { customers, parameters: { scorecard } });
    expect(rows.map(({ customer_id, factor, points: earned, weight }) => ({ customer_id, factor, points: earned, weight }))).toEqual([
      { customer_id: 'A', factor: 'csat', points: 25, weight: 0.1 },
      { customer_id: 'A', factor: 'revenue', points: 25, weight: 1 },
      { customer_id: 'B', factor: 'revenue', points: 75, weight: 3 },
    ]);
  });

  it('contribute their weighted distance from 50 over the weights present', async () => {
    const customers = [
      { customer_id: 'A', revenue: 1, csat: 9 },
      { customer_id: 'B', revenue: 2 },
    ];
    const rows = await rowsOf('score_factors', { customers, parameters: { scorecard: { weights: { revenue: 3, csat: 1, nps: 6 } } } });
    expect(rows.map((row) => [row['customer_id'], row['factor'], row['contribution']])).toEqual([
      ['A', 'csat', 0],
      ['A', 'nps', null],
      ['A', 'revenue', -18.75],
      ['B', 'csat', null],
      ['B', 'nps', null],
      ['B', 'revenue', 25],
    ]);
  });

  it('find the raw value of every factor', async () => {
    const days = ['2025-01-31', '2026-01-31', '2026-03-01', '2026-03-31'];
    const orders = days.map((day, index) => order('A', String(index), day, 100, { paid_amount: 50, profit: 5, category: `c${index % 2}` }));
    const customers = [{ customer_id: 'A', csat: 4.5, nps: 9 }];
    const weights = Object.fromEntries(factorIds.map((factor) => [factor, 1]));
    const parameters = { as_of: '2026-03-31', period: { from: '2026-03-01', to: '2026-04-01' }, scorecard: { weights } };
    const rows = await rowsOf('score_factors', { orders, customers, parameters });
    const values = Object.fromEntries(rows.map((row) => [row['factor'], row['value']]));
    expect(values).toMatchObject({
      revenue: 400,
      profit: 20,
      recency: 0,
      average_order: 100,
      growth: null,
      breadth: 2,
      tenure: 424,
      paid_ratio: 0.5,
      csat: 4.5,
      nps: 9,
    });
    expect(values['frequency']).toBeCloseTo((4 * 365) / 424, 12);
    // Gaps 365, 29 and 30 days: mean 424 / 3, standard deviation 193.70.
    expect(values['stability']).toBeCloseTo(1.37053, 5);
  });

  it('count orders where no first order date is known', async () => {
    const rows = await rowsOf('score_factors', {
      customers: [{ customer_id: 'A', orders: 7 }],
      parameters: { scorecard: { weights: { frequency: 1 } } },
    });
    expect(rows).toMatchObject([{ factor: 'frequency', value: 7, points: 50 }]);
  });
});
