import { expect, it } from 'vitest';
import { rowsOf } from '../run.ts';

it('churn_feedback counts complaints open on the day, and takes the latest answers', async () => {
  const complaint = { customer_id: 'A', kind: 'complaint' };
  const feedback = [
    { ...complaint, at: '2026-01-01 09:00:00', state: 'open' },
    { ...complaint, at: '2026-01-11 09:00:00', state: 'in_progress' },
    { ...complaint, at: '2026-01-02 09:00:00', state: 'closed' },
    { ...complaint, at: '2026-01-03 09:00:00', state: 'closed', closed_on: '2026-02-01' },
    { ...complaint, at: '2026-01-03 09:00:00', closed_on: '2026-01-20' },
    { ...complaint, at: '2026-02-03 09:00:00', state: 'open' },
    { customer_id: 'A', kind: 'survey', at: '2026-01-10 08:00:00', csat: 5, nps: 9 },
    { customer_id: 'A', kind: 'survey', at: '2026-01-20 08:00:00', csat: 2 },
    { customer_id: 'A', kind: 'survey', at: '2026-01-20 10:00:00', csat: 3 },
    { customer_id: 'B', kind: 'survey', at: null, nps: 3 },
  ];
  expect(await rowsOf('churn_feedback', { feedback, parameters: { as_of: '2026-01-31' } })).toEqual([
    { customer_id: 'A', open_complaints: 3, oldest_complaint_days: 30, csat: 2, nps: 9, csat_scale: 5 },
    { customer_id: 'B', open_complaints: 0, oldest_complaint_days: null, csat: null, nps: 3, csat_scale: 5 },
  ]);
});
