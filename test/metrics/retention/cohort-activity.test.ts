import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

const orders = [
  order('A', '1', '2025-11-30', 100),
  order('A', '2', '2025-12-01', 40),
  order('A', '3', '2025-12-31', 60),
  order('A', '4', '2026-02-01', -25),
  order('B', '5', '2026-01-31', null),
  order('C', '6', '2025-10-15', -80),
  order('C', '7', '2025-12-05', 0),
  order('D', '8', '2026-01-01', -5),
  { ...order('E', '9', '2026-01-01', 7), ordered_at: null },
];

describe('cohort_activity', () => {
  it('counts ages in calendar months: the last of November and the first of December are one apart', async () => {
    expect(await rowsOf('cohort_activity', { orders, parameters: { as_of: '2026-02-28' } })).toEqual([
      { customer_id: 'A', cohort_on: '2025-11-01', age: 0, orders: 1, revenue: 100 },
      { customer_id: 'A', cohort_on: '2025-11-01', age: 1, orders: 2, revenue: 100 },
      { customer_id: 'A', cohort_on: '2025-11-01', age: 3, orders: 0, revenue: -25 },
      { customer_id: 'B', cohort_on: '2026-01-01', age: 0, orders: 1, revenue: null },
      { customer_id: 'C', cohort_on: '2025-12-01', age: 0, orders: 1, revenue: 0 },
    ]);
  });

  it.each([
    [
      'quarter',
      [
        ['A', '2025-10-01', 0],
        ['A', '2025-10-01', 1],
        ['B', '2026-01-01', 0],
        ['C', '2025-10-01', 0],
      ],
    ],
    [
      'year',
      [
        ['A', '2025-01-01', 0],
        ['A', '2025-01-01', 1],
        ['B', '2026-01-01', 0],
        ['C', '2025-01-01', 0],
      ],
    ],
  ])('takes the calendar %s as well', async (unit, expected) => {
    const rows = await rowsOf('cohort_activity', { orders, parameters: { cohorts: { unit } } });
    expect(rows.map((row) => [row['customer_id'], row['cohort_on'], row['age']])).toEqual(expected);
  });

  it('keeps customers whose first purchase lies in the range', async () => {
    const range = { from: '2025-12-01', to: '2026-01-31' };
    const rows = await rowsOf('cohort_activity', { orders, parameters: { cohorts: { range } } });
    expect(rows.map((row) => row['customer_id'])).toEqual(['C']);
  });

  it('knows nothing of orders after the as-of date', async () => {
    const rows = await rowsOf('cohort_activity', { orders, parameters: { as_of: '2025-11-30' } });
    expect(rows.map((row) => row['customer_id'])).toEqual(['A']);
  });
});
