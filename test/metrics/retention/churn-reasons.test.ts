import { expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

it('churn_reasons counts customers marked as lost, with what they bought in the year up to their last purchase', async () => {
  const orders = [
    order('A', '1', '2024-01-01', 1000),
    order('A', '2', '2025-01-02', 10),
    order('A', '3', '2026-01-01', 5),
    order('B', '4', '2026-01-01', 7),
    order('C', '5', '2026-01-01', 7),
    order('F', '6', '2025-05-01', 70),
    order('F', '7', '2025-07-01', 70),
  ];
  const customers = [
    { customer_id: 'A', lost_on: '2026-02-01', lost_reason: '价格', industry: '零售' },
    { customer_id: 'B', lost: true },
    { customer_id: 'C', lost: false, lost_reason: '价格' },
    { customer_id: 'D', lost_on: '2026-02-01', lost_reason: '价格', industry: '零售' },
    { customer_id: 'E', lost_on: '2026-12-01', lost_reason: '价格' },
    // Bought again after the mark.
    { customer_id: 'F', lost_on: '2025-06-01', lost_reason: '价格' },
  ];
  const rows = await rowsOf('churn_reasons', { orders, customers, parameters: { as_of: '2026-06-30' } });
  expect(rows.filter((row) => row['dimension'] === 'all')).toEqual([
    { dimension: 'all', member: '', reason: '', customers: 1, revenue: 7 },
    { dimension: 'all', member: '', reason: '价格', customers: 2, revenue: 15 },
  ]);
  expect(rows.filter((row) => row['dimension'] === 'industry')).toEqual([
    { dimension: 'industry', member: '', reason: '', customers: 1, revenue: 7 },
    { dimension: 'industry', member: '零售', reason: '价格', customers: 2, revenue: 15 },
  ]);
});
