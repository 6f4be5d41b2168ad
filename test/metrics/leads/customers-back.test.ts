import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';
import { customers, event, orders, pool_events } from './customers-back-rows.ts';

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
