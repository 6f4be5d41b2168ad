import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

const orders = [
  order('A', '1', '2024-01-01', 100),
  order('A', '2', '2025-01-01', 300),
  order('B', '3', '2024-01-01', 100),
  order('B', '4', '2026-01-01', 100),
  order('C', '5', '2025-12-01', 70),
];

describe('simple_lifetime_value', () => {
  it('is average order × orders a year × years of a customer life × margin', async () => {
    const rows = await rowsOf('simple_lifetime_value', { orders, parameters: { as_of: '2026-01-01', value: { margin: 0.5 } } });
    // A: 366 days from first to last order, B: 731; their mean in years of 365 days.
    const years = (366 + 731) / 2 / 365;
    expect(rows.map((row) => [row['lifetime_years'], row['lifetime_customers']])).toEqual([
      [years, 2],
      [years, 2],
      [years, 2],
    ]);
    const perYear = (count: number, days: number): number => count / Math.max(1, days / 365);
    expect(rows[0]!['simple_value']).toBeCloseTo(200 * perYear(2, 731) * years * 0.5, 9);
    expect(rows[1]!['simple_value']).toBeCloseTo(100 * perYear(2, 731) * years * 0.5, 9);
    expect(rows[2]!['simple_value']).toBeCloseTo(70 * perYear(1, 31) * years * 0.5, 9);
  });

  it('takes the years that were set', async () => {
    const parameters = { as_of: '2026-01-01', value: { lifetime_years: 3 } };
    const rows = await rowsOf('simple_lifetime_value', { orders, parameters });
    expect(rows.map((row) => row['lifetime_years'])).toEqual([3, 3, 3]);
    expect(rows[2]!['simple_value']).toBe(210);
  });

  it('is not known where nobody came back, nor for a customer without orders', async () => {
    const once = await rowsOf('simple_lifetime_value', { orders: orders.slice(4), parameters: { as_of: '2026-01-01' } });
    expect(once).toEqual([{ customer_id: 'C', simple_value: null, lifetime_years: null, lifetime_customers: 0 }]);
    const idle = { orders, customers: [{ customer_id: 'D' }], parameters: { as_of: '2026-01-01' } };
    expect((await rowsOf('simple_lifetime_value', idle)).at(-1)).toMatchObject({ customer_id: 'D', simple_value: null });
  });

  it('comes from the summary columns of a customer file without orders', async () => {
    const customers = [{ customer_id: 'A', orders: 4, revenue: 800, first_order_on: '2024-01-01', last_order_on: '2025-12-31' }];
    const [row] = await rowsOf('simple_lifetime_value', { customers, parameters: { as_of: '2025-12-31' } });
    expect(row!['simple_value']).toBeCloseTo(200 * (4 / (730 / 365)) * (730 / 365), 9);
  });
});
