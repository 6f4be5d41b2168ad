import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';

const lead = (lead_id: string, created: string | null, more: Row = {}): Row => ({
  lead_id,
  status: 'unassigned',
  created_at: created === null ? null : `${created} 09:00:00`,
  ...more,
});
const parameters = { as_of: '2026-03-31' };

const leads = [
  lead('A', '2026-03-24', { source: '展会', recycles: 0 }),
  lead('B', '2026-03-23', { source: '展会', recycles: 1, last_contact_at: '2026-03-25 09:00:00' }),
  lead('C', '2025-09-01', { source: '官网', recycles: 5, last_contact_at: '2025-10-01 09:00:00' }),
  lead('D', null),
  lead('E', '2026-03-24', { source: '展会', owner: '张三' }),
  lead('F', '2026-03-24', { source: '展会', status: 'invalid' }),
];

describe('pool_distribution', () => {
  it('counts open leads without an owner by what the files say of them', async () => {
    const rows = await rowsOf('pool_distribution', { leads, parameters });
    expect(
      rows.map(({ dimension, member, member_order, leads: n, share, median_age_days, never_contacted }) => [
        dimension,
        member,
        member_order,
        n,
        share,
        median_age_days,
        never_contacted,
      ]),
    ).toEqual([
      ['age', '0–7', 1, 1, 0.25, 7, 1],
      ['age', '181+', 5, 1, 0.25, 211, 0],
      ['age', '8–30', 2, 1, 0.25, 8, 0],
      ['all', 'all', 0, 4, 1, 8, 2],
      ['comebacks', '0', 0, 1, 0.25, 7, 1],
      ['comebacks', '1', 1, 1, 0.25, 8, 0],
      ['comebacks', '3+', 3, 1, 0.25, 211, 0],
      ['source', '官网', 0, 1, 0.25, 211, 0],
      ['source', '展会', 0, 2, 0.5, 7.5, 1],
    ]);
  });

  it('counts leads in hand by the days until they fall back: by the file, else by the rule', async () => {
    const held = (lead_id: string, expires_at: string | null, assigned_at: string | null = null): Row =>
      lead(lead_id, '2026-03-01', { owner: '张三', status: 'working', expires_at, assigned_at });
    const hand = [
      held('A', '2026-03-30 09:00:00'),
      held('B', '2026-03-31 09:00:00'),
      held('C', '2026-04-04 09:00:00'),
      held('D', null, '2026-03-29 09:00:00'),
      held('E', '2026-06-30 09:00:00'),
    ];
    const counted = async (recycle_days: number | null): Promise<unknown[]> => {
      const rows = await rowsOf('pool_distribution', { leads: hand, parameters: { ...parameters, pool: { recycle_days } } });
      return rows.map(({ dimension, member, member_order, leads: n, share }) => [dimension, member, member_order, n, share]);
    };
    expect(await counted(15)).toEqual([
      ['until_recycling', '0–3', 1, 1, 0.2],
      ['until_recycling', '31+', 5, 1, 0.2],
      ['until_recycling', '4–7', 2, 1, 0.2],
      ['until_recycling', '8–14', 3, 1, 0.2],
      ['until_recycling', 'due', 0, 1, 0.2],
    ]);
    expect(await counted(null)).toHaveLength(4);
  });

  it('is empty where nothing lies in the pool, and calls nothing uncontacted where no contact is recorded', async () => {
    expect(await rowsOf('pool_distribution', { leads: leads.slice(4), parameters })).toEqual([]);
    const [all] = await rowsOf('pool_distribution', {
      leads: [lead('A', '2026-03-24', { source: null })],
      parameters,
      available: new Set(['leads.lead_id', 'leads.owner']),
    });
    expect(all).toMatchObject({ dimension: 'age', leads: 1, never_contacted: null });
  });
});
