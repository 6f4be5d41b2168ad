import { expect, it } from 'vitest';
import { rowsOf } from '../run.ts';

const parameters = { as_of: '2026-01-31' };

it('feedback_rows groups answers, blank ones and those off the scale being none', async () => {
  const survey = { customer_id: 'A', kind: 'survey' };
  const rows = await rowsOf('feedback_rows', {
    feedback: [
      ...[10, 9, 8, 7, 6, 0, 11, null].map((nps, day) => ({ ...survey, at: `2026-01-0${day + 1} 09:00:00`, nps })),
      { ...survey, at: '2026-01-20 09:00:00', csat: 4 },
      { ...survey, at: '2026-01-21 09:00:00', csat: 3 },
      { ...survey, at: '2026-01-22 09:00:00', csat: 2 },
      { ...survey, at: '2026-01-23 09:00:00', csat: 5 },
      { ...survey, at: '2026-02-01 09:00:00', nps: 10 },
    ],
    parameters,
  });
  expect(rows.map((row) => row['nps_group'])).toEqual([
    'promoter',
    'promoter',
    'passive',
    'passive',
    'detractor',
    'detractor',
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(rows.map((row) => row['csat_group']).slice(8)).toEqual(['satisfied', 'neutral', 'dissatisfied', 'satisfied']);
  expect(rows.map((row) => row['is_open'])).toEqual(rows.map(() => false));
});

it('feedback_rows says what is open, overdue and closed on the day', async () => {
  const complaint = { customer_id: 'A', kind: 'complaint' };
  const rows = await rowsOf('feedback_rows', {
    feedback: [
      { ...complaint, at: '2026-01-01 09:00:00', state: 'open', due_on: '2026-01-15', action_owner: 'R2', rep: 'Li' },
      { ...complaint, at: '2026-01-02 09:00:00', state: 'closed', closed_on: '2026-01-12' },
      { ...complaint, at: '2026-01-03 09:00:00', state: 'closed', closed_on: '2026-02-12' },
      { ...complaint, at: '2026-01-04 09:00:00' },
      { customer_id: 'A', kind: 'suggestion', at: '2026-01-05 09:00:00' },
      { customer_id: 'A', kind: 'suggestion', at: '2026-01-06 09:00:00', action: 'look into it', due_on: '2026-02-06' },
      { customer_id: 'A', at: '2026-01-07 09:00:00', service_score: 3 },
      { customer_id: 'A', at: '2026-01-08 09:00:00', state: 'in_progress' },
      { customer_id: 'A', at: '2026-01-09 09:00:00', text: 'hello' },
    ],
    customers: [{ customer_id: 'A', owner: 'Zhao' }],
    reps: [{ rep_id: 'R2', name: 'Sun' }],
    parameters,
  });
  expect(rows).toMatchObject([
    { is_open: true, open_days: 30, overdue_days: 16, close_days: null, rep: 'Li', action_owner: 'Sun' },
    { is_open: false, open_days: null, close_days: 10, closed_on: '2026-01-12', rep: 'Zhao', action_owner: 'Zhao' },
    { is_open: true, open_days: 28, closed_on: null },
    { is_open: true, open_days: 27, overdue_days: null, action_owner: 'Zhao' },
    { is_open: false, kind: 'suggestion' },
    { is_open: true, open_days: 25, overdue_days: null, action_owner: 'Zhao' },
    { is_open: false, kind: 'survey', service_score: 3 },
    { is_open: true, kind: 'case', open_days: 23 },
    { is_open: false, kind: null },
  ]);
});
