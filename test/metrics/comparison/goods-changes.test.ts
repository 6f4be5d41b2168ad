import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';
import { marchOnFebruary } from './march.ts';

const changes = (orders: readonly Row[]) => rowsOf('goods_changes', { orders, parameters: marchOnFebruary });

describe('goods_changes', () => {
  it('has the categories that a kept customer dropped and took up, with what they make', async () => {
    const orders = [
      order('A', '1', '2026-02-05', 100.5, { category: 'probes', product: 'p1' }),
      order('A', '2', '2026-02-06', 40, { category: 'service', product: 'p2' }),
      order('A', '3', '2026-02-07', 7, { category: 'parts', product: 'p3' }),
      order('A', '4', '2026-03-05', 60, { category: 'parts', product: 'p4' }),
      order('A', '5', '2026-03-06', 30.25, { category: 'software', product: 'p5' }),
      order('A', '6', '2026-03-07', -10, { category: 'service', product: 'p2' }),
      order('A', '7', '2026-04-01', 999, { category: 'probes', product: 'p1' }),
    ];
    expect(await changes(orders)).toEqual([
      { customer_id: 'A', change: 'dropped', goods: 2, goods_kind: 'category', revenue_difference: -150.5, largest: 'probes' },
      { customer_id: 'A', change: 'taken_up', goods: 1, goods_kind: 'category', revenue_difference: 30.25, largest: 'software' },
    ]);
  });

  it('goes by the numbers of products where no line has a category, and names them', async () => {
    const orders = [
      order('A', '1', '2026-02-05', 100, { product_id: 'P1', product: 'Mug' }),
      order('A', '2', '2026-03-05', 90, { product_id: 'P1', product: 'Mug, large' }),
      order('A', '3', '2026-03-05', 5, { product_id: 'P2', product: 'Plate' }),
    ];
    expect(await changes(orders)).toEqual([
      { customer_id: 'A', change: 'taken_up', goods: 1, goods_kind: 'product', revenue_difference: 5, largest: 'Plate' },
    ]);
  });

  it('has no row of customers gained or lost, of goods without a name, and of what stays', async () => {
    const orders = [
      order('gained', '1', '2026-03-05', 100, { category: 'probes' }),
      order('lost', '2', '2026-02-05', 100, { category: 'probes' }),
      order('kept', '3', '2026-02-05', 100, { category: 'probes' }),
      order('kept', '4', '2026-03-05', 100, { category: 'probes' }),
      order('kept', '5', '2026-03-05', 100),
    ];
    expect(await changes(orders)).toEqual([]);
  });

  it('has no difference where lines have no amount', async () => {
    const orders = [order('A', '1', '2026-02-05', null, { category: 'a' }), order('A', '2', '2026-03-05', null, { category: 'b' })];
    expect((await changes(orders)).map((row) => [row['change'], row['goods'], row['revenue_difference'], row['largest']])).toEqual([
      ['dropped', 1, null, 'a'],
      ['taken_up', 1, null, 'b'],
    ]);
  });
});
