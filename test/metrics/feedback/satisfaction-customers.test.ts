import { expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

it('satisfaction_customers has the latest answers, what is open, what was bought, and what calls for somebody', async () => {
  const at = (day: string) => `${day} 09:00:00`;
  const rows = await rowsOf('satisfaction_customers', {
    feedback: [
      { customer_id: 'A', at: at('2026-01-05'), nps: 9 },
      { customer_id: 'A', at: at('2026-03-05'), nps: 4 },
      { customer_id: 'A', at: at('2026-03-05'), nps: 3 },
      {
        customer_id: 'B',
        at: at('2026-03-01'),
        kind: 'complaint',
        state: 'open',
        topic: 'late',
        due_on: '2026-03-11',
        action: 'call',
        action_owner: 'Li',
      },
      { customer_id: 'B', at: at('2026-03-20'), kind: 'complaint', state: 'open', topic: 'price' },
      { customer_id: 'C', at: at('2026-03-20'), kind: 'complaint', state: 'open' },
      { customer_id: 'D', at: at('2025-01-20'), nps: 2 },
      { customer_id: 'E', at: at('2026-03-20'), csat: 1 },
      { customer_id: 'F', at: at('2026-03-20'), csat: 5, nps: 7 },
    ],
    orders: [order('A', '1', '2026-03-01', 70), order('A', '2', '2025-03-31', 30), order('B', '3', '2025-04-01', 5)],
    parameters: { as_of: '2026-03-31' },
  });
  expect(rows).toMatchObject([
    {
      customer_id: 'A',
      answers: 3,
      nps: 3,
      nps_before: 4,
      nps_group: 'detractor',
      nps_on: '2026-03-05',
      revenue: 70,
      calls_for: 'detractor',
    },
    {
      customer_id: 'B',
      complaints: 2,
      open_complaints: 2,
      open_days: 30,
      overdue_days: 20,
      topic: 'late',
      action: 'call',
      action_owner: 'Li',
      revenue: 5,
      calls_for: 'overdue',
    },
    { customer_id: 'C', open_complaints: 1, open_days: 11, overdue_days: null, revenue: null, calls_for: 'complaint' },
    { customer_id: 'D', answers: 0, nps: 2, calls_for: null },
    { customer_id: 'E', csat: 1, csat_mean: 1, csat_group: 'dissatisfied', calls_for: 'dissatisfied' },
    { customer_id: 'F', csat: 5, csat_group: 'satisfied', calls_for: null },
  ]);
});
