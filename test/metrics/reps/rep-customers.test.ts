import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';
import { march } from './review-rows.ts';

describe('rep_customers', () => {
  it('puts orders down to who sold them, and customers into the books of who sells to them and who owns them', async () => {
    const rows = await rowsOf('rep_customers', {
      customers: [
        { customer_id: 'c', owner: 'Bob', created_on: '2026-02-20' },
        { customer_id: 'gone', owner: 'Bob', created_on: '2020-01-01', lost_on: '2026-02-10' },
      ],
      orders: [
        order('c', 'o1', '2026-03-05', 10, { rep: 'Ann', profit: 4, paid_amount: 6 }),
        order('c', 'o1', '2026-03-05', 5, { rep: 'Ann' }),
        order('c', 'o2', '2026-03-06', -3),
      ],
      parameters: march,
    });
    expect(rows).toMatchObject([
      {
        customer_id: 'c',
        rep: 'Ann',
        is_owner: false,
        first_on: '2026-03-05',
        current_in_book: true,
        previous_in_book: false,
        current_orders: 1,
        current_all_orders: 1,
        current_sales: 15,
        current_revenue: 15,
        current_profit: 4,
        current_profit_base: 10,
        current_payments: 6,
        current_payments_base: 10,
        previous_orders: 0,
        previous_revenue: null,
      },
      {
        customer_id: 'c',
        rep: 'Bob',
        is_owner: true,
        current_in_book: true,
        previous_in_book: true,
        year_ago_in_book: false,
        current_orders: 0,
        current_sales: null,
        current_revenue: -3,
      },
      { customer_id: 'gone', rep: 'Bob', first_on: null, current_in_book: false, previous_in_book: true, year_ago_in_book: true },
    ]);
  });
});
