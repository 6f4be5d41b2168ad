import { describe, expect, it } from 'vitest';
import { wilson } from '../../../src/stats/wilson.ts';
import { order, rowsOf } from '../run.ts';

const orders = [
  order('A', '1', '2026-01-05', 100),
  order('A', '2', '2026-02-05', 50),
  order('A', '3', '2026-03-05', 25),
  order('B', '4', '2026-01-31', 200),
  order('C', '5', '2026-02-20', 30),
  order('C', '6', '2026-03-20', 40),
  order('D', '7', '2026-02-15', 500),
  order('E', '8', '2026-02-16', 10),
  order('F', '9', '2026-03-16', 10),
];

describe('cohort_averages', () => {
  it('weighs by customers, each period over the cohorts old enough to have it', async () => {
    const rows = await rowsOf('cohort_averages', { orders, parameters: { as_of: '2026-03-31' } });
    expect(rows.map((row) => [row['age'], row['cohorts'], row['customers'], row['active']])).toEqual([
      [0, 3, 6, 6],
      [1, 2, 5, 2],
      [2, 1, 2, 1],
    ]);
    expect(rows[1]).toMatchObject({ retention: 0.4, low: wilson(2, 5)!.low, high: wilson(2, 5)!.high });
    expect(rows[2]).toMatchObject({ retention: 0.5, revenue_per_customer: 375 / 2 });
    expect(rows[1]?.['revenue_per_customer']).toBeCloseTo((350 + 580) / 5, 12);
  });

  it('leaves out a cohort whose period still runs', async () => {
    const rows = await rowsOf('cohort_averages', { orders, parameters: { as_of: '2026-03-30' } });
    expect(rows.map((row) => [row['age'], row['cohorts'], row['customers']])).toEqual([
      [0, 2, 5],
      [1, 1, 2],
    ]);
  });

  it('has the survival and its step over the same cohorts', async () => {
    const rows = await rowsOf('cohort_averages', { orders, parameters: { as_of: '2026-03-31' } });
    expect(rows.map((row) => [row['survival_base'], row['survivors'], row['step_base'], row['step']])).toEqual([
      [6, 6, null, null],
      [5, 2, 5, 0.4],
      [2, 1, 1, 1],
    ]);
    expect(rows[2]).toMatchObject({ survival: 0.5, survival_low: wilson(1, 2)!.low, step_low: wilson(1, 1)!.low, step_high: 1 });
  });

  it('has no step where nobody was left', async () => {
    const rows = await rowsOf('cohort_averages', { orders: [order('A', '1', '2026-01-05', 1)], parameters: { as_of: '2026-03-31' } });
    expect(rows.map((row) => [row['survivors'], row['step_base'], row['step'], row['step_low']])).toEqual([
      [1, null, null, null],
      [0, 1, 0, 0],
      [0, 0, null, null],
    ]);
  });
});
