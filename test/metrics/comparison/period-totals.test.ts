import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';
import { marchOnFebruary } from './march.ts';

async function totals(orders: readonly Row[]): Promise<{ before: Row; after: Row }> {
  const rows = await rowsOf('period_totals', { orders, parameters: marchOnFebruary });
  expect(rows.map((row) => row['period'])).toEqual(['after', 'before']);
  return { before: rows[1]!, after: rows[0]! };
}

describe('period_totals', () => {
  it('has the figures of both periods and their ratios', async () => {
    const { before, after } = await totals([
      order('A', '1', '2025-12-01', 1),
      order('A', '2', '2026-02-02', 10),
      order('A', '3', '2026-02-02', 20),
      order('B', '4', '2026-02-28', 30),
      order('A', '5', '2026-03-01', 8, { profit: 2 }),
      order('C', '6', '2026-03-31', 4, { profit: -1 }),
      order('B', '7', '2026-03-31', -3),
      order('C', '8', '2026-03-30', 5),
    ]);
    expect(before).toEqual({
      period: 'before',
      first_day: '2026-02-01',
      last_day: '2026-02-28',
      days: 28,
      customers: 2,
      new_customers: 1,
      repeat_customers: 1,
      orders: 3,
      returns: 0,
      orders_and_returns: 3,
      purchase_days: 2,
      revenue: 60,
      profit: null,
      profit_base: null,
      average_order: 20,
      revenue_per_customer: 30,
      orders_per_customer: 1.5,
      margin: null,
      repeat_rate: 0.5,
      new_customer_share: 0.5,
      return_rate: 0,
    });
    expect(after).toMatchObject({
      days: 31,
      customers: 2,
      new_customers: 1,
      repeat_customers: 1,
      orders: 3,
      returns: 1,
      purchase_days: 3,
      revenue: 14,
      profit: 1,
      profit_base: 12,
      margin: 1 / 12,
      return_rate: 0.25,
      last_day: '2026-03-31',
    });
  });

  it('does not say who is new where the files begin less than one length before the period', async () => {
    const { before, after } = await totals([
      order('A', '1', '2026-01-05', 1),
      order('B', '2', '2026-02-05', 1),
      order('C', '3', '2026-03-05', 1),
    ]);
    expect([before['new_customers'], before['new_customer_share']]).toEqual([null, null]);
    expect([after['new_customers'], after['new_customer_share']]).toEqual([1, 1]);
  });

  it('has 0 and no ratio where nobody bought, and no revenue where no order has an amount', async () => {
    const { before, after } = await totals([order('A', '1', '2025-01-05', 1), order('A', '2', '2026-03-05', null)]);
    expect(before).toMatchObject({ customers: 0, orders: 0, revenue: 0, average_order: null, repeat_rate: null, return_rate: null });
    expect(after).toMatchObject({ customers: 1, orders: 1, revenue: null, average_order: null, repeat_rate: 0, return_rate: 0 });
  });
});
