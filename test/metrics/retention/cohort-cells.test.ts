import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { wilson } from '../../../src/stats/wilson.ts';
import { order, rowsOf, withMetrics } from '../run.ts';

/** January: A buys in months 0, 1, 2 and 4, B in 0 and 2, C once. March: D in 0 and 1. */
const orders = [
  order('A', '1', '2026-01-05', 100),
  order('A', '2', '2026-02-05', 50),
  order('A', '3', '2026-03-05', 25),
  order('A', '4', '2026-05-05', 10),
  order('B', '5', '2026-01-31', 200),
  order('B', '6', '2026-03-01', 20),
  order('B', '7', '2026-04-01', -70),
  order('C', '8', '2026-01-20', 30),
  order('D', '9', '2026-03-15', 500),
  order('D', '10', '2026-04-15', 0.01),
];

const cells = (as_of: string, more: object = {}) => rowsOf('cohort_cells', { orders, parameters: { as_of, ...more } });
const values = (rows: readonly Row[], name: string) => rows.map((row) => row[name]);

describe('cohort_cells', () => {
  it('divides by the size of the cohort, and masks a month that still runs', async () => {
    const rows = await cells('2026-05-20');
    const first = rows.filter((row) => row['cohort_on'] === '2026-01-01');
    expect(values(first, 'age')).toEqual([0, 1, 2, 3, 4]);
    expect(values(first, 'customers')).toEqual([3, 3, 3, 3, 3]);
    expect(values(first, 'active')).toEqual([3, 1, 2, 0, null]);
    expect(values(first, 'retention')).toEqual([1, 1 / 3, 2 / 3, 0, null]);
    expect(values(first, 'revenue')).toEqual([330, 50, 45, -70, null]);
    expect(values(first, 'cumulative_revenue')).toEqual([330, 380, 425, 355, null]);
    expect(values(first, 'revenue_per_customer')[3]).toBeCloseTo(355 / 3, 12);
    expect(values(first, 'complete')).toEqual([true, true, true, true, false]);
    expect(first[2]).toMatchObject(wilson(2, 3)!);
    for (const name of [
      'active',
      'retention',
      'low',
      'high',
      'survivors',
      'survival',
      'revenue',
      'cumulative_revenue',
      'revenue_per_customer',
    ])
      expect(first[4]?.[name]).toBeNull();
  });

  it('shows the month once its last day is over', async () => {
    const last = (await cells('2026-05-31')).find((row) => row['cohort_on'] === '2026-01-01' && row['age'] === 4);
    expect(last).toMatchObject({ active: 1, revenue: 10, complete: true });
  });

  it('counts survivors by the last purchase, and masks them while silent customers may still come back', async () => {
    const rows = (await cells('2026-08-31')).filter((row) => row['cohort_on'] === '2026-01-01');
    expect(values(rows, 'survivors')).toEqual([3, 2, 2, 1, 1, 0, 0, null]);
    expect(values(rows, 'active')).toEqual([3, 1, 2, 0, 1, 0, 0, 0]);
    expect(values(rows, 'survival')[2]).toBeCloseTo(2 / 3, 14);
  });

  it('has 0 revenue in a month without an order, and none anywhere without amounts', async () => {
    expect((await cells('2026-08-31')).find((row) => row['cohort_on'] === '2026-03-01' && row['age'] === 3)).toMatchObject({
      active: 0,
      revenue: 0,
    });
    const without = await rowsOf('cohort_cells', {
      orders: orders.map((row) => ({ ...row, amount: null })),
      parameters: { as_of: '2026-08-31' },
    });
    expect(new Set(without.flatMap((row) => [row['revenue'], row['cumulative_revenue'], row['revenue_per_customer']]))).toEqual(
      new Set([null]),
    );
  });

  it('ends at the last order where there is no as-of date, and is empty without orders', async () => {
    expect((await rowsOf('cohort_cells', { orders })).filter((row) => row['complete'] === false).map((row) => row['age'])).toEqual([4, 2]);
    expect(await rowsOf('cohort_cells', { orders: [], available: new Set(['orders.customer_id', 'orders.ordered_at']) })).toEqual([]);
  });

  it(
    'adds up: cohorts to the buyers, active of period 0 to the cohort, survival never rises, masked cells hold nothing',
    { tags: ['slow'] },
    async () => {
      const line = fc.record({
        customer: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 0, max: 500 }),
        amount: fc.integer({ min: -300, max: 900 }),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(line, { minLength: 1, maxLength: 60 }),
          fc.constantFrom('month', 'quarter', 'year'),
          async (lines, unit) => {
            const made = lines.map(({ customer, day, amount }, index) =>
              order(`C${customer}`, `o${index}`, addDays('2024-01-01', day), amount),
            );
            const buyers = new Set(lines.filter(({ amount }) => amount >= 0).map(({ customer }) => customer)).size;
            const rows = await rowsOf('cohort_cells', { orders: made, parameters: { as_of: '2025-05-15', cohorts: { unit } } });
            const starts = rows.filter((row) => row['age'] === 0);
            expect(starts.reduce((total, row) => total + Number(row['customers']), 0)).toBe(buyers);
            for (const row of rows) {
              const over = row['complete'] === true;
              expect(row['active'] === null).toBe(!over);
              if (!over) expect(row['survivors']).toBeNull();
              if (over && row['age'] === 0)
                expect(row).toMatchObject({ active: row['customers'], retention: 1, survivors: row['customers'] });
              if (row['survivors'] !== null) expect(Number(row['survivors'])).toBeGreaterThanOrEqual(Number(row['active']));
            }
            for (const [index, row] of rows.entries()) {
              const before = rows[index - 1];
              if (before === undefined || before['cohort_on'] !== row['cohort_on'] || row['survivors'] === null) continue;
              expect(Number(row['survivors'])).toBeLessThanOrEqual(Number(before['survivors']));
            }
          },
        ),
        { numRuns: 25 },
      );
    },
  );

  it('holds all revenue of customers with a purchase, up to the last period that is over', async () => {
    await withMetrics(['cohort_cells', 'order_totals'], { orders, parameters: { as_of: '2026-05-31' } }, async ({ table }) => {
      const sum = (rows: readonly Row[], name: string) => rows.reduce((total, row) => total + Number(row[name]), 0);
      expect(sum(await table('cohort_cells'), 'revenue')).toBeCloseTo(sum(await table('order_totals'), 'amount'), 9);
    });
  });
});
