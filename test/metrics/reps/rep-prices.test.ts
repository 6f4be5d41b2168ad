import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { order, rowsOf, withMetrics } from '../run.ts';
import { anyOrders, changes, march, sumsByRep } from './review-rows.ts';

const sold = (id: string, day: string, product: string, quantity: number, amount: number) =>
  order('c', id, day, amount, { rep: 'Ann', product_id: product, quantity });

describe('rep_prices', () => {
  it('is volume, mix and price of methods.md §9 to the cent, new and discontinued products apart', async () => {
    const orders = [
      sold('1', '2026-02-01', 'X', 100, 1000),
      sold('2', '2026-02-02', 'Y', 50, 1000),
      sold('3', '2026-03-01', 'X', 90, 990),
      sold('4', '2026-03-02', 'Y', 80, 1520),
      sold('5', '2026-03-02', 'new', 1, 7),
      sold('6', '2026-02-02', 'gone', 1, 8),
    ];
    const rows = await rowsOf('rep_prices', { orders, parameters: march });
    const amounts = Object.fromEntries(rows.map(({ part, amount }) => [String(part), amount]));
    expect(amounts).toEqual({ volume: 266.67, mix: 233.33, price: 10, new_products: 7, discontinued: -8, other: 0 });
  });

  it('sums to the change to the last digit, whatever was sold', { tags: ['slow'] }, async () => {
    await fc.assert(
      fc.asyncProperty(anyOrders, async (orders) => {
        const first = order('first', 'first', '2026-02-01', 1, { product_id: 'P', quantity: 1 });
        await withMetrics(['rep_prices', 'rep_totals'], { orders: [first, ...orders], parameters: march }, async ({ table }) => {
          const sums = sumsByRep(await table('rep_prices'), 'amount');
          for (const [rep, change] of changes(await table('rep_totals'))) expect(sums.get(rep) ?? 0).toBe(change);
        });
      }),
      { numRuns: 15 },
    );
  });
});
