import { expect, it } from 'vitest';
import { wilson } from '../../../src/stats/wilson.ts';
import { order, rowsOf } from '../run.ts';

it('respondents sets those who answered in the period against the other customers', async () => {
  const rows = await rowsOf('respondents', {
    feedback: [
      { customer_id: 'A', at: '2026-03-01 09:00:00', nps: 9 },
      { customer_id: 'B', at: '2024-03-01 09:00:00', nps: 9 },
      { customer_id: 'B', at: '2026-03-01 09:00:00', kind: 'complaint' },
      { customer_id: 'Z', at: '2026-03-01 09:00:00', nps: 9 },
    ],
    orders: [
      order('A', '1', '2026-01-01', 40),
      order('A', '2', '2026-02-01', 20),
      order('B', '3', '2026-01-01', 30),
      order('C', '4', '2026-01-01', 10),
    ],
    parameters: { as_of: '2026-03-31' },
  });
  const share = wilson(1, 3)!;
  expect(rows).toMatchObject([
    {
      answered: 'answered',
      customers: 1,
      share: 1 / 3,
      share_low: share.low,
      share_high: share.high,
      revenue: 60,
      revenue_share: 0.6,
      revenue_per_customer: 60,
      orders_per_customer: 2,
      repeat_customers: 1,
      repeat_rate: 1,
    },
    { answered: 'silent', customers: 2, revenue: 40, revenue_share: 0.4, revenue_per_customer: 20, orders_per_customer: 1, repeat_rate: 0 },
  ]);
});
