import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { factorIds } from '../../../src/metrics/choices.ts';
import { rowsOf, withMetrics } from '../run.ts';

const everyFactor = Object.fromEntries(factorIds.map((factor) => [factor, 1]));

describe('customer_factors', () => {
  it('hold value and mid-rank points of every factor with a weight in one row a customer', async () => {
    const customers = [
      { customer_id: 'A', revenue: 10, recency_days: 30 },
      { customer_id: 'B', revenue: 20, recency_days: 30 },
      { customer_id: 'C', revenue: 20 },
      { customer_id: 'D' },
    ];
    const rows = await rowsOf('customer_factors', { customers, parameters: { scorecard: { weights: { revenue: 1, recency: 1 } } } });
    // Of three revenues A has the least: (0 + 1/2) / 3; B and C share the rest: (1 + 2/2) / 3. Two equal silences: (0 + 2/2) / 2.
    const points = (row: Row): unknown[] => ['revenue_value', 'revenue_points', 'recency_value', 'recency_points'].map((name) => row[name]);
    expect(rows.map((row) => [row['customer_id'], ...points(row)])).toEqual([
      ['A', 10, 100 / 6, 30, 50],
      ['B', 20, 400 / 6, 30, 50],
      ['C', 20, 400 / 6, null, null],
      ['D', null, null, null, null],
    ]);
  });

  it('are null for a factor that weighs nothing for anybody', async () => {
    const customers = [{ customer_id: 'A', revenue: 10, csat: 5 }];
    const [row] = await rowsOf('customer_factors', { customers, parameters: { scorecard: { weights: { revenue: 1, csat: 0 } } } });
    expect(row).toMatchObject({ revenue_value: 10, revenue_points: 50, csat_value: null, csat_points: null });
  });

  it('are the rows of score_factors side by side', async () => {
    const customers = [
      { customer_id: 'A', revenue: 10, csat: 5, nps: 1, recency_days: 3, industry: 'x' },
      { customer_id: 'B', revenue: 20, csat: 3, profit: 4 },
      { customer_id: 'C', nps: 9 },
    ];
    const bands = { csat: [{ from: 4, points: 80 }] };
    const industries = [{ industry: 'x', weights: { csat: 1 } }];
    const parameters = { scorecard: { weights: everyFactor, bands, industries } };
    await withMetrics(['customer_factors', 'score_factors'], { customers, parameters }, async ({ table }) => {
      const wide = new Map((await table('customer_factors')).map((row) => [row['customer_id'], row]));
      const long = await table('score_factors');
      expect(long.map((row) => [row['value'], row['points']])).toEqual(
        long.map(({ customer_id: id, factor }) => [wide.get(id)?.[`${factor}_value`], wide.get(id)?.[`${factor}_points`]]),
      );
      expect(long.filter((row) => row['customer_id'] === 'A').map((row) => row['factor'])).toEqual(['csat']);
      expect(long.filter((row) => row['customer_id'] === 'B')).toHaveLength(factorIds.length);
    });
  });
});
