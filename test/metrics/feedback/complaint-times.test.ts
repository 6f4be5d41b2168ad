import { expect, it } from 'vitest';
import { rowsOf } from '../run.ts';

it('complaint_times counts open complaints as censored', async () => {
  const complaint = { customer_id: 'A', kind: 'complaint' };
  const rows = await rowsOf('complaint_times', {
    feedback: [
      { ...complaint, at: '2026-03-01 09:00:00', closed_on: '2026-03-03' },
      { ...complaint, at: '2026-03-01 09:00:00', closed_on: '2026-03-05' },
      { ...complaint, at: '2026-03-21 09:00:00', state: 'open', due_on: '2026-03-25' },
      { ...complaint, at: '2026-03-01 09:00:00', state: 'open' },
      { ...complaint, at: '2026-02-01 09:00:00', closed_on: '2026-02-07' },
    ],
    parameters: { as_of: '2026-03-31', period: { from: '2026-03-01', to: '2026-04-01' } },
  });
  // Closed after 2 and 4 days of four, the others open for 10 and 30: survival falls to 3/4 and then to 1/2, and stays there up to day 30.
  expect(rows).toEqual([
    { period: 'current', complaints: 4, closed: 2, open: 2, overdue: 1, median_days: 17, ninety_days: null },
    { period: 'previous', complaints: 1, closed: 1, open: 0, overdue: 0, median_days: 6, ninety_days: 6 },
    { period: 'year_ago', complaints: 0, closed: 0, open: 0, overdue: 0, median_days: null, ninety_days: null },
  ]);
});
