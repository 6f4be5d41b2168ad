import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { type Input, order, rowsOf } from '../run.ts';

const month = { period_start: '2026-01-01', period_end: '2026-01-31' };
const reps = [
  { rep_id: '1', name: 'Amy', team: 'North' },
  { rep_id: '2', name: 'Jae', team: 'North', manager: 'Amy' },
  { rep_id: '3', name: 'Tom', team: 'South', manager: 'Amy' },
];
const customers = [
  { customer_id: 'C1', name: 'Acme', owner: 'Jae', region: 'West' },
  { customer_id: 'C2', name: 'Bolt', owner: 'Tom', region: 'East' },
];
const orders = [
  order('C1', 'o0', '2025-01-10', 7, { rep: 'Jae' }),
  order('C1', 'o1', '2026-01-01', 100.5, { rep: 'Jae', product: 'Lens', category: 'Optics', profit: 10, quantity: 2 }),
  order('C1', 'o2', '2026-01-31', -20.5, { rep: 'Jae', product: 'Lens', category: 'Optics' }),
  order('C2', 'o3', '2026-01-20', 50, { rep: '3', product: 'Stand', category: 'Parts' }),
  order('C2', 'o4', '2026-01-21', 8, { rep: 'Amy' }),
  order('C2', 'o5', '2026-02-01', 1000, { rep: 'Tom' }),
];

async function actuals(targets: readonly Row[], more: Input = {}): Promise<unknown[][]> {
  const rows = await rowsOf('target_actuals', {
    targets: targets
      .map((row, index) => ({ ...month, metric: 'revenue', value: 1, version: `${index}`, ...row }))
      .map((row) => ({ ...row, version: null })),
    reps,
    customers,
    orders,
    parameters: { as_of: '2026-02-05' },
    ...more,
  });
  return rows.map(({ actual, missing }) => [actual, missing]);
}

async function one(target: Row, more: Input = {}): Promise<unknown[] | undefined> {
  return (await actuals([target], more))[0];
}

describe('target_actuals', () => {
  it.each([
    ['company', {}, 138],
    ['rep', { owner: 'Jae' }, 80],
    ['rep by number', { owner: '3' }, 50],
    ['team', { level: 'team', owner: 'North' }, 88],
    ['manager', { level: 'team', owner: 'Amy' }, 138],
    ['region', { owner: 'West' }, 80],
    ['customer', { owner: 'Bolt' }, 58],
    ['product', { owner: 'Lens' }, 80],
    ['category', { owner: 'Parts' }, 50],
  ])('counts the revenue of a %s within the period, returns taken off', async (_, target, actual) => {
    expect(await one({ level: null, ...target })).toEqual([actual, null]);
  });

  it.each([
    ['profit', 10],
    ['quantity', 2],
    ['orders', 4],
    ['customers', 2],
    ['new_customers', 1],
  ])('counts %s', async (metric, actual) => {
    expect(await one({ level: 'company', metric })).toEqual([actual, null]);
  });

  it('counts contacts by their channel and leads by who has them', async () => {
    const activities = [
      { customer_id: 'C1', rep: 'Jae', channel: 'visit', at: '2026-01-05 09:00:00' },
      { customer_id: 'C2', channel: 'visit', at: '2026-01-06 09:00:00' },
      { customer_id: 'C1', rep: 'Jae', channel: 'call', at: '2026-01-31 23:00:00' },
    ];
    const leads = [
      { lead_id: 'L1', owner: 'Jae', created_at: '2026-01-03 09:00:00', status: 'converted', converted_at: '2026-01-09 09:00:00' },
      { lead_id: 'L2', owner: 'Jae', created_at: '2026-01-04 09:00:00', status: 'working' },
    ];
    const more = { activities, leads };
    expect(await one({ owner: 'Jae', metric: 'visits' }, more)).toEqual([1, null]);
    expect(await one({ owner: 'Tom', metric: 'visits' }, more)).toEqual([1, null]);
    expect(await one({ owner: 'Tom', metric: 'calls' }, more)).toEqual([0, null]);
    expect(await one({ owner: 'Jae', metric: 'leads' }, more)).toEqual([2, null]);
    expect(await one({ owner: 'Jae', metric: 'conversion_rate', value: 0.2 }, more)).toEqual([0.5, null]);
    expect(await one({ owner: 'Lens', metric: 'visits' }, more)).toEqual([null, 'scope']);
  });

  it('takes satisfaction as a mean or as a share, by what the target is, and NPS in points', async () => {
    const feedback = [5, 4, 2].map((csat, index) => ({
      customer_id: 'C1',
      rep: 'Jae',
      at: '2026-01-10 09:00:00',
      csat,
      nps: [10, 9, 3][index]!,
    }));
    expect(await one({ owner: 'Jae', metric: 'csat', value: 4.5 }, { feedback })).toEqual([11 / 3, null]);
    expect(await one({ owner: 'Jae', metric: 'csat', value: 0.9 }, { feedback })).toEqual([2 / 3, null]);
    expect(await one({ owner: 'Jae', metric: 'nps', value: 50 }, { feedback })).toEqual([100 / 3, null]);
    expect(await one({ owner: 'Tom', metric: 'nps', value: 50 }, { feedback })).toEqual([null, 'none']);
  });

  it('tells retention over a year and the share of the market', async () => {
    const earlier = [order('C1', 'a', '2024-02-20', 1), order('C2', 'b', '2024-12-31', 1), ...orders];
    expect(await one({ level: 'company', metric: 'retention_rate', value: 0.9 }, { orders: earlier })).toEqual([1, null]);
    // The files begin a year before: of those who bought in the year before that little is known.
    expect(await one({ level: 'company', metric: 'retention_rate', value: 0.9 })).toEqual([null, 'year']);
    const market = [
      { industry: 'Optics', year: 2026, size: 1000, competitor: 'A' },
      { industry: 'Optics', year: 2026, size: 1000, competitor: 'B' },
    ];
    expect(await one({ level: 'company', metric: 'market_share', value: 0.2 }, { market })).toEqual([0.138, null]);
  });

  it('holds the market of a year against a whole year, of 366 days too, and against none where the files begin later', async () => {
    const market = [{ industry: 'Optics', year: 2024, size: 1000 }];
    const share = { level: 'company', metric: 'market_share', value: 0.2, period_start: '2024-10-01', period_end: '2024-12-31' };
    const ofYear = [order('C1', 'a', '2023-12-31', 900), order('C1', 'b', '2024-01-01', 60), order('C1', 'c', '2024-11-01', 40)];
    expect(await one(share, { market, orders: ofYear })).toEqual([0.1, null]);
    expect(await one(share, { market, orders: [order('C1', 'c', '2024-06-01', 40)] })).toEqual([null, 'year']);
  });

  it('says why nothing can be told', async () => {
    expect(await one({ owner: 'Nobody' })).toEqual([null, 'owner']);
    expect(await one({ owner: 'Jae', metric: 'visits' })).toEqual([null, 'source']);
    expect(await one({ owner: 'Jae', metric: 'payments' })).toEqual([null, 'source']);
    expect(await one({ owner: 'Jae', period_start: '2026-03-01', period_end: '2026-03-31' })).toEqual([null, 'future']);
    expect(await one({ owner: 'Jae', period_start: '2024-03-01', period_end: '2024-03-31' })).toEqual([null, 'before']);
    expect(await one({ owner: 'Jae', period_start: null, period_end: null })).toEqual([null, 'period']);
  });

  it('gives a parent that nothing counts for what its children reached', async () => {
    const rows = await actuals([
      { owner: 'Group', parent: 'All', value: 9 },
      { owner: 'Jae', parent: 'Group', value: 5 },
      { owner: 'Tom', parent: 'Group', value: 4 },
    ]);
    expect(rows).toContainEqual([130, null]);
  });

  it('adds up over any number of levels, whatever the periods and ambitions of the parts', async () => {
    const rows = await actuals([
      { owner: 'All', parent: 'Top', value: 9, period_end: '2026-03-31' },
      { owner: 'Europe', parent: 'All', value: 9, ambition: 'stretch' },
      { owner: 'City', parent: 'Europe', value: 9 },
      { owner: 'Jae', parent: 'City', value: 5 },
      { owner: 'Tom', parent: 'Europe', value: 4 },
      { owner: 'Tom', parent: 'Europe', value: 4, period_start: '2026-02-01', period_end: '2026-02-28' },
    ]);
    // Jae 80 and Tom 50 in January, Tom 1000 in February, each once.
    const bySize = rows.map(([actual]) => Number(actual)).toSorted((left, right) => left - right);
    expect(bySize).toEqual([50, 80, 80, 130, 1000, 1130]);
  });

  it('counts different customers of all parts once, and makes no sum where a part cannot be told', async () => {
    const parts = [
      { owner: 'Jae', parent: 'All', value: 1, metric: 'customers' },
      { owner: 'Tom', parent: 'All', value: 1, metric: 'customers' },
    ];
    const both = [order('C1', 'a', '2026-01-05', 1, { rep: 'Jae' }), order('C1', 'b', '2026-01-06', 1, { rep: 'Tom' })];
    const all = { owner: 'All', parent: 'Top', value: 2, metric: 'customers' };
    expect(await actuals([all, ...parts], { orders: both })).toEqual([
      [1, null],
      [1, null],
      [1, null],
    ]);
    expect(
      await actuals([all, ...parts, { owner: 'Gone', parent: 'All', value: 1, metric: 'customers' }], { orders: both }),
    ).toContainEqual([null, 'part']);
  });
});
