import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { order, rowsOf, withMetrics } from '../run.ts';
import { anyOrders, changes, march, sumsByRep } from './review-rows.ts';

describe('rep_drivers', () => {
  it('takes the change of a rep apart by book, activity, orders and their size', async () => {
    const rows = await rowsOf('rep_drivers', {
      customers: ['a', 'b', 'c', 'd'].map((customer_id) => ({
        customer_id,
        owner: 'Ann',
        created_on: customer_id === 'd' ? '2026-03-02' : '2025-01-01',
      })),
      orders: [
        order('a', '1', '2026-02-01', 30, { rep: 'Ann' }),
        order('a', '2', '2026-03-01', 10, { rep: 'Ann' }),
        order('a', '3', '2026-03-02', 20, { rep: 'Ann' }),
        order('b', '4', '2026-03-03', 30, { rep: 'Ann' }),
        order('b', '5', '2026-03-04', -7, { rep: 'Ann' }),
      ],
      parameters: march,
    });
    expect(rows.toSorted((one, other) => Number(one['driver_order']) - Number(other['driver_order']))).toMatchObject([
      { driver: 'book', before: 3, after: 4 },
      { driver: 'active_share', before: 1 / 3, after: 0.5 },
      { driver: 'order_frequency', before: 1, after: 1.5 },
      { driver: 'average_order', before: 30, after: 20 },
      { driver: 'returns', before: 0, after: -7, amount: -7 },
    ]);
    expect(rows.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0)).toBe(2300);
  });

  it('puts the whole loss of a rep whose customers all stayed away down to their activity', async () => {
    const orders = [order('a', '1', '2026-02-01', 30, { rep: 'Ann' }), order('b', '2', '2026-03-01', 1, { rep: 'Bob' })];
    const rows = await rowsOf('rep_drivers', { orders, parameters: march });
    expect(rows.filter(({ rep, amount }) => rep === 'Ann' && amount !== 0)).toEqual([
      { rep: 'Ann', against: 'previous', driver: 'active_share', driver_order: 2, before: 1, after: 0, amount: -30 },
    ]);
  });

  it('sums to the change to the last digit, whatever was sold', { tags: ['slow'] }, async () => {
    await fc.assert(
      fc.asyncProperty(anyOrders, async (orders) => {
        const sample = { orders: [order('first', 'first', '2026-02-01', 1), ...orders], parameters: march };
        await withMetrics(['rep_drivers'], sample, async ({ table }) => {
          expect(sumsByRep(await table('rep_drivers'), 'amount')).toEqual(changes(await table('rep_totals')));
        });
      }),
      { numRuns: 15 },
    );
  });
});
