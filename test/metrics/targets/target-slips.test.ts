import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';

const january = { owner: 'Jae', level: 'rep', metric: 'revenue', period_start: '2026-01-01', period_end: '2026-01-31' };
const february = { ...january, period_start: '2026-02-01', period_end: '2026-02-28' };
const given = {
  reps: [{ name: 'Jae' }],
  orders: [order('C', 'o1', '2026-01-05', 10, { rep: 'Jae' }), order('C', 'o2', '2026-02-05', 7, { rep: 'Jae' })],
};
const quarter = { from: '2026-01-01', to: '2026-04-01' };

async function slips(...targets: readonly Row[]): Promise<unknown[]> {
  const rows = await rowsOf('target_slips', { ...given, targets: targets.map((row) => ({ ...january, ...row })) });
  return rows.map(({ target_order: place, slip }) => [place, slip]);
}

describe('target_slips', () => {
  it('has the targets that can be none of their metric, and no others', async () => {
    expect(await slips({ value: 500 }, { value: null }, { value: 0, owner: 'Kim' })).toEqual([]);
    expect(await slips({ value: 0.5, unit: '%' })).toEqual([[1, 'in_percent']]);
    expect(await slips({ value: 120, unit: '%' })).toEqual([[1, 'in_percent']]);
    expect(await slips({ value: 0.5 })).toEqual([[1, 'below_one']]);
    expect(await slips({ value: -500 })).toEqual([[1, 'out_of_scale']]);
    expect(await slips({ value: 85, metric: 'retention_rate' })).toEqual([[1, 'rate_above_one']]);
    expect(await slips({ value: -500, metric: 'profit' }, { value: 0.85, metric: 'retention_rate', unit: '%' })).toEqual([]);
  });

  it('are in no sum: what was reached in their periods is left out as of blank ones', async () => {
    const targets = [
      { ...january, value: 5 },
      { ...february, value: 0.5, unit: '%' },
    ];
    const goals = await rowsOf('target_goals', { ...given, targets, parameters: { as_of: '2026-03-31', target_period: quarter } });
    expect(goals.map(({ target, actual, targets: n, blanks, slips: slipped }) => [target, actual, n, blanks, slipped])).toEqual([
      [5, 10, 2, 0, 1],
    ]);
    const rep = await rowsOf('rep_targets', { ...given, targets, parameters: { as_of: '2026-03-31', period: quarter } });
    expect(rep.map(({ target, actual, attainment }) => [target, actual, attainment])).toEqual([[5, 10, 2]]);
  });

  it('leave a target of the very period in % to the months that have a value', async () => {
    const targets = [
      { ...january, period_end: '2026-03-31', value: 0.5, unit: '%' },
      { ...january, value: 5 },
      { ...february, value: 6 },
    ];
    const goals = await rowsOf('target_goals', { ...given, targets, parameters: { as_of: '2026-03-31', target_period: quarter } });
    expect(goals.map(({ target, actual }) => [target, actual])).toContainEqual([11, 17]);
  });

  it('are no number that is split', async () => {
    const company = { owner: 'Acme', level: 'company', metric: 'revenue', period_start: '2027-01-01', period_end: '2027-12-31' };
    const orders = Array.from({ length: 12 }, (_, month) =>
      order('C', `${month}`, `2026-${String(month + 1).padStart(2, '0')}-05`, 10_000, { rep: 'Jae' }),
    );
    const [plan] = await rowsOf('split_plan', {
      ...given,
      orders,
      targets: [{ ...company, value: 0.5, unit: '%' }],
      parameters: { as_of: '2026-12-31' },
    });
    expect(plan).toMatchObject({ value_basis: 'growth', value: 120_000 });
  });
});
