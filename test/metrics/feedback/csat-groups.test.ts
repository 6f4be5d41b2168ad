import { expect, it } from 'vitest';
import { wilson } from '../../../src/stats/wilson.ts';
import { rowsOf } from '../run.ts';

it('csat_groups has the share of the top two points, the mean, and the same a year before', async () => {
  const answer = (csat: number, day: string, channel = 'phone') => ({ customer_id: 'A', at: `${day} 09:00:00`, csat, channel });
  const feedback = [
    ...[5, 4, 4, 3].map((csat) => answer(csat, '2026-03-05')),
    answer(1, '2026-03-06', 'online'),
    ...[2, 5].map((csat) => answer(csat, '2025-03-06')),
  ];
  const parameters = { as_of: '2026-03-31', period: { from: '2026-03-01', to: '2026-04-01' } };
  const rows = await rowsOf('csat_groups', { feedback, parameters });
  expect(rows.map((row) => [row['breakdown'], row['group_name'], row['base'], row['value']])).toEqual([
    ['all', '', 5, 0.6],
    ['channel', 'online', 1, 0],
    ['channel', 'phone', 4, 0.75],
  ]);
  expect(rows[0]).toMatchObject({
    ...wilson(3, 5),
    customers: 1,
    satisfied: 3,
    dissatisfied: 1,
    mean: 3.4,
    previous_base: 0,
    year_ago_base: 2,
    year_ago_value: 0.5,
    year_ago_verdict: 'cannot_tell',
  });
});
