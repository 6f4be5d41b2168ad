import { expect, it } from 'vitest';
import { rowsOf } from '../run.ts';

it('churn_flags is what the customer file says, and null where it does not', async () => {
  const customers = [
    { customer_id: 'A', lost: true, lost_on: '2026-01-05', lost_reason: '价格' },
    { customer_id: 'B', lost: false, contract_end_on: '2026-12-31', overdue_amount: 12.5 },
    { customer_id: 'C' },
  ];
  expect(await rowsOf('churn_flags', { customers })).toEqual([
    { customer_id: 'A', lost: 1, lost_on: '2026-01-05', lost_reason: '价格', contract_end_on: null, overdue_amount: null },
    { customer_id: 'B', lost: 0, lost_on: null, lost_reason: null, contract_end_on: '2026-12-31', overdue_amount: 12.5 },
    { customer_id: 'C', lost: null, lost_on: null, lost_reason: null, contract_end_on: null, overdue_amount: null },
  ]);
});
