import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { order, rowsOf, withMetrics } from '../run.ts';
import { anyOrders, march, sumsByRep } from './review-rows.ts';

const parameters = { ...march };
const target = (owner: string, value: number, period_end = '2026-03-31') => ({
  owner,
  metric: 'revenue',
  period_start: '2026-03-01',
  period_end,
  value,
});

describe('rep_gaps', () => {
  it('are the growth that the target asks for and the factors: 90 of 120, from 150 the month before', async () => {
    const rows = await rowsOf('rep_gaps', {
      orders: [
        order('a', '1', '2026-02-03', 100, { rep: 'Ann' }),
        order('b', '2', '2026-02-04', 50, { rep: 'Ann' }),
        order('a', '3', '2026-03-03', 90, { rep: 'Ann' }),
      ],
      targets: [target('Ann', 120)],
      parameters,
    });
    const parts = Object.fromEntries(rows.map(({ driver, amount }) => [String(driver), Number(amount)]));
    expect(rows.every(({ against }) => against === 'previous')).toBe(true);
    // 150 less 120: the target asked for less than the month before.
    expect(parts['growth_asked']).toBe(30);
    expect(Object.values(parts).reduce((sum, part) => sum + Math.round(part * 10_000), 0)).toBe(-300_000);
  });

  it('ask growth on the same period of the year before, where the orders reach back to it', async () => {
    const rows = await rowsOf('rep_gaps', {
      orders: [order('a', '1', '2025-03-01', 80, { rep: 'Ann' }), order('a', '2', '2026-03-03', 90, { rep: 'Ann' })],
      targets: [target('Ann', 100)],
      parameters,
    });
    expect(rows.map(({ against, driver, amount }) => [against, driver, Number(amount)])).toContainEqual(['year_ago', 'growth_asked', -20]);
  });

  it('sum to actual less target to the last digit, whatever was sold and asked for', { tags: ['slow'] }, async () => {
    await fc.assert(
      fc.asyncProperty(anyOrders, fc.integer({ min: 1, max: 9_999_999 }), async (orders, asked) => {
        const input = {
          orders,
          targets: [target('Ann', asked / 100), target('Bob', asked / 10)],
          reps: [{ name: 'Ann' }, { name: 'Bob' }],
          parameters,
        };
        await withMetrics(['rep_gaps'], input, async ({ table }) => {
          const sums = sumsByRep(await table('rep_gaps'), 'amount');
          const goals = new Map(
            (await table('rep_targets')).map((row) => [String(row['rep']), Math.round(Number(row['target_difference']) * 10_000)]),
          );
          for (const [rep, sum] of sums) expect(sum).toBe(goals.get(rep));
        });
      }),
      { numRuns: 4 },
    );
  });
});
