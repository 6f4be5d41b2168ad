import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';
import { sampleOrders } from '../sample.ts';

describe('revenue_retention_months', () => {
  it('is revenue_retention of twelve months up to the day and to the ends of the months before', async () => {
    const orders = [
      order('A', '1', '2024-04-01', 100),
      order('B', '2', '2024-09-10', 300),
      order('A', '3', '2025-10-02', 150),
      order('B', '4', '2026-05-20', 50),
    ];
    const rows = await rowsOf('revenue_retention_months', { orders, parameters: { as_of: '2026-05-31' } });
    // Up to May: of June 2024 to May 2025 B alone, 50 of 300. Up to April: of May 2024 to April 2025 B alone, nothing; March: A and B, 150 of 400.
    expect(rows.map((row) => [row['last_on'], row['customers'], row['net_retention']])).toEqual([
      // Up to February: no order tells of March 2024, the first of the months before.
      ['2026-03-31', 2, 0.375],
      ['2026-04-30', 1, 0],
      ['2026-05-31', 1, 50 / 300],
    ]);
  });

  it('ends with the row of revenue_retention, and says nothing where the data are shorter than two years', async () => {
    const [whole] = (await rowsOf('revenue_retention', { orders: sampleOrders, parameters: { as_of: '2026-04-30' } })).toReversed();
    const months = await rowsOf('revenue_retention_months', { orders: sampleOrders, parameters: { as_of: '2026-04-30' } });
    expect(months.at(-1)).toEqual(whole);
    expect(months.length).toBeGreaterThan(1);
    const short = sampleOrders.filter(({ ordered_at: at }) => String(at) > '2025');
    expect(await rowsOf('revenue_retention_months', { orders: short, parameters: { as_of: '2026-04-30' } })).toEqual([]);
  });
});
