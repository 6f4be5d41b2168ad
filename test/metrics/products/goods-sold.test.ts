import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { asOf, story } from './story.ts';

describe('what is sold', () => {
  it('is counted by item, and freight is no goods', async () => {
    const rows = await rowsOf('goods_sold', { orders: story, parameters: { as_of: asOf } });
    expect(rows.map(({ item, is_goods, customers }) => [item, is_goods, customers])).toEqual([
      ['Chucks', 1, 48],
      ['Cutters', 1, 48],
      ['Freight', 0, 160],
      ['Lamp', 1, 16],
      ['Lathe', 1, 80],
      ['Mill', 1, 80],
    ]);
  });

  it('is called by the name on most of its lines', async () => {
    const names = ['Red mill', 'Mill', 'Mill', 'A mill', 'Red mill'];
    const orders = names.map((product, index) => ({
      customer_id: 'C1',
      order_id: `O${index}`,
      ordered_at: '2026-05-01 09:00:00',
      product_id: 'P1',
      product,
    }));
    expect(await rowsOf('goods_sold', { orders, parameters: { as_of: asOf } })).toMatchObject([{ item_id: 'P1', item: 'Mill', orders: 5 }]);
  });
});
