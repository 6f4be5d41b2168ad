import { expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { january, steadyOrders } from './months.ts';

it('target_windows are the months before, each cut where as many of its working days had passed', async () => {
  const rows = await rowsOf('target_windows', {
    targets: [{ ...january, owner: 'Jae', value: 1 }],
    reps: [{ name: 'Jae' }],
    orders: steadyOrders('Jae', 2, 1),
    parameters: { as_of: '2026-01-15' },
  });
  const windows = [...new Set(rows.map(({ window_from: from, window_to: to, cut }) => [from, to, cut].join(' ')))];
  // Half of the 20 working days of November, of the 23 of December 12 (rounded).
  expect(windows).toEqual(['2025-11-01 2025-12-01 2025-11-16', '2025-12-01 2026-01-01 2025-12-16']);
  expect(rows).toHaveLength(30 + 31);
});
