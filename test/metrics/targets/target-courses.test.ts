import { expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';
import { january, steadyOrders } from './months.ts';

const reps = [{ name: 'Jae' }, { name: 'Idle' }];
const orders = [...steadyOrders('Jae', 2, 10), order('D', 'd', '2025-12-30', 5, { rep: 'Jae' })];

it('target_courses have what came by the cut and in all, 0 where nothing did', async () => {
  const rows = await rowsOf('target_courses', {
    targets: ['Jae', 'Idle'].map((owner) => ({ ...january, owner, value: 1 })),
    reps,
    orders,
    parameters: { as_of: '2026-01-15' },
  });
  expect(rows.map(({ window_from: from, so_far, total }) => [from, so_far, total])).toEqual([
    ['2025-11-01', 0, 0],
    ['2025-12-01', 0, 0],
    ['2025-11-01', 100, 200],
    ['2025-12-01', 120, 235],
  ]);
});

it('target_courses count different customers, not days with them', async () => {
  const rows = await rowsOf('target_courses', {
    targets: [{ ...january, owner: 'Jae', metric: 'customers', value: 1 }],
    reps,
    orders,
    parameters: { as_of: '2026-01-15' },
  });
  expect(rows.map(({ so_far, total }) => [so_far, total])).toEqual([
    [1, 1],
    [1, 2],
  ]);
});
