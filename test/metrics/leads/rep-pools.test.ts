import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { asOf, taken } from './allocation-rows.ts';
import { type Leads, together } from './lead-rows.ts';

function from(pool: string | null, rep: string, count: number): Leads {
  const { leads, pool_events } = taken({ rep, industry: pool ?? '', converted: 0, lost: count });
  return { leads: leads.map((lead) => ({ ...lead, pool })), pool_events };
}

const parts = together(
  from('东', '甲', 3),
  from('西', '甲', 1),
  from('西', '乙', 2),
  from('东', '丙', 2),
  from('西', '丙', 2),
  from(null, '丁', 2),
);

describe('rep_pools', () => {
  it('counts of which pools each rep takes; of equal ones the first by name is the own', async () => {
    const rows = await rowsOf('rep_pools', { ...parts, parameters: { as_of: asOf } });
    expect(rows.map(({ rep, pool, taken: count, share, is_own: isOwn }) => [rep, pool, count, share, isOwn])).toEqual([
      ['丙', '东', 2, 0.5, true],
      ['丙', '西', 2, 0.5, false],
      ['乙', '西', 2, 1, true],
      ['甲', '东', 3, 0.75, true],
      ['甲', '西', 1, 0.25, false],
    ]);
  });

  it('makes what a rep took of other pools a count of rep_leads, where there are several', async () => {
    const otherPools = async (input: Leads) =>
      (await rowsOf('rep_leads', { ...input, parameters: { as_of: asOf } })).map(({ rep, other_pools: count }) => [rep, count]);
    expect(await otherPools(parts)).toEqual([
      ['丁', 0],
      ['丙', 2],
      ['乙', 0],
      ['甲', 1],
    ]);
    expect(await otherPools(together(from('东', '甲', 3)))).toEqual([['甲', null]]);
  });
});
