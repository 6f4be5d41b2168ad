import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';
import { alike, asOf, held, pooled, specialists, taken, takenAt } from './allocation-rows.ts';
import { type Leads, together } from './lead-rows.ts';

function allocated(parts: readonly Leads[], pool: object = {}, reps: readonly Row[] = []): Promise<Row[]> {
  return rowsOf('lead_allocation', { ...together(...parts), reps, parameters: { as_of: asOf, pool } });
}

describe('lead_allocation', () => {
  it('gives each lead to the rep who converts its kind', async () => {
    const rows = await allocated(specialists);
    expect(rows).toHaveLength(20);
    for (const row of rows) {
      expect(row).toMatchObject({ step: 'give', holder: null, rep: row['segment'] === '制造' ? '甲' : '乙', holder_chance: null });
      // 40% there, 6% elsewhere, 23% of all reps.
      expect(Number(row['chance'])).toBeGreaterThan(0.34);
      expect(Number(row['all_chance'])).toBeCloseTo(0.23, 1);
    }
  });

  it('deals out in turn where reps are alike, with the chance that they have together', async () => {
    const rows = await allocated(alike);
    const counts = ['丙', '乙', '甲'].map((rep) => rows.filter((row) => row['rep'] === rep).length);
    expect(counts.toSorted((one, other) => one - other)).toEqual([3, 3, 4]);
    const [first] = rows;
    // 30 of 150.
    expect(Number(first!['chance'])).toBeCloseTo(0.2, 2);
    for (const { chance = null } of rows) expect(chance).toBe(first!['chance']);
  });

  it('moves what waits with its owner to somebody else, or back to the pool where nobody has room, and lets the rest wait', async () => {
    const parts = [
      ...['甲', '乙'].map((rep) => taken({ rep, industry: '制造', converted: 10, lost: 40 })),
      held('甲', '制造', 4, 20),
      {
        leads: [
          {
            lead_id: 'seen',
            owner: '乙',
            last_contact_at: '2026-06-29 09:00:00',
            assigned_at: '2026-06-28 09:00:00',
            created_at: '2026-06-28 09:00:00',
          },
        ],
        pool_events: [],
      },
      pooled('制造', 2),
    ];
    const reps = [
      { name: '甲', capacity: 1 },
      { name: '乙', capacity: 4 },
    ];
    const rows = await allocated(parts, {}, reps);
    // One fits with 甲, three with 乙 who has one that was contacted; six leads there are.
    const steps = rows.map(({ step, holder, rep }) => [step, holder, rep].join(' ')).toSorted();
    expect(rows).toHaveLength(6);
    expect(rows.filter(({ rep }) => rep === '甲')).toHaveLength(1);
    expect(rows.filter(({ rep }) => rep === '乙')).toHaveLength(3);
    expect(steps.filter((step) => step.startsWith('take_back 甲') || step.startsWith('wait')).length).toBe(2);
  });

  it('keeps to skills and quotas', async () => {
    const pool = { allocation: { daily_quota: 3, skills: [{ by: 'industry', values: ['零售'], teams: ['华东'] }] } };
    const rows = await allocated(specialists, pool, [
      { name: '甲', team: '华东' },
      { name: '乙', team: '华南' },
    ]);
    expect(rows.filter(({ step }) => step === 'give')).toHaveLength(6);
    expect(rows.filter(({ step }) => step === 'wait')).toHaveLength(14);
    expect(rows.filter(({ rep, segment }) => rep === '乙' && segment === '零售')).toEqual([]);
  });

  it('keeps to no rule of skills that nobody meets', async () => {
    const rows = await allocated(specialists, { allocation: { skills: [{ by: 'industry', values: ['零售'], reps: ['无此人'] }] } });
    expect(rows.filter(({ step }) => step === 'give')).toHaveLength(20);
  });

  it('gives nobody back what it had last', async () => {
    const parts = ['甲', '乙'].flatMap((rep): Leads[] => {
      const back = held(rep, '制造', 5, 30);
      const returned = back.leads.map(({ lead_id = null }) => ({ lead_id, event: 'return', at: '2026-06-20 09:00:00', rep }));
      return [
        taken({ rep, industry: '制造', converted: 10, lost: 40 }),
        { leads: back.leads.map((lead) => ({ ...lead, owner: null })), pool_events: [...back.pool_events, ...returned] },
      ];
    });
    const rows = await allocated(parts, { allocation: { ages: 'all' } });
    expect(rows).toHaveLength(10);
    for (const { rep = null, last_rep: last = null } of rows) expect([rep, last]).toEqual(last === '甲' ? ['乙', '甲'] : ['甲', '乙']);
  });

  it('leaves in the pool what is older than any lead that reps took, unless asked for all', async () => {
    const parts = [...alike, pooled('制造', 4, 40)];
    expect(await allocated(parts)).toHaveLength(10);
    expect(await allocated(parts, { allocation: { ages: 'all' } })).toHaveLength(14);
  });

  it('expects less of old leads where old ones converted less, and gives the young ones out first', async () => {
    const parts = [
      ...['甲', '乙'].flatMap((rep) => [taken({ rep, industry: '制造', converted: 40, lost: 60 }), held(rep, '制造', 1, 1)]),
      ...['甲', '乙'].map((rep) => takenAt({ rep, industry: '制造', converted: 2, lost: 98, age: 45 })),
      pooled('制造', 3, 5),
      pooled('制造', 3, 40),
    ];
    const rows = await allocated(parts, { allocation: { daily_quota: 2 } });
    const chances = new Map(rows.map(({ lead_id, chance = null }) => [String(lead_id), chance]));
    expect(Number(chances.get('pool 制造 5 0'))).toBeCloseTo(0.4, 1);
    expect(Number(chances.get('pool 制造 40 0'))).toBeCloseTo(0.02, 1);
    expect(rows.filter(({ step }) => step === 'give').filter(({ lead_id }) => String(lead_id).startsWith('pool 制造 5')).length).toBe(3);
    expect(rows.filter(({ step }) => step === 'wait')).toHaveLength(2);
  });

  it('gives leads of a pool to those who take of it, and to a newcomer; to everybody where nobody does, or where asked', async () => {
    const inPool = (pool: string, { leads, pool_events }: Leads): Leads => ({
      leads: leads.map((lead) => ({ ...lead, pool })),
      pool_events,
    });
    const parts = [
      ...[
        ['甲', '东'],
        ['乙', '西'],
      ].map(([rep, pool]) => inPool(pool!, taken({ rep: rep!, industry: '制造', converted: 10, lost: 40 }))),
      ...['甲', '乙'].map((rep) => inPool(rep === '甲' ? '东' : '西', held(rep, '制造', 1, 1))),
      inPool('东', pooled('制造', 6, 5)),
      inPool('北', pooled('制造', 3, 4)),
    ];
    const takersOf = async (pool: object = {}, reps: readonly Row[] = []) => {
      const rows = await allocated(parts, pool, reps);
      const of = (days: string) =>
        [...new Set(rows.filter(({ lead_id }) => String(lead_id).startsWith(`pool 制造 ${days}`)).map(({ rep }) => String(rep)))].toSorted(
          (one, other) => (one < other ? -1 : 1),
        );
      return { east: of('5'), north: of('4') };
    };
    expect(await takersOf()).toEqual({ east: ['甲'], north: ['乙', '甲'] });
    expect(await takersOf({ allocation: { across_pools: true } })).toEqual({ east: ['乙', '甲'], north: ['乙', '甲'] });
    const listed = ['甲', '乙', '丙'].map((name) => ({ name, capacity: 50 }));
    expect((await takersOf({}, listed)).east).toEqual(['丙', '甲']);
  });

  it('never leaves a lead that is late enough for another rep with who has it, unless nobody else has room', async () => {
    const parts = [
      ...['甲', '乙'].map((rep) => taken({ rep, industry: '制造', converted: 10, lost: 40 })),
      held('甲', '制造', 4, 40),
      held('乙', '制造', 4, 40),
    ];
    const rows = await allocated(parts);
    expect(rows).toHaveLength(8);
    for (const { step, holder, rep } of rows) expect([step, rep]).toEqual(['move', holder === '甲' ? '乙' : '甲']);
    const alone = await allocated([taken({ rep: '甲', industry: '制造', converted: 10, lost: 40 }), held('甲', '制造', 4, 40)]);
    expect(alone.map(({ step }) => step)).toEqual(['stay', 'stay', 'stay', 'stay']);
  });
});
