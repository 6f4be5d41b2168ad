import { expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

it('satisfaction_quarters has every quarter from the first feedback on, gaps and the running one, too', async () => {
  const rows = await rowsOf('satisfaction_quarters', {
    feedback: [
      { customer_id: 'A', at: '2025-11-05 09:00:00', nps: 10, csat: 5 },
      { customer_id: 'A', at: '2025-12-05 09:00:00', nps: 6, csat: 3 },
      { customer_id: 'A', at: '2026-05-05 09:00:00', kind: 'complaint' },
    ],
    orders: [
      order('A', '1', '2025-01-01', 5),
      order('A', '2', '2025-11-01', 5),
      order('A', '3', '2026-04-01', 5),
      order('B', '4', '2026-04-02', 5),
    ],
    parameters: { as_of: '2026-05-31' },
  });
  expect(
    rows.map((row) => [
      row['quarter'],
      row['is_over'],
      row['answers'],
      row['nps'],
      row['csat'],
      row['complaints'],
      row['orders'],
      row['complaint_rate'],
    ]),
  ).toEqual([
    ['2025-Q4', true, 2, 0, 0.5, 0, 1, 0],
    ['2026-Q1', true, 0, null, null, 0, 0, null],
    ['2026-Q2', false, 0, null, null, 1, 2, 0.5],
  ]);
});
