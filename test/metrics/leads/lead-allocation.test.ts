import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';
import { alike, asOf, held, pooled, specialists, taken } from './allocation-rows.ts';
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
      // 40 % there, 6 % elsewhere, 23 % of all reps.
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

  it('gives nobody back what it had last', async () => {
    const parts = ['甲', '乙'].flatMap((rep): Leads[] => {
      const back = held(rep, '制造', 5, 30);
      const returned = back.leads.map(({ lead_id = null }) => ({ lead_id, event: 'return', at: '2026-06-20 09:00:00', rep }));
      return [
        taken({ rep, industry: '制造', converted: 10, lost: 40 }),
        { leads: back.leads.map((lead) => ({ ...lead, owner: null })), pool_events: [...back.pool_events, ...returned] },
      ];
    });
    const rows = await allocated(parts);
    expect(rows).toHaveLength(10);
    for (const { rep = null, last_rep: last = null } of rows) expect([rep, last]).toEqual(last === '甲' ? ['乙', '甲'] : ['甲', '乙']);
  });
});
