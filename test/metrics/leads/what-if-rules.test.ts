import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { wilson } from '../../../src/stats/wilson.ts';
import { rowsOf } from '../run.ts';
import { asOf, logged } from './what-if-rows.ts';

function rules(pool_events: readonly Row[], what_if: object): Promise<Row[]> {
  return rowsOf('what_if_rules', { pool_events, parameters: { as_of: asOf, what_if } });
}

describe('what_if_rules', () => {
  it('bounds what would have been freed: at least what nobody touched again, at most all', async () => {
    const [row] = await rules(
      [
        ...logged('never', 'claim 0 甲', 'recycle 30'),
        ...logged('later', 'claim 0 甲', 'contact 25 甲', 'return 30 甲'),
        ...logged('won', 'claim 0 乙', 'convert 25 乙'),
        ...logged('held', 'claim 100 乙'),
        ...logged('kept', 'claim 0 乙', 'return 5 乙', 'claim 9 丙', 'convert 12 丙'),
      ],
      { recycle_days: 15 },
    );
    expect(row).toMatchObject({
      rule: 'recycle_days',
      value: 15,
      affected: 4,
      // never and held.
      affected_low: 2,
      leads: 4,
      reps: 2,
      still_held: 1,
      // 15 and 10 days, 10 until it converted, 6 to the as-of date.
      idle_days: 41,
      converted: 1,
      first_on: '2026-03-16',
      last_on: '2026-06-24',
      // Three came back, of which one was claimed again, and that one converted.
      came_back: 3,
      claimed_again: 1,
      taken_again: 1,
      converted_again: 1,
    });
    const claimable = Math.ceil(4 * wilson(1, 3)!.high);
    expect(row).toMatchObject({ claimable, gained: Math.ceil(claimable * wilson(1, 1)!.high) });
  });

  it('bounds refusals: at least what exceeds the limit at its peak, or none, where the rep may wait', async () => {
    const rows = await rules(
      [
        ...logged('a', 'claim 0 甲', 'return 10 甲'),
        ...logged('b', 'claim 0 甲', 'return 10 甲'),
        ...logged('c', 'claim 1 甲', 'return 10 甲'),
        ...logged('d', 'claim 20 甲', 'return 30 甲'),
        ...logged('e', 'claim 21 甲', 'convert 30 甲'),
      ],
      { holding_limit: 1, daily_quota: 1 },
    );
    expect(
      rows.map(({ rule, affected, affected_low, converted, idle_days }) => [rule, affected, affected_low, converted, idle_days]),
    ).toEqual([
      ['daily_quota', 1, 0, 0, null],
      // b, c and e; three at once are two too many.
      ['holding_limit', 3, 2, 1, null],
    ]);
  });

  it('has a row without a holding where the rule changes nothing, and none for rules that are not asked for', async () => {
    expect(await rules(logged('a', 'claim 0 甲', 'return 3 甲'), { recycle_days: 15 })).toMatchObject([
      { rule: 'recycle_days', affected: 0, affected_low: 0, leads: 0, first_on: null, claimable: 0 },
    ]);
    expect(await rules(logged('a', 'claim 0 甲'), {})).toEqual([]);
  });
});
