import { expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { january, steadyOrders } from './months.ts';

it('target_forecast_tests forecast each month from what was known by its cut', async () => {
  const rows = await rowsOf('target_forecast_tests', {
    targets: [{ ...january, owner: 'Jae', value: 1 }],
    reps: [{ name: 'Jae' }],
    orders: steadyOrders('Jae', 6, 10),
    parameters: { as_of: '2026-01-15' },
  });
  // July to September are the past of the first test; an interval takes four tests.
  expect(rows.map(({ window_from: from, so_far, total, low }) => [from, so_far, total, low])).toEqual([
    ['2025-10-01', 120, 230, null],
    ['2025-11-01', 100, 200, null],
    ['2025-12-01', 120, 230, null],
  ]);
  expect(rows.map(({ run_rate: rate }) => Math.round(Number(rate)))).toEqual([230, 200, 230]);
});
