import { expect, it } from 'vitest';
import { rowsOf } from '../run.ts';

it('action_states tells overdue tasks from open, done and cancelled ones, with the days late', async () => {
  const actions = [
    { action: 'visit', rep: '1', due_on: '2026-09-30', state: 'open' },
    { action: 'event', rep: 'Jae', due_on: '2026-10-15', state: 'done', done_on: '2026-10-20' },
    { action: 'audit', rep: null, due_on: '2026-11-30', state: null },
    { action: 'early', rep: 'Jae', due_on: '2026-10-15', state: null, done_on: '2026-10-01' },
    { action: 'planned', rep: 'Jae', due_on: '2026-10-15', state: 'open', done_on: '2026-12-01' },
    { action: 'dropped', rep: 'Jae', due_on: '2026-01-15', state: 'cancelled' },
    { action: 'marked', rep: 'Jae', due_on: null, state: 'done' },
  ];
  const rows = await rowsOf('action_states', { actions, reps: [{ rep_id: '1', name: 'Amy' }], parameters: { as_of: '2026-10-31' } });
  expect(rows.map(({ action, rep, state, late_days: late }) => [action, rep, state, late])).toEqual([
    ['visit', 'Amy', 'overdue', 31],
    ['planned', 'Jae', 'overdue', 16],
    ['audit', null, 'open', 0],
    ['early', 'Jae', 'done', 0],
    ['event', 'Jae', 'done', 5],
    ['marked', 'Jae', 'done', null],
    ['dropped', 'Jae', 'cancelled', null],
  ]);
});
