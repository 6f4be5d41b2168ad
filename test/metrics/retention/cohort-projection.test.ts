import { describe, expect, it } from 'vitest';
import { projectSurvival } from '../../../src/stats/retention-projection.ts';
import { fitShiftedBetaGeometric } from '../../../src/stats/shifted-beta-geometric.ts';
import { order, rowsOf } from '../run.ts';
import { monthlyOrders } from './survivors.ts';

const older = [100, 60, 45, 37];
const younger = [80, 50];

describe('cohort_projection', () => {
  it('has the survival seen and projected, twelve periods beyond the oldest cohort', async () => {
    const orders = [...monthlyOrders('2025-01', older), ...monthlyOrders('2025-03', younger)];
    const rows = await rowsOf('cohort_projection', { orders, parameters: { as_of: '2025-04-30' } });
    const fit = fitShiftedBetaGeometric([older, younger]);
    if (fit.kind !== 'estimated') throw new Error(fit.kind);
    expect(rows).toHaveLength(16);
    expect(rows.slice(0, 5).map((row) => [row['age'], row['customers'], row['observed']])).toEqual([
      [0, 180, 1],
      [1, 180, 110 / 180],
      [2, 100, 0.45],
      [3, 100, 0.37],
      [4, 0, null],
    ]);
    for (const [age, row] of rows.entries()) {
      const { value, interval } = projectSurvival(fit, age);
      expect(row['projected']).toBeCloseTo(value, 12);
      expect([row['low'], row['high']]).toEqual([expect.closeTo(interval.low, 12), expect.closeTo(interval.high, 12)]);
      expect(row['step']).toEqual(age === 0 ? null : expect.closeTo(value / projectSurvival(fit, age - 1).value, 12));
    }
  });

  it('ends with what was seen where the data cannot tell', async () => {
    const orders = [order('A', '1', '2025-01-05', 1), order('B', '2', '2025-01-05', 1)];
    expect(await rowsOf('cohort_projection', { orders, parameters: { as_of: '2025-02-28' } })).toEqual([
      { age: 0, customers: 2, observed: 1, projected: null, low: null, high: null, step: null },
      { age: 1, customers: 2, observed: 0, projected: null, low: null, high: null, step: null },
    ]);
  });
});
