import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';
import { marchOnFebruary } from './march.ts';

describe('customer_periods', () => {
  const periods = (orders: readonly Row[], parameters: unknown = marchOnFebruary) => rowsOf('customer_periods', { orders, parameters });

  it('gives each customer its orders, returns, days, revenue and profit of either period', async () => {
    const orders = [
      order('A', '1', '2026-01-31', 999),
      order('A', '2', '2026-02-01', 10.25, { profit: 2 }),
      order('A', '3', '2026-02-01', 5),
      order('A', '4', '2026-02-28', 7, { profit: 1 }),
      order('A', '5', '2026-03-01', 100.01),
      order('A', '6', '2026-03-31', -30),
      order('A', '7', '2026-04-01', 999),
    ];
    expect(await periods(orders)).toEqual([
      {
        customer_id: 'A',
        movement: 'kept',
        first_on: '2026-01-31',
        before_orders: 3,
        before_returns: 0,
        before_days: 2,
        before_revenue: 22.25,
        before_sales: 22.25,
        before_profit: 3,
        before_profit_base: 17.25,
        after_orders: 1,
        after_returns: 1,
        after_days: 1,
        after_revenue: 70.01,
        after_sales: 100.01,
        after_profit: null,
        after_profit_base: null,
        revenue_difference: 47.76,
      },
    ]);
  });

  it('tells kept, lost, gained and returned customers, those with returns alone and those in neither', async () => {
    const orders = [
      order('kept', '1', '2026-02-10', 1),
      order('kept', '2', '2026-03-10', 1),
      order('lost', '3', '2026-02-28', 1),
      order('gained', '4', '2026-03-01', 1),
      order('returned', '5', '2026-01-31', 1),
      order('returned', '6', '2026-03-02', 1),
      order('only', '7', '2026-01-05', 9),
      order('only', '8', '2026-03-02', -9),
      order('absent', '9', '2025-03-02', 1),
      order('later', '10', '2026-04-01', 1),
    ];
    const movements = new Map((await periods(orders)).map((row) => [row['customer_id'], row['movement']]));
    expect(movements).toEqual(
      new Map([
        ['absent', 'absent'],
        ['gained', 'gained'],
        ['kept', 'kept'],
        ['lost', 'lost'],
        ['only', 'returns_only'],
        ['returned', 'returned'],
      ]),
    );
  });

  it('calls a customer gained who began between the two periods, when these do not follow one another', async () => {
    const comparison = { before: { from: '2025-03-01', to: '2025-04-01' }, after: { from: '2026-03-01', to: '2026-04-01' } };
    const orders = [
      order('A', '1', '2025-11-01', 5),
      order('A', '2', '2026-03-05', 7),
      order('B', '3', '2025-02-01', 5),
      order('B', '4', '2026-03-05', 7),
    ];
    expect((await periods(orders, { as_of: '2026-03-31', comparison })).map((row) => row['movement'])).toEqual(['gained', 'returned']);
  });

  it('counts a return before the first order as no purchase', async () => {
    const orders = [order('A', '1', '2026-01-05', -5), order('A', '2', '2026-03-05', 7)];
    expect(await periods(orders)).toMatchObject([{ movement: 'gained', first_on: '2026-03-05' }]);
  });

  it('has no revenue where orders have no amount, and 0 where there is no order', async () => {
    expect(await periods([order('A', '1', '2026-02-05', null)])).toMatchObject([
      { before_orders: 1, before_revenue: null, before_sales: null, after_orders: 0, after_revenue: 0, after_sales: 0, movement: 'lost' },
    ]);
  });

  it('compares the last full month with the one before where no periods are given', async () => {
    const orders = [order('A', '1', '2026-02-05', 3), order('A', '2', '2026-03-05', 4), order('A', '3', '2026-04-05', 5)];
    expect(await periods(orders, { as_of: '2026-04-15' })).toMatchObject([{ before_revenue: 3, after_revenue: 4 }]);
    expect(await periods(orders, {})).toMatchObject([{ before_revenue: 0, after_revenue: 0, movement: 'absent' }]);
  });

  it('puts every customer into exactly one movement, and their differences add up, whatever they bought', { tags: ['slow'] }, async () => {
    const purchase = fc.record({
      customer: fc.integer({ min: 1, max: 6 }),
      day: fc.integer({ min: 0, max: 100 }),
      cents: fc.integer({ min: -500, max: 900 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(purchase, { minLength: 1, maxLength: 25 }), async (purchases) => {
        const orders = purchases.map(({ customer, day, cents }, index) =>
          order(`C${customer}`, `O${index}`, addDays('2026-01-01', day), cents / 100),
        );
        const rows = await periods(orders);
        const total = (column: string) => rows.reduce((sum, row) => sum + Math.round(Number(row[column]) * 100), 0);
        expect(total('revenue_difference')).toBe(total('after_revenue') - total('before_revenue'));
        for (const row of rows) {
          const [before, after] = [Number(row['before_orders']) > 0, Number(row['after_orders']) > 0];
          const expected = before && after ? ['kept'] : before ? ['lost'] : after ? ['gained', 'returned'] : ['returns_only', 'absent'];
          expect(expected).toContain(row['movement']);
        }
      }),
      { numRuns: 15 },
    );
  });
});
