import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';

const month = { period_start: '2026-01-01', period_end: '2026-01-31' };
const reps = [
  { rep_id: '1', name: 'Amy', team: 'North' },
  { rep_id: '2', name: 'Jae', team: 'North', manager: 'Amy' },
  { rep_id: '3', name: 'Tom', team: 'South', manager: 'Amy' },
];
const customers = [{ customer_id: 'C1', name: 'Acme', owner: 'Jae', region: 'West' }];
const orders = [order('C1', 'o', '2026-01-01', 1, { product: 'Lens', category: 'Optics' })];

async function scopes(targets: readonly Row[]): Promise<unknown[][]> {
  const rows = await rowsOf('target_rows', { targets: targets.map((row) => ({ ...month, ...row })), reps, customers, orders });
  return rows.map(({ owner, level, scope, scope_key: key }) => [owner, level, scope, key]);
}

describe('target_rows', () => {
  it('finds out whose a target is where the file has no level', async () => {
    const owners = ['2', 'North', 'Acme', 'Lens', 'Optics', 'West', 'Nobody', 'Group'];
    const rows = await scopes([...owners.map((owner) => ({ owner, value: 1 })), { owner: 'Tom', parent: 'Group', value: 1 }]);
    expect(rows).toEqual([
      ['Group', 'company', 'company', null],
      ['Acme', 'customer', 'customer', 'C1'],
      ['Lens', 'product', 'product', 'Lens'],
      ['Optics', 'product', 'category', 'Optics'],
      ['Jae', 'rep', 'rep', 'Jae'],
      ['Tom', 'rep', 'rep', 'Tom'],
      ['North', 'team', 'team', 'North'],
      ['West', 'team', 'region', 'West'],
      ['Nobody', 'unknown', 'unknown', null],
    ]);
  });

  it('takes the row of a manager for that of the team where it holds half of what the reps have, or twice what the first of them has, in the year', async () => {
    const of = (value: number) => [
      { owner: 'Amy', value },
      { owner: 'Jae', value: 60 },
      { owner: 'Tom', value: 40 },
    ];
    expect((await scopes(of(100)))[2]).toEqual(['Amy', 'team', 'manager', 'Amy']);
    expect((await scopes(of(20)))[0]).toEqual(['Amy', 'rep', 'rep', 'Amy']);
  });

  it('knows a manager who is in no list of reps but as who leads them', async () => {
    const rows = await rowsOf('target_rows', {
      targets: ['Max', 'Jae'].map((owner, index) => ({ ...month, owner, value: 100 - index })),
      reps: [{ rep_id: '2', name: 'Jae', manager: 'Max' }],
    });
    expect(rows.map(({ owner, scope, scope_key: key }) => [owner, scope, key])).toEqual([
      ['Jae', 'rep', 'Jae'],
      ['Max', 'manager', 'Max'],
    ]);
  });

  it('keeps to the level that the file says, and knows no owner that fits none', async () => {
    expect(await scopes([{ level: 'customer', owner: 'Jae', value: 1 }])).toEqual([['Jae', 'customer', 'unknown', null]]);
    expect(await scopes([{ level: 'company', owner: 'Jae', value: 1 }])).toEqual([['Jae', 'company', 'company', null]]);
  });

  it('keeps the bracket of a name that somebody has whole, and takes it off where only the rest is known', async () => {
    const targets = [
      { owner: 'Screw (M6)', owner_plain: 'Screw' },
      { owner: 'Jae (1024)', owner_plain: 'Jae' },
      { owner: 'Lens (old)', owner_plain: 'Lens' },
      { owner: 'Nobody (9)', owner_plain: 'Nobody' },
    ].map((row) => ({ ...month, ...row, value: 1 }));
    const goods = ['Screw', 'Screw (M6)', 'Lens'].map((product, index) => order('C1', `o${index}`, '2026-01-01', 1, { product }));
    const rows = await rowsOf('target_rows', { targets, reps, orders: goods });
    expect(rows.map(({ owner, scope, scope_key: key }) => [owner, scope, key])).toEqual([
      ['Lens', 'product', 'Lens'],
      ['Screw (M6)', 'product', 'Screw (M6)'],
      ['Jae', 'rep', 'Jae'],
      ['Nobody (9)', 'unknown', null],
    ]);
  });

  it('counts only the last version', async () => {
    const rows = await rowsOf('target_rows', {
      targets: [
        { ...month, owner: 'Jae', value: 50_000, baseline: 40_000, version: 'v1' },
        { ...month, owner: 'Jae', value: 60_000, baseline: 40_000, version: 'v2' },
        { ...month, owner: 'Jae', value: 8000, ambition: 'stretch' },
        { ...month, owner: 'Jae', metric: 'retention_rate', value: 0.85 },
        { ...month, owner: 'Jae', metric: 'nps', value: null },
      ],
      reps,
    });
    expect(rows.map(({ metric, ambition, value, baseline }) => [metric, ambition, value, baseline])).toEqual([
      ['nps', 'base', null, null],
      ['retention_rate', 'base', 0.85, null],
      ['revenue', 'base', 60_000, 40_000],
      ['revenue', 'stretch', 8000, null],
    ]);
  });
});
