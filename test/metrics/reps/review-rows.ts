import fc from 'fast-check';
import { addDays } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { order } from '../run.ts';

/** March 2026 under review, against February and against March 2025, which only orders of then reach back to. */
export const march = { as_of: '2026-03-31', period: { from: '2026-03-01', to: '2026-04-01' } };

/** One customer of every movement of the rep Ann between February and March, and one that Bob sells to. */
export const movedOrders: readonly Row[] = [
  order('more', '1', '2026-02-10', 10, { rep: 'Ann' }),
  order('more', '2', '2026-03-10', 25.5, { rep: 'Ann' }),
  order('less', '3', '2026-02-01', 40, { rep: 'Ann' }),
  order('less', '4', '2026-03-10', 0.01, { rep: 'Ann' }),
  order('lost', '5', '2026-02-10', 50, { rep: 'Ann' }),
  order('lost', '6', '2026-03-02', -5, { rep: 'Ann' }),
  order('gained', '7', '2026-03-10', 7.07, { rep: 'Ann' }),
  order('returned', '8', '2026-01-10', 1, { rep: 'Ann' }),
  order('returned', '9', '2026-03-10', 11, { rep: 'Ann' }),
  order('only', '10', '2026-01-10', 6, { rep: 'Ann' }),
  order('only', '11', '2026-03-10', -6, { rep: 'Ann' }),
  order('handed', '12', '2026-02-10', 20, { rep: 'Ann' }),
  order('handed', '13', '2026-03-10', 30, { rep: 'Bob' }),
];

const purchase = fc.record({
  customer: fc.integer({ min: 1, max: 6 }),
  rep: fc.constantFrom('Ann', 'Bob', null),
  product: fc.constantFrom('P', 'Q', 'R', null),
  category: fc.constantFrom('tools', 'parts', null),
  quantity: fc.option(fc.integer({ min: -3, max: 50 }), { freq: 8 }),
  day: fc.integer({ min: 0, max: 59 }),
  amount: fc.integer({ min: -99_999_999, max: 999_999_999 }),
});

/** Any orders of two reps in February and March, of products with and without a name or a quantity. */
export const anyOrders = fc
  .array(purchase, { minLength: 1, maxLength: 25 })
  .map((purchases) =>
    purchases.map(({ customer, rep, product, category, quantity, day, amount }, index) =>
      order(`C${customer}`, `O${index}`, addDays('2026-02-01', day), amount / 10_000, { rep, product_id: product, category, quantity }),
    ),
  );

/** What the revenue of each rep changed by from February to March, in ten-thousandths. */
export function changes(totals: readonly Row[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { rep, period, revenue } of totals) {
    const sign = period === 'current' ? 1 : period === 'previous' ? -1 : 0;
    sums.set(String(rep), (sums.get(String(rep)) ?? 0) + sign * Math.round(Number(revenue) * 10_000));
  }
  return sums;
}

/** Parts summed by rep, in ten-thousandths. */
export function sumsByRep(rows: readonly Row[], column: string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(String(row['rep']), (sums.get(String(row['rep'])) ?? 0) + Math.round(Number(row[column]) * 10_000));
  return sums;
}
