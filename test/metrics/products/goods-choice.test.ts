import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';
import { asOf, story } from './story.ts';

/** Orders of two products each, bought by two customers. */
const sparse: readonly Row[] = Array.from({ length: 30 }, (_, index) => ({
  customer_id: `C${index % 2}`,
  order_id: `O${Math.floor(index / 2)}`,
  ordered_at: '2026-05-01 09:00:00',
  product_id: `P${index}`,
  category: index % 2 === 0 ? 'Tools' : 'Parts',
}));

const parameters = { as_of: asOf };

describe('what is looked at', () => {
  it('is products where customers buy the same ones, and histories where orders hold one item', async () => {
    const [row] = await rowsOf('goods_choice', { orders: story, parameters });
    expect(row).toMatchObject({ level: 'product', basis: 'histories', products: 6, common_products: 6, categories: 0 });
  });

  it('is categories where hardly two customers buy the same product', async () => {
    const [row] = await rowsOf('goods_choice', { orders: sparse, parameters });
    expect(row).toMatchObject({ level: 'category', products: 30, common_products: 0, categories: 2, orders: 30, wide_orders: 0 });
  });

  it('is categories where there are many, each of many products', async () => {
    const orders = Array.from({ length: 12 }, (_, customer) =>
      Array.from({ length: 50 }, (__, product) => ({
        customer_id: `C${customer}`,
        order_id: `O${customer}`,
        ordered_at: '2026-05-01 09:00:00',
        product_id: `P${product}`,
        category: `K${product % 10}`,
      })),
    ).flat();
    expect(await rowsOf('goods_choice', { orders, parameters })).toMatchObject([{ level: 'category', common_products: 50 }]);
  });

  it('is what is asked for', async () => {
    const asked = { ...parameters, cross_sell: { level: 'product', basis: 'orders' } };
    expect(await rowsOf('goods_choice', { orders: sparse, parameters: asked })).toMatchObject([{ level: 'product', basis: 'orders' }]);
  });

  it('is baskets of orders where a hundred and one in five hold several items', async () => {
    const orders = Array.from({ length: 100 }, (_, order) =>
      ['A', 'B'].map((product) => ({ customer_id: `C${order}`, order_id: `O${order}`, ordered_at: '2026-05-01 09:00:00', product })),
    ).flat();
    expect(await rowsOf('goods_choice', { orders, parameters })).toMatchObject([{ basis: 'orders', orders: 100, wide_orders: 100 }]);
    expect(await rowsOf('goods_choice', { orders: orders.slice(1), parameters })).toMatchObject([{ basis: 'histories', wide_orders: 99 }]);
  });
});
