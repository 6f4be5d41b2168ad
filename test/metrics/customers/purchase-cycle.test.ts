import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

describe('purchase_cycle', () => {
  it('describes the gaps between distinct purchase days', async () => {
    const orders = [
      order('A', '1', '2026-01-01', 1),
      order('A', '2', '2026-01-01', 1),
      order('A', '3', '2026-01-11', 1),
      order('A', '4', '2026-01-31', 1),
      order('A', '5', '2026-03-02', 1),
      order('A', '6', '2026-03-20', -1),
    ];
    // Gaps 10, 20, 30: mean 20, median 20, standard deviation 10.
    expect(await rowsOf('purchase_cycle', { orders, parameters: { as_of: '2026-04-01' } })).toEqual([
      {
        customer_id: 'A',
        purchase_days: 4,
        mean_gap_days: 20,
        longest_gap_days: 30,
        purchase_cycle_days: 20,
        gap_variation: 0.5,
        next_order_on: '2026-03-22',
        overdue_ratio: 1.5,
      },
    ]);
  });

  it('needs three purchase days', async () => {
    const orders = [
      order('A', '1', '2026-01-01', 1),
      order('A', '2', '2026-01-05', 1),
      order('A', '3', '2026-01-05', 1),
      order('B', '4', '2026-01-01', 1),
    ];
    const nothing = {
      mean_gap_days: null,
      longest_gap_days: null,
      purchase_cycle_days: null,
      gap_variation: null,
      next_order_on: null,
      overdue_ratio: null,
    };
    expect(await rowsOf('purchase_cycle', { orders, parameters: { as_of: '2026-04-01' } })).toEqual([
      { customer_id: 'A', purchase_days: 2, ...nothing },
      { customer_id: 'B', purchase_days: 1, ...nothing },
    ]);
  });

  it('rounds half a day up and is zero for a perfectly regular buyer', async () => {
    const orders = ['2026-01-01', '2026-01-02', '2026-01-04'].map((day, index) => order('A', String(index), day, null));
    const regular = ['2026-01-01', '2026-01-08', '2026-01-15'].map((day, index) => order('B', `b${index}`, day, 1));
    expect(await rowsOf('purchase_cycle', { orders: [...orders, ...regular], parameters: { as_of: '2026-01-15' } })).toMatchObject([
      { purchase_cycle_days: 1.5, next_order_on: '2026-01-06' },
      { gap_variation: 0, next_order_on: '2026-01-22', overdue_ratio: 0 },
    ]);
  });

  it('knows nothing of a customer who only returned goods, or has no dates', async () => {
    const orders = [order('A', '1', '2026-01-01', -1), { customer_id: 'B', order_id: '2', amount: 3 }, order('C', '3', '2026-01-01', 1)];
    expect((await rowsOf('purchase_cycle', { orders })).map((row) => row['customer_id'])).toEqual(['C']);
  });
});
