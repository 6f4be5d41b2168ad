import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';

const line = { customer_id: 'C1', order_id: 'O1', ordered_at: '2026-05-01 09:00:00' };
const parameters = { as_of: '2026-06-30', cross_sell: { level: 'product' } };

describe('the items of orders', () => {
  it('are there once an order, without what was taken back or is of later days', async () => {
    const orders = [
      { ...line, product: 'Mill', amount: 10, quantity: 1 },
      { ...line, product: 'Mill', amount: 20, quantity: 2 },
      { ...line, product: 'Lathe', amount: -5, quantity: 1 },
      { ...line, product: 'Lamp', amount: 5, quantity: -1 },
      { ...line, product: 'Drill', amount: 5, ordered_at: '2026-07-01 09:00:00' },
    ];
    expect(await rowsOf('goods_lines', { orders, parameters })).toEqual([
      { customer_id: 'C1', order_id: 'O1', item_id: 'Mill', item: 'Mill', sold_on: '2026-05-01', amount: 30, quantity: 3, lines: 2 },
    ]);
  });

  it('have names and the finest category from the list of products', async () => {
    const orders = [{ ...line, product_id: 'P1', category: 'Machines' }];
    const products = [{ product_id: 'P1', name: 'Mill', category: 'Machines', subcategory: 'Milling' }];
    expect(await rowsOf('goods_lines', { orders, products, parameters })).toMatchObject([{ item_id: 'P1', item: 'Mill' }]);
    const byCategory = { ...parameters, cross_sell: { level: 'category' } };
    expect(await rowsOf('goods_lines', { orders, products, parameters: byCategory })).toMatchObject([
      { item_id: 'Milling', item: 'Milling' },
    ]);
  });
});
