import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { order, rowsOf, withMetrics } from '../run.ts';
import { anyOrders, changes, march, movedOrders, sumsByRep } from './review-rows.ts';

describe('rep_changes', () => {
  it('tells new, kept, won back, lost and handed-over customers of a rep apart', async () => {
    const rows = await rowsOf('rep_changes', { orders: movedOrders, parameters: march });
    expect(rows.map(({ rep, part, customers, revenue_difference: difference }) => [rep, part, customers, difference])).toEqual([
      ['Ann', 'contraction', 1, -39.99],
      ['Ann', 'expansion', 1, 15.5],
      ['Ann', 'gained', 1, 7.07],
      ['Ann', 'lost', 1, -55],
      ['Ann', 'passed_on', 1, -20],
      ['Ann', 'returned', 1, 11],
      ['Ann', 'returns_only', 1, -6],
      ['Bob', 'taken_over', 1, 30],
    ]);
  });

  it('breaks the change down by category of the line and industry of the customer', async () => {
    const rows = await rowsOf('rep_changes', {
      customers: [{ customer_id: 'a', industry: 'Mining' }],
      orders: [
        order('a', '1', '2026-02-01', 30, { rep: 'Ann', category: 'tools' }),
        order('a', '2', '2026-03-01', 10, { rep: 'Ann', category: 'tools' }),
        order('a', '2', '2026-03-01', 15, { rep: 'Ann' }),
      ],
      parameters: march,
    });
    expect(rows).toMatchObject([
      { split: 'category', part: '', before_revenue: 0, after_revenue: 15, revenue_difference: 15 },
      { split: 'category', part: 'tools', before_revenue: 30, after_revenue: 10, revenue_difference: -20 },
      { split: 'customers', part: 'contraction', customers: 1, revenue_difference: -5 },
      { split: 'industry', part: 'Mining', customers: 1, revenue_difference: -5 },
    ]);
  });

  it('sums to the change of each rep by every split, whatever was sold', { tags: ['slow'] }, async () => {
    await fc.assert(
      fc.asyncProperty(anyOrders, async (orders) => {
        const first = order('first', 'first', '2026-02-01', 1, { category: 'tools' });
        const customers = [{ customer_id: 'first', industry: 'Mining' }];
        await withMetrics(
          ['rep_changes', 'rep_totals'],
          { orders: [first, ...orders], customers, parameters: march },
          async ({ table }) => {
            const rows = await table('rep_changes');
            const whole = changes(await table('rep_totals'));
            for (const split of ['customers', 'category', 'industry'])
              for (const [rep, sum] of whole)
                expect(
                  sumsByRep(
                    rows.filter((row) => row['split'] === split),
                    'revenue_difference',
                  ).get(rep) ?? 0,
                ).toBe(sum);
          },
        );
      }),
      { numRuns: 15 },
    );
  });
});
