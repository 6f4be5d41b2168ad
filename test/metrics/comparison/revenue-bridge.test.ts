import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';
import { marchOnFebruary } from './march.ts';

async function bridge(orders: readonly Row[]): Promise<[step: string, customers: number, amount: number][]> {
  const rows = await rowsOf('revenue_bridge', { orders, parameters: marchOnFebruary });
  return rows
    .toSorted((one, other) => Number(one['step_order']) - Number(other['step_order']))
    .map((row) => [String(row['step']), Number(row['customers']), Number(row['amount'])]);
}

describe('revenue_bridge', () => {
  it('leads from the revenue before to the revenue after', async () => {
    const orders = [
      order('more', '1', '2026-02-10', 10),
      order('more', '2', '2026-03-10', 25.5),
      order('less', '3', '2026-02-10', 40),
      order('less', '4', '2026-03-10', 0.01),
      order('same', '5', '2026-02-10', 3),
      order('same', '6', '2026-03-10', 3),
      order('lost', '7', '2026-02-10', 50),
      order('lost', '8', '2026-03-02', -5),
      order('gained', '9', '2026-03-10', 7.07),
      order('returned', '10', '2026-01-10', 1),
      order('returned', '11', '2026-03-10', 11),
      order('only', '12', '2026-01-10', 6),
      order('only', '13', '2026-03-10', -6),
    ];
    expect(await bridge(orders)).toEqual([
      ['before', 4, 103],
      ['gained', 1, 7.07],
      ['returned', 1, 11],
      ['expansion', 1, 15.5],
      ['contraction', 1, -39.99],
      ['lost', 1, -55],
      ['returns_only', 1, -6],
      ['after', 5, 35.58],
    ]);
  });

  it('is exact, whatever was bought and taken back', { tags: ['slow'] }, async () => {
    const purchase = fc.record({
      customer: fc.integer({ min: 1, max: 8 }),
      day: fc.integer({ min: 0, max: 89 }),
      amount: fc.integer({ min: -99_999_999, max: 999_999_999 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(purchase, { minLength: 1, maxLength: 30 }), async (purchases) => {
        const orders = purchases.map(({ customer, day, amount }, index) =>
          order(`C${customer}`, `O${index}`, addDays('2026-01-01', day), amount / 10_000),
        );
        const steps = (await bridge(orders)).map(([, , amount]) => Math.round(amount * 10_000));
        expect(steps.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBe(steps.at(-1));
      }),
      { numRuns: 15 },
    );
  });
});
