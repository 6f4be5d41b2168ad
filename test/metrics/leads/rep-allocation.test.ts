import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { type Input, rowsOf } from '../run.ts';
import { alike, asOf, held, pooled, specialists, taken } from './allocation-rows.ts';
import { type Leads, together } from './lead-rows.ts';

function reps(parts: readonly Leads[], more: Input = {}): Promise<Row[]> {
  return rowsOf('rep_allocation', { ...together(...parts), parameters: { as_of: asOf }, ...more });
}

describe('rep_allocation', () => {
  it('says what each rep has, gets and then has, and what that is expected to bring', async () => {
    const [yi, jia] = await reps(specialists);
    expect(jia).toMatchObject({
      rep: '甲',
      state: 'gets',
      held: 1,
      stays: 0,
      leaves: 0,
      gets: 10,
      proposed: 11,
      holding_limit: null,
      customers: null,
    });
    expect(yi).toMatchObject({ rep: '乙', gets: 10 });
    // Ten times a little less than 40%.
    expect(Number(jia!['expected'])).toBeGreaterThan(3.4);
    expect(Number(jia!['expected'])).toBeLessThan(4);
  });

  it('counts customers towards a capacity, not towards the limit of the settings', async () => {
    const customers = [
      { customer_id: 'C1', owner: '甲' },
      { customer_id: 'C2', owner: '甲' },
      { customer_id: 'C3', owner: '甲', lost_on: '2026-01-01' },
    ];
    const list = ['甲', '乙', '丙'].map((name) => ({ name, capacity: 5 }));
    const rows = await reps(alike, { customers, reps: list });
    // 5 − 1 held − 2 customers.
    expect(rows.find(({ rep }) => rep === '甲')).toMatchObject({ gets: 2, holding_limit: 5, customers: 2 });
    expect(rows.find(({ rep }) => rep === '乙')).toMatchObject({ gets: 4, customers: 0 });
    const limited = await reps(alike, { customers, parameters: { as_of: asOf, pool: { holding_limit: 2 } } });
    expect(limited.map(({ gets, holding_limit }) => [gets, holding_limit])).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
  });

  it('gives none to who is not in the list of reps, has taken none lately, or does not work what is in hand', async () => {
    const returned = (rep: string, count: number, worked: boolean): Leads => {
      const { leads, pool_events } = held(rep, '制造', count, 40);
      const more = leads.flatMap(({ lead_id = null }) => [
        ...(worked ? [{ lead_id, event: 'contact', at: '2026-05-22 10:00:00', rep }] : []),
        { lead_id, event: 'recycle', at: '2026-06-05 09:00:00', rep: null },
        { lead_id, event: 'invalidate', at: '2026-06-06 09:00:00', rep: null },
      ]);
      return { leads: leads.map((lead) => ({ ...lead, status: 'invalid' })), pool_events: [...pool_events, ...more] };
    };
    const parts = [
      ...alike,
      returned('丁', 60, false),
      taken({ rep: '戊', industry: '制造', converted: 10, lost: 40 }),
      held('己', '制造', 1, 1),
    ];
    const list = ['甲', '乙', '丙', '丁', '戊'].map((name) => ({ name, team: '华东' }));
    const rows = await reps(parts, { reps: list });
    expect(Object.fromEntries(rows.map(({ rep, state, gets }) => [rep, [state, gets === 0]]))).toEqual({
      甲: ['gets', false],
      乙: ['gets', false],
      丙: ['gets', false],
      丁: ['capped', true],
      戊: ['not_active', true],
      己: ['not_active', true],
    });
  });

  it('moves no lead of a pool that is empty', async () => {
    expect(await reps([taken({ rep: '甲', industry: '制造', converted: 4, lost: 4 }), held('甲', '制造', 1, 1)])).toEqual([]);
    expect(await reps([pooled('制造', 3)])).toEqual([]);
  });
});
