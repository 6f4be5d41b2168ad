import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';

const ids = ['A', 'B', 'C', 'D', 'E'];
const customers = ids.map((customer_id) => ({
  customer_id,
  name: `公司${customer_id}`,
  created_on: '2026-01-05',
  owner: { A: '李四', C: '张三', D: '李四', E: '李四' }[customer_id] ?? null,
}));
const event = (customer_id: string, day: string, kind: string, rep: string | null = null): Row => ({
  customer_id,
  lead_id: null,
  at: `2026-${day} 09:00:00`,
  event: kind,
  rep,
});
const pool_events = [
  ...ids.map((id) => event(id, '01-05', 'enter')),
  ...['A', 'B', 'C', 'D'].map((id) => event(id, '01-10', 'claim', '张三')),
  // Ordered, was recycled, and another claimed it.
  event('A', '02-20', 'recycle'),
  event('A', '03-01', 'claim', '李四'),
  // Ordered, was recycled, and lies in the pool.
  event('B', '02-20', 'recycle'),
  // C ordered and stays; D never ordered and was passed on; E ordered before anybody claimed it, and on the day of its claim.
  event('D', '02-10', 'assign', '李四'),
  event('E', '02-10', 'claim', '李四'),
];
const orders = [
  ...['A', 'B', 'C'].map((id) => order(id, `1${id}`, '2026-01-25', 100)),
  order('A', '2A', '2026-03-05', 100),
  order('E', '1E', '2026-01-20', 100),
];
const run = (metric: string, more: object = {}): Promise<Row[]> =>
  rowsOf(metric, {
    customers,
    pool_events,
    orders,
    parameters: { as_of: '2026-03-31', pool_records: { of: 'customers', id: 'customer_id' }, ...more },
  });
const valuesOf = (rows: readonly Row[], ...names: readonly string[]): unknown[] => rows.map((row) => names.map((name) => row[name]));

describe('customers that are back in the pool after their first order', () => {
  it('were held until they went back, and convert once', async () => {
    const spells = await run('lead_spells');
    expect(valuesOf(spells, 'lead_id', 'rep', 'to_at', 'ended_by', 'converted_at')).toEqual([
      ['A', '张三', '2026-02-20 09:00:00', 'recycle', '2026-01-25 10:00:00'],
      ['A', '李四', null, null, null],
      ['B', '张三', '2026-02-20 09:00:00', 'recycle', '2026-01-25 10:00:00'],
      ['C', '张三', '2026-01-25 10:00:00', 'convert', '2026-01-25 10:00:00'],
      ['D', '张三', '2026-02-10 09:00:00', 'pass', null],
      ['D', '李四', null, null, null],
      ['E', '李四', null, null, null],
    ]);
    expect(valuesOf(await run('lead_course'), 'lead_id', 'outcome', 'back_at', 'held_since')).toEqual([
      ['A', 'converted', '2026-02-20 09:00:00', '2026-03-01 09:00:00'],
      ['B', 'converted', '2026-02-20 09:00:00', null],
      ['C', 'converted', null, null],
      ['D', 'open', null, '2026-02-10 09:00:00'],
      ['E', 'converted', '2026-02-10 09:00:00', '2026-02-10 09:00:00'],
    ]);
  });

  it('are holdings of whoever takes them, and no second chance to convert', async () => {
    const names = ['rep', 'taken', 'convertible', 'converted', 'recycled', 'passed_on', 'held'];
    expect(valuesOf(await run('rep_leads'), ...names)).toEqual([
      ['张三', 4, 4, 3, 2, 1, 0],
      ['李四', 3, 1, 0, 0, 0, 3],
    ]);
    expect(valuesOf(await run('rep_conversion'), 'rep', 'leads', 'converted')).toEqual([
      ['张三', 4, 3],
      ['李四', 1, 0],
    ]);
  });

  it('count for the pool while they lie in it', async () => {
    const comparison = { before: { from: '2026-01-01', to: '2026-02-25' }, after: { from: '2026-02-25', to: '2026-04-01' } };
    const names = ['period', 'pool_start', 'pool_end', 'available', 'claimed', 'held', 'recycled', 'converted'];
    expect(valuesOf(await run('pool_periods', { comparison }), ...names)).toEqual([
      // A and B lie there at the turn; A is taken again.
      ['after', 2, 1, 2, 1, 3, 0, 0],
      ['before', 0, 2, 5, 5, 6, 2, 4],
    ]);
    const lying = await run('pool_distribution');
    expect(lying.find(({ dimension }) => dimension === 'all')).toMatchObject({ leads: 1 });
  });
});

it('an order on the day of the claim, without a time, comes after it', async () => {
  const found = await rowsOf('rep_leads', {
    customers: [{ customer_id: 'A', name: '海川', created_on: '2026-01-05', first_order_on: '2026-01-10', owner: '张三' }],
    pool_events: [event('A', '01-05', 'enter'), event('A', '01-10', 'claim', '张三')],
    parameters: { as_of: '2026-03-31', pool_records: { of: 'customers', id: 'customer_id' } },
  });
  expect(valuesOf(found, 'rep', 'taken', 'convertible', 'converted')).toEqual([['张三', 1, 1, 1]]);
});
