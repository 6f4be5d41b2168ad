import { expect, it } from 'vitest';
import { stratifiedDifference } from '../../../src/stats/stratified-difference.ts';
import { order, rowsOf } from '../run.ts';

it('repurchase_by_answer looks at the days after the latest answer whose days are over', async () => {
  const answer = (customer_id: string, day: string, nps: number) => ({ customer_id, at: `${day} 09:00:00`, nps });
  const rows = await rowsOf('repurchase_by_answer', {
    feedback: [
      answer('A', '2026-01-01', 10),
      answer('B', '2026-01-01', 9),
      answer('C', '2026-01-01', 2),
      answer('D', '2026-01-01', 10),
      // These days are not over: the answer before counts.
      answer('D', '2026-06-20', 0),
      answer('E', '2023-01-01', 0),
    ],
    orders: [
      order('A', '1', '2025-12-01', 40),
      order('A', '2', '2026-02-01', 60),
      order('B', '3', '2026-01-01', 10),
      order('B', '4', '2026-06-01', 10),
      order('C', '5', '2026-04-01', 10),
      order('D', '6', '2026-04-02', 10),
    ],
    parameters: { as_of: '2026-06-30' },
  });
  const difference = stratifiedDifference([
    [
      { successes: 0, trials: 1 },
      { successes: 1, trials: 1 },
    ],
  ])!;
  expect(rows).toMatchObject([
    {
      answer_group: 'detractor',
      customers: 1,
      buyers: 1,
      rate: 1,
      revenue: 10,
      revenue_before: 0,
      difference: difference.value,
      difference_low: difference.interval.low,
      verdict: 'cannot_tell',
    },
    { answer_group: 'passive', customers: 0, rate: null, difference: null, verdict: null },
    {
      answer_group: 'promoter',
      window_days: 90,
      customers: 3,
      buyers: 1,
      rate: 1 / 3,
      revenue: 20,
      revenue_before: 50 / 3,
      difference: null,
    },
  ]);
});
