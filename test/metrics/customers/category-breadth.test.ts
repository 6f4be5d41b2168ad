import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

describe('category_breadth', () => {
  it('counts different categories', async () => {
    const orders = [
      order('A', '1', '2026-01-01', 1, { category: 'x', product_id: 'p1' }),
      order('A', '2', '2026-01-02', 1, { category: 'x', product_id: 'p2' }),
      order('A', '3', '2026-01-02', 1, { category: 'y', product_id: 'p3' }),
      order('B', '4', '2026-01-02', 1, { category: null, product_id: 'p3' }),
      order('A', '5', '2026-02-02', 1, { category: 'late' }),
    ];
    expect(await rowsOf('category_breadth', { orders, parameters: { as_of: '2026-01-31' } })).toEqual([
      { customer_id: 'A', categories: 2, products: null },
    ]);
  });

  it('counts products where there are no categories', async () => {
    const orders = [
      order('A', '1', '2026-01-01', 1, { product_id: 'p1', product: 'Pen' }),
      order('A', '2', '2026-01-01', 1, { product: 'Ink' }),
      order('A', '3', '2026-01-01', 1, { product: 'Ink' }),
      order('B', '4', '2026-01-01', 1),
    ];
    expect(await rowsOf('category_breadth', { orders })).toEqual([{ customer_id: 'A', categories: null, products: 2 }]);
  });
});
