import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';
import { january } from './months.ts';

const reps = [{ name: 'Jae' }, { name: 'New', joined_on: '2026-01-12' }];
const orders = [
  order('C', 'o0', '2025-12-05', 1, { rep: 'New' }),
  order('C', 'o1', '2026-01-05', 60, { rep: 'Jae' }),
  order('C', 'o2', '2026-01-14', -10, { rep: 'New' }),
];

/** January 2026 has 22 working days; by the 15th 11 have passed, from the 12th on 15 and 4. */
async function attained(targets: readonly Row[], calendar: object = {}): Promise<Row[]> {
  return rowsOf('target_attainment', {
    targets: targets.map((row) => ({ ...january, owner: 'Jae', ...row })),
    reps,
    orders,
    parameters: { as_of: '2026-01-15', targets: { calendar } },
  });
}

describe('target_attainment', () => {
  it('divides by working days, and says what the rest takes', async () => {
    expect((await attained([{ value: 100 }]))[0]).toMatchObject({
      attainment: 0.6,
      gap: 40,
      working_days: 22,
      passed_days: 11,
      time_progress: 0.5,
      pace: 1.2,
      reached_per_day: 60 / 11,
      needed_per_day: 40 / 11,
      joined_within: false,
    });
  });

  it('leaves out days off that the calendar names', async () => {
    const [row] = await attained([{ value: 100 }], { holidays: ['2026-01-01', '2026-01-02'] });
    expect(row).toMatchObject({ working_days: 20, passed_days: 9, time_progress: 9 / 20 });
  });

  it('has no attainment of a target that is missing or zero, but the gap; below zero it counts as missing', async () => {
    const rows = await attained([{ value: null }, { value: 0, ambition: 'stretch' }, { value: -5, ambition: 'challenge' }]);
    expect(rows.map(({ attainment, gap, pace }) => [attainment, gap, pace])).toEqual([
      [null, null, null],
      [null, null, null],
      [null, -60, null],
    ]);
  });

  it('counts time from the day of joining, and takes returns for what they are', async () => {
    expect((await attained([{ owner: 'New', value: 100 }]))[0]).toMatchObject({
      attainment: -0.1,
      gap: 110,
      starts_on: '2026-01-12',
      joined_within: true,
      working_days: 15,
      passed_days: 4,
      last_sale_on: '2025-12-05',
    });
  });

  it('needs nothing a day where the target is reached', async () => {
    expect((await attained([{ value: 50 }]))[0]).toMatchObject({ attainment: 1.2, gap: -10, needed_per_day: null });
  });
});
