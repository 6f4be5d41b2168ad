import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import { order, rowsOf, withMetrics } from '../run.ts';

/** Each customer's revenue of 2024 and of 2025; `x` opens the data on their first day. */
function years(amounts: Readonly<Record<string, readonly [then: number | null, now: number | null]>>) {
  return Object.entries(amounts).flatMap(([id, [then, now]]) => [
    ...(then === null ? [] : [order(id, `${id}1`, '2024-01-02', then)]),
    ...(now === null ? [] : [order(id, `${id}2`, '2025-07-01', now)]),
  ]);
}

const parameters = { as_of: '2025-12-31', cohorts: { unit: 'year' } };

describe('revenue_retention', () => {
  it('compares each customer with himself, so that a new one hides no loss', async () => {
    const orders = years({ A: [100, 120], B: [200, 150], C: [50, null], D: [150, 150], E: [null, 80] });
    const [row] = await rowsOf('revenue_retention', { orders, parameters });
    expect(row).toMatchObject({
      last_on: '2025-12-31',
      months: 12,
      customers: 4,
      retained: 3,
      excluded: 0,
      start_revenue: 500,
      churned: 50,
      contraction: 50,
      expansion: 20,
      end_revenue: 420,
      gross_retention: 0.8,
      net_retention: 0.84,
      logo_retention: 0.75,
    });
  });

  it('has no interval where one customer holds more than four fifths of the base', async () => {
    const orders = years({ A: [10_000, 8000], B: [200, 150], C: [50, null], D: [150, 150] });
    const [row] = await rowsOf('revenue_retention', { orders, parameters });
    expect(row).toMatchObject({ gross_low: null, gross_high: null, net_low: null, net_high: null });
    expect(row?.['gross_retention']).toBeCloseTo(8300 / 10_400, 12);
  });

  it('has the linearised interval of a ratio of sums, and Wilson for customers', async () => {
    const orders = years({ A: [100, 120], B: [200, 150], C: [50, null], D: [150, 150], E: [null, 80] });
    const [row] = await rowsOf('revenue_retention', { orders, parameters });
    const interval = (ratio: number, later: readonly number[]) => {
      const spread = [100, 200, 50, 150].reduce((sum, then, index) => sum + (later[index]! - ratio * then) ** 2, 0);
      return (1.959963984540054 * Math.sqrt((spread * 4) / 3)) / 500;
    };
    expect(row?.['gross_low']).toBeCloseTo(0.8 - interval(0.8, [100, 150, 0, 150]), 10);
    expect(row?.['gross_high']).toBe(1);
    expect(row?.['net_low']).toBeCloseTo(0.84 - interval(0.84, [120, 150, 0, 150]), 10);
    expect(row?.['net_high']).toBeCloseTo(0.84 + interval(0.84, [120, 150, 0, 150]), 10);
    expect(row?.['logo_low']).toBeCloseTo(0.30064, 5);
    expect(row?.['logo_high']).toBeCloseTo(0.95441, 5);
  });

  it('leaves out and counts customers whose start is not above zero, and counts a negative end as it is', async () => {
    const orders = years({ A: [100, -40], B: [100, 100], C: [0, 500], D: [-20, 500], E: [null, 500] });
    expect(await rowsOf('revenue_retention', { orders, parameters })).toMatchObject([
      { customers: 2, excluded: 2, retained: 1, churned: 140, expansion: 0, end_revenue: 60, gross_retention: 0.3, net_retention: 0.3 },
    ]);
  });

  it('is the sum of the later window by that of the earlier where returns of the later one exceed its sales', async () => {
    const orders = years({ A: [100, 100], G: [100, -60] });
    const [row] = await rowsOf('revenue_retention', { orders, parameters });
    expect(row).toMatchObject({ start_revenue: 200, churned: 160, end_revenue: 40, gross_retention: 0.2, net_retention: 0.2 });
    expect(row?.['net_low']).toBeLessThan(0);
  });

  it('has no rate without a base, and no interval where customers do not differ', async () => {
    const nobody = years({ A: [-5, 10], B: [null, 10] });
    expect(await rowsOf('revenue_retention', { orders: nobody, parameters })).toMatchObject([
      { customers: 0, excluded: 1, start_revenue: 0, gross_retention: null, net_retention: null, logo_retention: null, logo_low: null },
    ]);
    const alike = years({ A: [10, 20], B: [30, 60] });
    expect(await rowsOf('revenue_retention', { orders: alike, parameters })).toMatchObject([
      { gross_retention: 1, gross_low: null, net_retention: 2, net_low: null, logo_retention: 1 },
    ]);
  });

  it('has the window of the as-of date, and those of the calendar before it whose first tenth the data may miss', async () => {
    const orders = [
      order('A', '1', '2023-11-05', 100),
      order('A', '2', '2024-11-10', 70),
      order('A', '3', '2025-11-05', 30),
      order('A', '4', '2025-11-20', 1000),
    ];
    const rows = await rowsOf('revenue_retention', { orders, parameters: { as_of: '2025-11-15' } });
    expect(rows.map((row) => [row['last_on'], row['start_revenue'], row['end_revenue']])).toEqual([
      ['2025-09-30', 100, 70],
      ['2025-10-31', 100, 70],
      ['2025-11-15', 70, 30],
    ]);
  });

  it('is empty where the data are too short, and not computed without amounts', async () => {
    expect(await rowsOf('revenue_retention', { orders: [order('A', '1', '2025-12-20', 5)], parameters })).toEqual([]);
    await withMetrics(['revenue_retention'], { orders: [order('A', '1', '2024-01-02', null)], parameters }, async ({ report, table }) => {
      expect(report.notComputed).toEqual([{ metric: 'revenue_retention', needs: ['orders.amount'] }]);
      expect(await table('revenue_retention')).toEqual([]);
    });
  });

  it('keeps GRR at most 1 and at most NRR, and the two apart by what expands', { tags: ['slow'] }, async () => {
    const line = fc.record({
      customer: fc.integer({ min: 1, max: 9 }),
      day: fc.integer({ min: 0, max: 729 }),
      cents: fc.integer({ min: -20_000, max: 90_000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 60 }), async (lines) => {
        const orders = lines.map(({ customer, day, cents }, index) =>
          order(`C${customer}`, `o${index}`, addDays('2024-01-01', day), cents / 100),
        );
        const rows = await rowsOf('revenue_retention', {
          orders: [order('X', 'x', '2024-01-01', 1), ...orders],
          parameters: { as_of: '2025-12-30' },
        });
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) {
          const [gross, net, start] = ['gross_retention', 'net_retention', 'start_revenue'].map((name) => Number(row[name]));
          const [churned, contraction, expansion, end] = ['churned', 'contraction', 'expansion', 'end_revenue'].map((name) =>
            Number(row[name]),
          );
          expect(gross).toBeLessThanOrEqual(1);
          expect(net! - gross!).toBeCloseTo(expansion! / start!, 9);
          expect(start! - churned! - contraction! + expansion!).toBeCloseTo(end!, 6);
          if (expansion === 0) expect(net).toBeCloseTo(gross!, 12);
          if (row['gross_low'] !== null) {
            expect(Number(row['gross_low'])).toBeLessThanOrEqual(gross!);
            expect(Number(row['gross_high'])).toBeGreaterThanOrEqual(gross!);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
