import { expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { editionLines, editions } from './editions.ts';

it('edition_orders has the orders of products that a ladder names, not those of tools', async () => {
  const rows = await rowsOf('edition_orders', { orders: editionLines, products: editions, parameters: { as_of: '2026-06-30' } });
  expect(rows.map(({ customer_id, order_id, item_id, quantity }) => [customer_id, order_id, item_id, quantity])).toEqual([
    ['A', '1', 'M1', 1],
    ['A', '2', 'M1', 2],
    ['A', '3', 'M1', 3],
    ['B', '4', 'M1', 1],
    ['B', '5', 'M2', 1],
    ['C', '8', 'M1', 1],
  ]);
});
