import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';

const reps = [
  { rep_id: '1', name: 'Amy', team: 'North', manager: 'Max' },
  { rep_id: '2', name: 'Jae', team: 'North', manager: 'Max' },
];
const customers = [
  { customer_id: 'A', owner: 'Amy', region: 'West' },
  { customer_id: 'B', owner: 'Jae', region: 'East' },
];
const orders = [
  order('A', '1', '2026-01-02', 100, { product: 'Lens' }),
  order('B', '2', '2026-01-20', 50, { product: 'Lamp' }),
  order('B', '3', '2026-03-05', 70.25, { product: 'Lens' }),
];

/** What was reached in the months before April, by scope. */
async function reached(target: Row, more: Readonly<Record<string, readonly Row[]>> = {}): Promise<unknown[][]> {
  const targets = [{ value: 1, period_start: '2026-04-01', period_end: '2026-04-30', metric: 'revenue', ...target }];
  const rows = await rowsOf('target_history', { targets, reps, customers, orders, ...more, parameters: { as_of: '2026-03-31' } });
  return rows
    .filter(({ scope }) => scope !== 'company' || target['level'] === 'company')
    .map(({ scope, scope_key: key, period_start: from, value, n }) => [scope, key, String(from).slice(0, 7), value, n]);
}

describe('target_history', () => {
  it('sums what each scope reached in every month that the data cover; a month without a record is 0', async () => {
    expect(await reached({ level: 'company' })).toEqual([
      ['company', '', '2026-01', 150, 2],
      ['company', '', '2026-02', 0, 0],
      ['company', '', '2026-03', 70.25, 1],
    ]);
    expect(await reached({ level: 'team', owner: 'Max' })).toEqual([
      ['manager', 'Max', '2026-01', 150, 2],
      ['manager', 'Max', '2026-02', 0, 0],
      ['manager', 'Max', '2026-03', 70.25, 1],
    ]);
    expect(await reached({ owner: 'Amy' })).toEqual([
      ['rep', 'Amy', '2026-01', 100, 1],
      ['rep', 'Amy', '2026-02', 0, 0],
      ['rep', 'Amy', '2026-03', 0, 0],
    ]);
  });

  it('begins with the first record of the scope', async () => {
    expect(await reached({ owner: 'Jae' })).toEqual([
      ['rep', 'Jae', '2026-02', 0, 0],
      ['rep', 'Jae', '2026-03', 70.25, 1],
    ]);
    expect(await reached({ level: 'product', owner: 'Lens' })).toEqual([
      ['product', 'Lens', '2026-01', 100, 1],
      ['product', 'Lens', '2026-02', 0, 0],
      ['product', 'Lens', '2026-03', 70.25, 1],
    ]);
  });

  it('counts different buyers, new customers and visits', async () => {
    const last = async (metric: string, more = {}): Promise<unknown> =>
      (await reached({ level: 'company', metric }, more)).map((row) => row[3]);
    expect(await last('customers')).toEqual([2, 0, 1]);
    expect(await last('new_customers')).toEqual([2, 0, 0]);
    const activities = ['2026-01-01', '2026-03-09', '2026-03-09'].map((day) => ({ rep: 'Amy', channel: 'visit', at: `${day} 10:00:00` }));
    expect(await last('visits', { activities })).toEqual([1, 0, 2]);
  });

  it('divides averages and rates by what they are of, and knows nothing where nothing is', async () => {
    const feedback = [
      { at: '2026-01-01 09:00:00', nps: 10, csat: 4 },
      { at: '2026-01-03 09:00:00', nps: 3, csat: 5 },
      { at: '2026-01-04 09:00:00', nps: 9, csat: 3 },
      { at: '2026-03-04 09:00:00', nps: 8, csat: 2 },
    ];
    expect(await reached({ level: 'company', metric: 'nps', value: 40 }, { feedback })).toEqual([
      ['company', '', '2026-01', 100 / 3, 3],
      ['company', '', '2026-02', null, 0],
      ['company', '', '2026-03', 0, 1],
    ]);
    const shares = await reached({ level: 'company', metric: 'nps', value: 0.4 }, { feedback });
    expect(shares.map((row) => row[3])).toEqual([1 / 3, null, 0]);
    const satisfied = await reached({ level: 'company', metric: 'csat', value: 0.9 }, { feedback });
    expect(satisfied.map((row) => row[3])).toEqual([2 / 3, null, 0]);
    const leads = [
      { lead_id: '1', created_at: '2026-01-01 09:00:00', converted_at: '2026-03-02 09:00:00' },
      { lead_id: '2', created_at: '2026-01-02 09:00:00' },
      { lead_id: '3', created_at: '2026-03-02 09:00:00' },
    ];
    expect(await reached({ level: 'company', metric: 'conversion_rate' }, { leads })).toEqual([
      ['company', '', '2026-01', 1 / 2, 2],
      ['company', '', '2026-02', null, 0],
      ['company', '', '2026-03', 0, 1],
    ]);
  });

  it('looks a year back for the share of the market and two for customers who come back, and no further than the data', async () => {
    const early = ['2024-01-01', '2025-02-10', '2025-12-20'].map((day, index) => order('A', `e${index}`, day, 200));
    const late = { orders: [...early, order('B', 'l', '2024-05-05', 10)], market: [{ industry: 'Optics', year: 2026, size: 1000 }] };
    // To 2026-01-31: of the year before that bought B alone, who is not back; to 2026-02-28 A (2025-02-10) and B, and A is back.
    expect(await reached({ level: 'company', metric: 'retention_rate' }, late)).toEqual([
      ['company', '', '2025-11', 0.5, 2],
      ['company', '', '2025-12', 0, 1],
      ['company', '', '2026-01', 0, 1],
      ['company', '', '2026-02', 0.5, 2],
      ['company', '', '2026-03', 0.5, 2],
    ]);
    expect((await reached({ level: 'company', metric: 'market_share' }, late)).slice(-3).map((row) => row[3])).toEqual([0.4, 0.2, 0.2]);
  });

  it('goes back by days where a period is no whole months', async () => {
    const rows = await rowsOf('target_history', {
      targets: [{ level: 'company', value: 1, period_start: '2026-03-16', period_end: '2026-03-25', metric: 'revenue' }],
      orders,
      parameters: { as_of: '2026-03-31' },
    });
    expect(rows.map(({ period_start: from, period_end: to }) => `${from} ${to}`).slice(-2)).toEqual([
      '2026-02-24 2026-03-05',
      '2026-03-06 2026-03-15',
    ]);
  });
});
