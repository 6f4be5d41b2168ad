import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

describe('sales_days', () => {
  it('sums order lines by who sold, else by who owns the customer, up to the as-of date', async () => {
    const rows = await rowsOf('sales_days', {
      reps: [{ rep_id: '285', name: 'Syed' }],
      customers: [{ customer_id: 'c', owner: 'Bob' }],
      orders: [
        order('c', 'o1', '2026-01-01', 10, { rep: '285', quantity: 2, profit: 3, paid_amount: 10 }),
        order('c', 'o1', '2026-01-01', 5, { rep: 'Syed', quantity: 1 }),
        order('c', 'o2', '2026-01-01', -4, { rep: null }),
        order('d', 'o3', '2026-01-02', 7),
        order('d', 'o4', '2026-02-01', 9),
        { customer_id: 'd', order_id: 'o5', amount: 1 },
      ],
      parameters: { as_of: '2026-01-31' },
    });
    expect(rows).toEqual([
      { rep: '', day: '2026-01-02', revenue: 7, profit: null, payments: null, quantity: null, orders: 1, lines: 1 },
      { rep: 'Bob', day: '2026-01-01', revenue: -4, profit: null, payments: null, quantity: null, orders: 1, lines: 1 },
      { rep: 'Syed', day: '2026-01-01', revenue: 15, profit: 3, payments: 10, quantity: 3, orders: 1, lines: 2 },
    ]);
  });
});
