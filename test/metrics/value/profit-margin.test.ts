import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

const orders = [
  order('A', '1', '2026-01-01', 100, { profit: 30 }),
  order('A', '2', '2026-01-02', 50, { profit: 15 }),
  order('B', '3', '2026-01-01', 1000),
];

describe('profit_margin', () => {
  it('is the profit divided by the revenue whose profit is known', async () => {
    expect(await rowsOf('profit_margin', { orders })).toEqual([
      { scope: 'all', margin: 0.3, basis: 'profit', profit: 45, profit_base: 150 },
    ]);
  });

  it('is what was set, else 1 where no profit is known: values are revenue', async () => {
    const given = { value: { margin: 0.25 } };
    expect(await rowsOf('profit_margin', { orders, parameters: given })).toMatchObject([{ margin: 0.25, basis: 'given' }]);
    const bare = { scope: 'all', margin: 1, basis: 'revenue', profit: null, profit_base: null };
    expect(await rowsOf('profit_margin', { orders: orders.slice(2) })).toEqual([bare]);
    expect(await rowsOf('profit_margin', { orders: [order('A', '1', '2026-01-01', 0, { profit: -5 })] })).toMatchObject([
      { margin: 1, basis: 'revenue' },
    ]);
  });

  it('is negative where the goods are sold at a loss', async () => {
    const loss = [order('A', '1', '2026-01-01', 100, { profit: -20 })];
    expect(await rowsOf('profit_margin', { orders: loss })).toMatchObject([{ margin: -0.2, basis: 'profit' }]);
  });
});
