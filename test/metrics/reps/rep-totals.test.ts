import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';
import { march, movedOrders } from './review-rows.ts';

describe('rep_totals', () => {
  it('sums what each rep sold by period, and leaves out a period that the orders do not reach back to', async () => {
    const rows = await rowsOf('rep_totals', { orders: movedOrders, parameters: march });
    expect(rows.map(({ rep, period }) => [rep, period])).toEqual([
      ['Ann', 'current'],
      ['Ann', 'previous'],
      ['Bob', 'current'],
      ['Bob', 'previous'],
    ]);
    // "handed" is owned by Bob, who sold to it last, and bought from Ann in February; "lost" and "only" are still in Ann's book.
    expect(rows[0]).toMatchObject({ book: 6, customers: 4, new_customers: 1, orders: 4, sales: 43.58, revenue: 32.58, profit: null });
    expect(rows[1]).toMatchObject({ book: 6, customers: 4, new_customers: 4, orders: 4, sales: 120, revenue: 120 });
    expect(rows[2]).toMatchObject({ book: 1, customers: 1, new_customers: 0, revenue: 30 });
  });

  it('knows the year before where the orders begin in the first tenth of it', async () => {
    const early = (day: string) => [order('c', '1', day, 1, { rep: 'Ann' }), order('c', '2', '2026-03-01', 1, { rep: 'Ann' })];
    const periods = async (day: string) =>
      (await rowsOf('rep_totals', { orders: early(day), parameters: march })).map(({ period }) => period);
    expect(await periods('2025-03-04')).toEqual(['current', 'previous', 'year_ago']);
    expect(await periods('2025-03-05')).toEqual(['current', 'previous']);
  });
});
