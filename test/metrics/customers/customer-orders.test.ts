import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

describe('customer_orders', () => {
  it('nets returns, counts them apart, and does not take them for purchases', async () => {
    const orders = [
      order('A', '1', '2026-01-01', 100, { paid_amount: 100, profit: 10 }),
      order('A', '2', '2026-02-01', 50, { paid_amount: 20, profit: 5 }),
      order('A', '3', '2026-03-01', -30, { profit: -3 }),
      order('B', '4', '2026-03-01', -5),
    ];
    expect(await rowsOf('customer_orders', { orders, parameters: { as_of: '2026-03-31' } })).toEqual([
      {
        customer_id: 'A',
        orders: 2,
        returns: 1,
        lines: 3,
        revenue: 120,
        profit: 12,
        profit_base: 120,
        average_order: 60,
        largest_order: 100,
        paid_amount: 120,
        paid_base: 150,
        paid_ratio: 0.8,
        first_order_on: '2026-01-01',
        last_order_on: '2026-02-01',
        tenure_days: 89,
      },
      {
        customer_id: 'B',
        orders: 0,
        returns: 1,
        lines: 1,
        revenue: -5,
        profit: null,
        profit_base: null,
        average_order: null,
        largest_order: null,
        paid_amount: null,
        paid_base: null,
        paid_ratio: null,
        first_order_on: null,
        last_order_on: null,
        tenure_days: null,
      },
    ]);
  });

  it('counts orders of amount zero and of unknown amount', async () => {
    const orders = [order('A', '1', '2026-01-01', 0), order('A', '2', '2026-01-02', null), order('B', '3', '2026-01-03', null)];
    expect(await rowsOf('customer_orders', { orders })).toMatchObject([
      { customer_id: 'A', orders: 2, revenue: 0, average_order: 0, tenure_days: null },
      { customer_id: 'B', orders: 1, revenue: null, average_order: null },
    ]);
  });

  it('adds up the profit of the lines that have one, within an order and across orders, exactly', async () => {
    const orders = [
      order('A', '1', '2026-01-01', 0.1, { profit: 0.1 }),
      order('A', '1', '2026-01-01', 0.2, { profit: 0.2 }),
      order('A', '1', '2026-01-01', 70),
      order('A', '2', '2026-01-02', 30),
      order('B', '3', '2026-01-02', 5),
    ];
    expect(await rowsOf('customer_orders', { orders })).toMatchObject([
      { customer_id: 'A', revenue: 100.3, profit: 0.3, profit_base: 0.3 },
      { customer_id: 'B', revenue: 5, profit: null, profit_base: null },
    ]);
  });

  it('has no paid ratio over a base of zero', async () => {
    const [row] = await rowsOf('customer_orders', { orders: [order('A', '1', '2026-01-01', 0, { paid_amount: 0 })] });
    expect(row).toMatchObject({ paid_amount: 0, paid_base: 0, paid_ratio: null });
  });
});
