import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';
import { march } from './review-rows.ts';

const sold = (id: string, day: string, product: string | null, quantity: number | null, amount: number) =>
  order('c', id, day, amount, { rep: 'Ann', product_id: product, quantity });

describe('rep_goods', () => {
  it('sums quantities and amounts of products by whether they were sold in both periods', async () => {
    const orders = [
      sold('1', '2026-02-01', 'X', 100, 1000),
      sold('2', '2026-02-02', 'Y', 50, 1000),
      sold('3', '2026-03-01', 'X', 90, 990),
      sold('4', '2026-03-02', 'Y', 80, 1520),
      sold('5', '2026-03-02', 'new', 1, 7),
      sold('6', '2026-02-02', 'gone', 1, 8),
      sold('7', '2026-02-02', null, 1, 9),
      sold('8', '2026-03-02', 'blank', null, 10),
    ];
    expect(await rowsOf('rep_goods', { orders, parameters: march })).toEqual([
      {
        rep: 'Ann',
        against: 'previous',
        before_quantity: 150,
        after_quantity: 170,
        before_revenue: 2000,
        after_revenue: 2510,
        repriced: 25_000_000,
        new_revenue: 7,
        gone_revenue: 8,
        other_before: 9,
        other_after: 10,
      },
    ]);
  });

  it('counts every line of an order on the day of its earliest: one without a date, and none of an order that began before the periods', async () => {
    const orders = [
      sold('1', '2026-02-01', 'X', 1, 10),
      sold('2', '2026-03-01', 'X', 1, 20),
      { ...sold('2', '2026-03-01', 'X', 1, 5), ordered_at: null },
      sold('3', '2025-02-28', 'X', 1, 100),
      sold('3', '2026-03-02', 'X', 1, 1000),
    ];
    const [previous] = await rowsOf('rep_goods', { orders, parameters: march });
    expect(previous).toMatchObject({ against: 'previous', before_quantity: 1, before_revenue: 10, after_quantity: 2, after_revenue: 25 });
  });
});
