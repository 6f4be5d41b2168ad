import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

const orders = [
  order('C1', 'o1', '2026-01-05', 100, { rep: 'Ann', category: 'Optics', quantity: 2 }),
  order('C1', 'o1', '2026-01-05', 50, { rep: 'Ann', category: 'Tools', quantity: 1 }),
  order('C2', 'o2', '2026-01-20', 30, { rep: 'Bob', product: 'Lens', quantity: 4 }),
  order('C2', 'o3', '2026-02-01', null, { rep: 'Bob', category: 'Optics' }),
];

const monthsOf = async (split: object) => {
  const rows = await rowsOf('sales_months', { orders, parameters: { as_of: '2026-02-28', targets: { split } } });
  return rows.map(({ level, owner, month, value }) => [level, owner, String(month).slice(0, 7), value]);
};

describe('sales_months', () => {
  it('sums what is split by rep and month', async () => {
    expect(await monthsOf({})).toEqual([
      ['company', '', '2026-01', 180],
      ['company', '', '2026-02', null],
      ['rep', 'Ann', '2026-01', 150],
      ['rep', 'Bob', '2026-01', 30],
      ['rep', 'Bob', '2026-02', null],
    ]);
  });

  it('has customers, and categories or products, where they are split to', async () => {
    const rows = await monthsOf({ metric: 'orders', levels: ['customer', 'product'] });
    expect(rows.filter(([level]) => level === 'customer' || level === 'product')).toEqual([
      ['customer', 'C1', '2026-01', 1],
      ['customer', 'C2', '2026-01', 1],
      ['customer', 'C2', '2026-02', 1],
      ['product', 'Lens', '2026-01', 1],
      ['product', 'Optics', '2026-01', 1],
      ['product', 'Optics', '2026-02', 1],
      ['product', 'Tools', '2026-01', 1],
    ]);
    const products = await monthsOf({ metric: 'quantity', levels: ['product'], goods: 'product' });
    expect(products.filter(([level]) => level === 'product')).toEqual([
      ['product', '', '2026-01', 3],
      ['product', '', '2026-02', null],
      ['product', 'Lens', '2026-01', 4],
    ]);
  });
});
