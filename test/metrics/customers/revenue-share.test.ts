import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';

function customers(...revenues: readonly (number | null)[]): { customer_id: string; revenue: number | null }[] {
  return revenues.map((revenue, index) => ({ customer_id: `C${index + 1}`, revenue }));
}

async function classes(...revenues: readonly (number | null)[]): Promise<unknown[]> {
  return (await rowsOf('revenue_share', { customers: customers(...revenues) })).map((row) => row['abc_class']);
}

describe('revenue_share', () => {
  it('ranks, shares and cumulates, equal revenues in the order of the ids', async () => {
    expect(await rowsOf('revenue_share', { customers: customers(25, 50, 25) })).toEqual([
      {
        customer_id: 'C1',
        revenue: 25,
        revenue_rank: 2,
        revenue_share: 0.25,
        revenue_before: 50,
        revenue_total: 100,
        cumulative_share: 0.75,
        abc_class: 'A',
      },
      {
        customer_id: 'C2',
        revenue: 50,
        revenue_rank: 1,
        revenue_share: 0.5,
        revenue_before: 0,
        revenue_total: 100,
        cumulative_share: 0.5,
        abc_class: 'A',
      },
      {
        customer_id: 'C3',
        revenue: 25,
        revenue_rank: 3,
        revenue_share: 0.25,
        revenue_before: 75,
        revenue_total: 100,
        cumulative_share: 1,
        abc_class: 'A',
      },
    ]);
  });

  it('gives the customer that crosses a cut the higher class, one that starts on it the lower', async () => {
    expect(await classes(80, 15, 5)).toEqual(['A', 'B', 'C']);
    expect(await classes(79, 16, 4, 1)).toEqual(['A', 'A', 'C', 'C']);
    expect(await classes(0.8, 0.15, 0.05)).toEqual(['A', 'B', 'C']);
  });

  it('puts revenue of zero or less into C and an unknown one nowhere', async () => {
    expect(await classes(100, 0, -20, null)).toEqual(['A', 'C', 'C', null]);
  });

  it('lets shares add up to one with net returns', async () => {
    const rows = await rowsOf('revenue_share', { customers: customers(120, -20) });
    expect(rows.map((row) => row['revenue_share'])).toEqual([1.2, -0.2]);
    expect(rows.map((row) => row['cumulative_share'])).toEqual([1.2, 1]);
  });

  it('has no shares of a total that is not above zero', async () => {
    const rows = await rowsOf('revenue_share', { customers: customers(10, -10) });
    expect(rows).toMatchObject([
      { revenue_share: null, cumulative_share: null, abc_class: 'C', revenue_rank: 1 },
      { revenue_share: null, cumulative_share: null, abc_class: 'C', revenue_rank: 2 },
    ]);
  });
});
