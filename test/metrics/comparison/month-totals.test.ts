import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

const until = (as_of: string) => ({ as_of });

describe('month_totals', () => {
  it('adds up the orders of each month, and counts customers once a month', async () => {
    const rows = await rowsOf('month_totals', {
      orders: [
        order('A', '1', '2026-01-31', 10, { profit: 4 }),
        order('A', '2', '2026-03-01', 20, { profit: 5 }),
        order('A', '3', '2026-03-31', 30),
        order('B', '4', '2026-03-31', 40),
        order('B', '5', '2026-03-31', -5),
        order('C', '6', '2026-04-01', 99),
      ],
      parameters: until('2026-03-31'),
    });
    expect(
      rows.map(({ month, customers, new_customers, orders, returns, revenue, profit, margin, average_order }) => ({
        month,
        customers,
        new_customers,
        orders,
        returns,
        revenue,
        profit,
        margin,
        average_order,
      })),
    ).toEqual([
      {
        month: '2026-01-01',
        customers: 1,
        new_customers: null,
        orders: 1,
        returns: 0,
        revenue: 10,
        profit: 4,
        margin: 0.4,
        average_order: 10,
      },
      {
        month: '2026-03-01',
        customers: 2,
        new_customers: 1,
        orders: 3,
        returns: 1,
        revenue: 85,
        profit: 5,
        margin: 0.25,
        average_order: 85 / 3,
      },
    ]);
  });

  it('counts who only took goods back as no customer, and who did so first as new when they buy', async () => {
    const rows = await rowsOf('month_totals', {
      orders: [order('B', '1', '2025-12-01', 1), order('A', '2', '2026-01-05', -3), order('A', '3', '2026-02-05', 8)],
      parameters: until('2026-02-28'),
    });
    expect(rows.map(({ month, customers, new_customers, revenue }) => [month, customers, new_customers, revenue])).toEqual([
      ['2025-12-01', 1, null, 1],
      ['2026-01-01', 0, 0, -3],
      ['2026-02-01', 1, 1, 8],
    ]);
  });

  it('has no row without a dated order', async () => {
    expect(
      await rowsOf('month_totals', {
        orders: [{ customer_id: 'A', order_id: '1', ordered_at: null, amount: 5 }],
        available: new Set(['orders.ordered_at', 'orders.customer_id']),
        parameters: until('2026-02-28'),
      }),
    ).toEqual([]);
  });
});
