import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

describe('order_sales', () => {
  it('sums the lines of an order by rep and day, up to the as-of date, beside the day of the order', async () => {
    const rows = await rowsOf('order_sales', {
      reps: [{ rep_id: 'A', name: 'Ann' }],
      customers: [{ customer_id: 'c', owner: 'Bob' }],
      orders: [
        order('c', 'o1', '2026-01-01', 10, { rep: 'A', quantity: 2, profit: 3, paid_amount: 10 }),
        order('c', 'o1', '2026-01-01', 5, { rep: 'A', quantity: 1 }),
        order('c', 'o1', '2026-01-03', 4, { rep: 'A' }),
        order('c', 'o1', '2026-01-01', 2, { rep: null, profit: 1 }),
        order('c', 'o2', '2026-02-01', 9, { rep: 'A' }),
        { customer_id: 'c', order_id: 'o3', amount: 1 },
        { order_id: 'o4', ordered_at: '2026-01-05', amount: 8 },
      ],
      parameters: { as_of: '2026-01-31' },
    });
    const none = { profit: null, profit_base: null, paid_amount: null, paid_base: null, quantity: null, lines: 1 };
    const o1 = { customer_id: 'c', order_id: 'o1', ordered_on: '2026-01-01' };
    expect(rows).toHaveLength(5);
    expect(rows).toEqual(
      expect.arrayContaining([
        {
          ...o1,
          rep: 'A',
          seller: 'Ann',
          day: '2026-01-01',
          amount: 15,
          profit: 3,
          profit_base: 10,
          paid_amount: 10,
          paid_base: 10,
          quantity: 3,
          lines: 2,
        },
        { ...o1, rep: 'A', seller: 'Ann', day: '2026-01-03', amount: 4, ...none },
        { ...o1, rep: null, seller: 'Bob', day: '2026-01-01', amount: 2, ...none, profit: 1, profit_base: 2 },
        { customer_id: 'c', order_id: 'o3', rep: null, seller: 'Bob', day: null, ordered_on: null, amount: 1, ...none },
        { customer_id: null, order_id: 'o4', rep: null, seller: '', day: '2026-01-05', ordered_on: null, amount: 8, ...none },
      ]),
    );
  });
});
