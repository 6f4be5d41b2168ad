import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';
import { asOf, logged } from './what-if-rows.ts';

function replayed(pool_events: readonly Row[], what_if: object, more: { period?: object; activities?: Row[] } = {}): Promise<Row[]> {
  const { period = null, activities = [] } = more;
  return rowsOf('what_if_spells', { pool_events, activities, parameters: { as_of: asOf, period, what_if } });
}

describe('what_if_spells', () => {
  it('frees a lead after so many days without contact, on that day in time, and says what came of it', async () => {
    const rows = await replayed(
      [
        // 10 days: just in time. Then 11: freed on day 20, and contacted the day after.
        ...logged('late', 'claim 0 甲', 'contact 10 甲', 'contact 21 甲', 'convert 40 甲'),
        ...logged('never', 'claim 0 甲', 'recycle 30'),
        ...logged('kept', 'claim 0 乙', 'contact 8 乙', 'return 18 乙'),
        ...logged('open', 'claim 100 乙', 'contact 105 乙'),
        // Two holdings: only the second is idle.
        ...logged('twice', 'claim 0 甲', 'return 5 甲', 'claim 50 乙', 'return 61 乙'),
      ],
      { recycle_days: 10 },
    );
    expect(
      rows.map(({ lead_id: id, spell_order: turn, rep, happened_on: on, next_contact_on: next, ended_by: end, idle_days: days }) => [
        id,
        turn,
        rep,
        on,
        next,
        end,
        days,
      ]),
    ).toEqual([
      ['late', 1, '甲', '2026-03-21', '2026-03-22', 'convert', 1],
      ['never', 1, '甲', '2026-03-11', null, 'recycle', 20],
      // 14 June + 10 days is the 24th; the as-of date is the 30th.
      ['open', 1, '乙', '2026-06-24', null, null, 6],
      ['twice', 2, '乙', '2026-04-30', null, 'return', 1],
    ]);
  });

  it('counts activities as contacts', async () => {
    const events = logged('called', 'claim 0 甲', 'recycle 18');
    expect(await replayed(events, { recycle_days: 10 })).toHaveLength(1);
    expect(await replayed(events, { recycle_days: 10 }, { activities: [{ lead_id: 'called', at: '2026-03-09 15:00:00' }] })).toEqual([]);
  });

  it('refuses what goes over the holding limit, whoever hands it out; leads that fall back make room', async () => {
    const events = [
      ...logged('a', 'claim 0 甲', 'return 60 甲'),
      ...logged('b', 'claim 1 甲', 'return 60 甲'),
      ...logged('c', 'assign 2 甲', 'convert 60 甲'),
      ...logged('d', 'claim 30 甲', 'return 60 甲'),
      ...logged('e', 'claim 60 甲', 'return 61 甲'),
      ...logged('f', 'claim 2 乙'),
    ];
    const refused = async (rules: object) =>
      (await replayed(events, rules))
        .filter(({ rule }) => rule === 'holding_limit')
        .map(({ lead_id, over_limit: over }) => [lead_id, over]);
    // 甲 holds a, b, c and d; e comes when all have gone.
    expect(await refused({ holding_limit: 2 })).toEqual([
      ['c', 1],
      ['d', 2],
    ]);
    expect(await refused({ holding_limit: 2, recycle_days: 10 })).toEqual([['c', 1]]);
  });

  it('refuses claims beyond the quota of a day, and of leads lost no longer ago than the ban', async () => {
    const events = [
      ...logged('a', 'claim 0 甲', 'return 10 甲', 'claim 20 甲'),
      ...logged('b', 'claim 0 甲', 'recycle 10', 'claim 12 乙', 'return 13 乙', 'claim 30 甲'),
      ...logged('c', 'claim 0 甲', 'return 10 甲', 'assign 11 甲'),
    ];
    expect((await replayed(events, { daily_quota: 2 })).map(({ lead_id, from_on: on }) => [lead_id, on])).toEqual([['c', '2026-03-01']]);
    const banned = async (days: number) =>
      (await replayed(events, { claim_ban_days: days })).map(({ lead_id, spell_order: turn }) => [lead_id, turn]);
    expect(await banned(9)).toEqual([]);
    expect(await banned(10)).toEqual([['a', 2]]);
    expect(await banned(20)).toEqual([
      ['a', 2],
      ['b', 3],
    ]);
  });

  it('judges holdings begun in the period alone, against all that were held, and none where no rule is asked for', async () => {
    const events = [...logged('a', 'claim 0 甲'), ...logged('b', 'claim 40 甲')];
    const april = { from: '2026-04-01', to: '2026-05-01' };
    expect((await replayed(events, { holding_limit: 1 }, { period: april })).map(({ lead_id }) => lead_id)).toEqual(['b']);
    expect(await replayed(events, {})).toEqual([]);
  });
});
