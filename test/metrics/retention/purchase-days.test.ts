import { expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

it('purchase_days is one row a customer and day with an order that is no return', async () => {
  const orders = [
    order('A', '1', '2026-01-05', 10),
    order('A', '2', '2026-01-05', 5.5),
    order('A', '3', '2026-01-06', -3),
    order('A', '4', '2026-01-07', null),
    order('B', '5', '2026-01-05', 0),
  ];
  expect(await rowsOf('purchase_days', { orders })).toEqual([
    { customer_id: 'A', purchased_on: '2026-01-05', value: 15.5 },
    { customer_id: 'A', purchased_on: '2026-01-07', value: null },
    { customer_id: 'B', purchased_on: '2026-01-05', value: 0 },
  ]);
});
