import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

const parameters = { as_of: '2026-02-01' };

describe('value_histories', () => {
  it('counts the days after the first purchase, and of those the ones with an amount', async () => {
    const orders = [
      order('A', '1', '2026-01-01', 10),
      order('A', '2', '2026-01-01', 5),
      order('A', '3', '2026-01-11', 20),
      order('A', '4', '2026-01-21', null),
      order('A', '5', '2026-01-25', 40),
      order('A', '6', '2026-01-30', -40),
      order('A', '7', '2026-02-10', 99),
    ];
    expect(await rowsOf('value_histories', { orders, parameters })).toEqual([
      {
        customer_id: 'A',
        history_id: 'A',
        repeat_days: 3,
        recency_days: 24,
        age_days: 31,
        valued_days: 2,
        valued_sum: 20,
        first_value: 15,
      },
    ]);
  });

  it('has the customers with the same history under the first of their ids', async () => {
    const orders = ['C', 'B', 'D'].flatMap((id, index) => [
      order(id, `1${id}`, '2026-01-01', 7 + index),
      order(id, `2${id}`, '2026-01-08', 3),
    ]);
    const rows = await rowsOf('value_histories', { orders: [...orders, order('E', '9', '2026-01-01', 3)], parameters });
    expect(rows.map((row) => [row['customer_id'], row['history_id']])).toEqual([
      ['B', 'B'],
      ['C', 'B'],
      ['D', 'B'],
      ['E', 'E'],
    ]);
    expect(rows.at(-1)).toMatchObject({ repeat_days: 0, valued_days: 0, valued_sum: null, first_value: 3 });
  });

  it('has no row without a day to look from, and none for a customer who only returns', async () => {
    const orders = [order('A', '1', '2026-01-01', -10)];
    expect(await rowsOf('value_histories', { orders, parameters })).toEqual([]);
    expect(await rowsOf('value_histories', { orders: [order('B', '1', '2026-01-01', 10)] })).toEqual([]);
  });
});
