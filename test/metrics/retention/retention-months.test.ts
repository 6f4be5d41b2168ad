import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';
import { sampleOrders } from '../sample.ts';

describe('retention_months', () => {
  it('counts of the customers of the year before who bought in the year up to each month; nobody where the data begin later', async () => {
    // Of A and B who bought in the year up to October 2025, A did again; of the year up to September 2025 nothing is covered.
    const orders = [order('A', '1', '2024-11-01', 1), order('B', '2', '2025-02-01', 1), order('A', '3', '2025-11-20', 1)];
    const rows = await rowsOf('retention_months', { orders, parameters: { as_of: '2026-10-31' } });
    expect(rows).toHaveLength(13);
    expect(rows.at(-1)).toEqual({ last_on: '2026-10-31', customers_before: 2, kept: 1 });
    expect(rows.at(-2)).toEqual({ last_on: '2026-09-30', customers_before: null, kept: null });
  });

  it('ends with the figure of retention_rates, in a month that is not over as well', async () => {
    for (const asOf of ['2026-02-28', '2026-05-17']) {
      const input = { orders: sampleOrders, parameters: { as_of: asOf } };
      const rates = await rowsOf('retention_rates', input);
      const months = await rowsOf('retention_months', input);
      const { period_to: last_on, customers_before, kept } = rates.at(-1)!;
      expect(months.at(-1)).toEqual({ last_on, customers_before, kept });
      expect(Number(kept)).toBeGreaterThan(0);
      expect(last_on).toBe(asOf);
    }
  });
});
