import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

describe('order_totals', () => {
  it('adds up the lines of an order; the profit of the lines that have one, and their amount', async () => {
    const orders = [
      order('A', '1', '2026-01-06', 10.05, { profit: 2 }),
      order('A', '1', '2026-01-05', 0.1, { profit: null, paid_amount: 4 }),
      order('A', '2', '2026-01-07', -3, { profit: -1 }),
      order('A', '2', '2026-01-07', -0.3, { profit: -0.5 }),
    ];
    expect(await rowsOf('order_totals', { orders })).toEqual([
      { customer_id: 'A', order_id: '1', ordered_on: '2026-01-05', amount: 10.15, profit: 2, profit_base: 10.05, paid_amount: 4, lines: 2 },
      {
        customer_id: 'A',
        order_id: '2',
        ordered_on: '2026-01-07',
        amount: -3.3,
        profit: -1.5,
        profit_base: -3.3,
        paid_amount: null,
        lines: 2,
      },
    ]);
  });

  it('has no profit where no line has one, and no base where the lines with a profit have no amount', async () => {
    const orders = [
      order('A', '1', '2026-01-05', 10),
      order('A', '2', '2026-01-05', null, { profit: 3 }),
      order('A', '3', '2026-01-05', 0, { profit: 0 }),
    ];
    expect(await rowsOf('order_totals', { orders })).toMatchObject([
      { profit: null, profit_base: null },
      { profit: 3, profit_base: null },
      { profit: 0, profit_base: 0 },
    ]);
  });

  it('keeps an order id that two customers share apart, and an order without date or amount', async () => {
    const orders = [order('A', '1', '2026-01-05', 1), order('B', '1', '2026-01-05', 2), { customer_id: 'C', order_id: '9' }];
    expect(await rowsOf('order_totals', { orders })).toMatchObject([
      { customer_id: 'A', amount: 1 },
      { customer_id: 'B', amount: 2 },
      { customer_id: 'C', amount: null, ordered_on: null, lines: 1 },
    ]);
  });

  it('leaves out lines after the as-of date, whose own evening counts', async () => {
    const orders = [
      { customer_id: 'A', order_id: '1', ordered_at: '2026-01-05 23:59:59', amount: 1 },
      { customer_id: 'A', order_id: '2', ordered_at: '2026-01-06 00:00:00', amount: 1 },
    ];
    const rows = await rowsOf('order_totals', { orders, parameters: { as_of: '2026-01-05' } });
    expect(rows.map((row) => row['order_id'])).toEqual(['1']);
  });
});
