import { expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';
import { january } from './months.ts';

it('target_gaps are whole months after the first record in which nobody has one, of each metric by its own file', async () => {
  const rows = await rowsOf('target_gaps', {
    targets: ['revenue', 'nps', 'visits'].map((metric) => ({ ...january, owner: 'Jae', metric, value: 1 })),
    reps: [{ name: 'Jae' }],
    orders: [order('C', 'a', '2025-08-31', 1), order('C', 'b', '2025-11-01', 1), order('C', 'c', '2026-02-01', 1)],
    feedback: [{ customer_id: 'C', at: '2025-12-05 10:00:00', nps: 9 }],
    parameters: { as_of: '2026-01-31' },
  });
  // January is over on its last day; nothing is known of what came after the as-of date, and visits have no file at all.
  expect(rows.map(({ metric, month, month_end: end }) => [metric, month, end])).toEqual([
    ['nps', '2026-01-01', '2026-01-31'],
    ['revenue', '2025-09-01', '2025-09-30'],
    ['revenue', '2025-10-01', '2025-10-31'],
    ['revenue', '2025-12-01', '2025-12-31'],
    ['revenue', '2026-01-01', '2026-01-31'],
  ]);
});
