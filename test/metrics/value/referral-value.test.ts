import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

const orders = [order('A', '1', '2025-06-01', 10), order('B', '2', '2025-06-01', 100.1), order('C', '3', '2025-06-01', 200.2)];
const parameters = { as_of: '2026-01-01' };

async function referrals(customers: readonly { readonly [column: string]: string | null }[]): Promise<unknown[][]> {
  const rows = await rowsOf('referral_value', { orders, customers, parameters });
  return rows.map((row) => [row['customer_id'], row['referred_customers'], row['referral_value']]);
}

describe('referral_value', () => {
  it('is what the referred customers are worth: here, without a model, their revenue so far', async () => {
    const customers = [
      { customer_id: 'A', name: '华东机电' },
      { customer_id: 'B', referred_by: 'A' },
      { customer_id: 'C', referred_by: '华东机电' },
    ];
    expect(await referrals(customers)).toEqual([['A', 2, 300.3]]);
  });

  it('does not follow a name that two customers have, a customer that does not exist, nor a customer who names itself', async () => {
    const customers = [
      { customer_id: 'A', name: '同名' },
      { customer_id: 'D', name: '同名', referred_by: 'nobody' },
      { customer_id: 'B', referred_by: '同名' },
      { customer_id: 'C', referred_by: 'C' },
    ];
    expect(await referrals(customers)).toEqual([]);
  });

  it('takes an id before a name, and leaves the value open where it is not known', async () => {
    const customers = [
      { customer_id: 'A', name: 'B' },
      { customer_id: 'B', name: 'x' },
      { customer_id: 'D', referred_by: 'B' },
    ];
    expect(await referrals(customers)).toEqual([['B', 1, null]]);
  });
});
