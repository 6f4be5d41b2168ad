import { expect, it } from 'vitest';
import { wilson } from '../../../src/stats/wilson.ts';
import { rowsOf } from '../run.ts';

it('action_owners counts what is open, overdue, done and late of each', async () => {
  const complaint = { customer_id: 'A', kind: 'complaint' };
  const rows = await rowsOf('action_owners', {
    feedback: [
      { ...complaint, at: '2026-03-01 09:00:00', action_owner: 'Li', due_on: '2026-03-10', closed_on: '2026-03-09' },
      { ...complaint, at: '2026-03-01 09:00:00', action_owner: 'Li', due_on: '2026-03-10', closed_on: '2026-03-12' },
      { ...complaint, at: '2026-03-01 09:00:00', action_owner: 'Li', closed_on: '2026-03-21' },
      { ...complaint, at: '2026-03-11 09:00:00', action_owner: 'Li', due_on: '2026-03-20', state: 'open' },
      { ...complaint, at: '2026-03-15 09:00:00', state: 'open' },
      { ...complaint, at: '2025-01-15 09:00:00', action_owner: 'Wu', closed_on: '2025-02-15' },
    ],
    parameters: { as_of: '2026-03-31' },
  });
  const interval = wilson(1, 2)!;
  expect(rows).toEqual([
    expect.objectContaining({ action_owner: '', open: 1, overdue: 0, oldest_days: 16, done: 0, on_time: null }),
    {
      action_owner: 'Li',
      open: 1,
      overdue: 1,
      oldest_days: 20,
      done: 3,
      done_due: 2,
      done_late: 1,
      on_time: 0.5,
      on_time_low: interval.low,
      on_time_high: interval.high,
      // 8, 11 and 20 days, one open for 20: survival 3/4, 1/2, 1/4.
      median_days: 15.5,
    },
  ]);
});
