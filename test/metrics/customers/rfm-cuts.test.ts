import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';

function customers(values: readonly number[]): Record<string, number | string>[] {
  return values.map((value, index) => ({ customer_id: `C${index}`, recency_days: 10, orders: 1, revenue: value }));
}

async function monetary(values: readonly number[], rfm: unknown = { method: 'quantile' }): Promise<unknown[]> {
  const rows = await rowsOf('rfm_cuts', { customers: customers(values), parameters: { rfm } });
  return rows.filter((row) => row['measure'] === 'monetary').map((row) => row['value']);
}

describe('rfm_cuts', () => {
  it('are the quantiles of type 7 of R', async () => {
    expect(await monetary([1, 2, 3, 4, 10])).toEqual([1.8, 2.6, 3.4, 5.2]);
    expect(await monetary([7, 7])).toEqual([7, 7, 7, 7]);
    // One customer differs from nobody: no score of him would mean anything.
    expect(await monetary([7])).toEqual([]);
    expect(await monetary([0.1, 0.2, 0.3, 0.4, 0.5, 0.6])).toEqual([0.2, 0.3, 0.4, 0.5]);
  });

  it('are exact for revenue that runs to trillions', async () => {
    expect(await monetary([9_000_000_000_000.5, 9_000_000_000_001])).toEqual([
      9_000_000_000_000.6, 9_000_000_000_000.7, 9_000_000_000_000.8, 9_000_000_000_000.9,
    ]);
  });

  it('are one higher by the rule of the R package', async () => {
    expect(await monetary([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1], { method: 'rfm-compat' })).toEqual([1.28, 1.46, 1.64, 1.82]);
  });

  it('are the cuts of the user', async () => {
    const cuts = { recency: [10, 30, 90, 180], frequency: [1, 2, 3, 5], monetary: [100.5, 200, 300, 400] };
    const rows = await rowsOf('rfm_cuts', { customers: customers([1]), parameters: { rfm: { method: 'cuts', cuts } } });
    expect(rows).toHaveLength(12);
    expect(rows.map((row) => row['value'])).toEqual([...cuts.frequency, ...cuts.monetary, ...cuts.recency]);
  });

  it('count only customers with an order', async () => {
    const rows = await rowsOf('rfm_cuts', {
      customers: [...customers([5, 5]), { customer_id: 'N', recency_days: 99, orders: 0, revenue: 0 }, { customer_id: 'M', revenue: 900 }],
    });
    expect(new Set(rows.filter((row) => row['measure'] === 'monetary').map((row) => row['value']))).toEqual(new Set([5]));
  });
});
