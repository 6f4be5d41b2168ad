import { expect, it } from 'vitest';
import { meanInterval } from '../../../src/stats/means.ts';
import { rowsOf } from '../run.ts';

it('action_effects compares the answers of each customer before its complaint and after the closing', async () => {
  const story = (customer_id: string, before: number, after: number) => [
    { customer_id, at: '2025-01-01 09:00:00', nps: 10 },
    { customer_id, at: '2025-11-01 09:00:00', nps: before },
    { customer_id, at: '2025-12-01 09:00:00', kind: 'complaint', closed_on: '2026-01-10' },
    { customer_id, at: '2026-01-05 09:00:00', nps: 0 },
    { customer_id, at: '2026-02-01 09:00:00', nps: after },
    { customer_id, at: '2026-03-01 09:00:00', nps: 1 },
  ];
  const feedback = [
    ...story('A', 5, 8),
    ...story('B', 6, 7),
    ...story('C', 7, 6),
    { customer_id: 'D', at: '2026-01-01 09:00:00', kind: 'complaint', state: 'open' },
  ];
  const rows = await rowsOf('action_effects', { feedback, parameters: { as_of: '2026-03-31' } });
  const interval = meanInterval({ n: 3, sum: 3, squares: 11 })!;
  expect(rows).toEqual([
    expect.objectContaining({ measure: 'csat', customers: 0, difference: null, verdict: 'cannot_tell' }),
    { measure: 'nps', customers: 3, before_mean: 6, after_mean: 7, difference: 1, ...interval, rose: 2, fell: 1, verdict: 'cannot_tell' },
  ]);
});
