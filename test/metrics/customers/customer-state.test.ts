import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { type Input, order, rowsOf } from '../run.ts';

const asOf = '2026-12-31';

/** Orders so many days before the as-of date, of 10 each. */
const ago = (customer: string, ...days: readonly number[]): Row[] =>
  days.map((day) => order(customer, `${customer}${day}`, addDays(asOf, -day), 10));

async function states(input: Input, parameters: object = {}): Promise<Map<unknown, Row>> {
  const rows = await rowsOf('customer_state', { ...input, parameters: { as_of: asOf, ...parameters } });
  return new Map(rows.map((row) => [row['customer_id'], row]));
}

const complaint = (customer_id: string, state: string | null = null): Row => ({ customer_id, kind: 'complaint', state });

describe('customer_state', () => {
  it('goes by the first that holds of loss, complaint, debt, silence, fall and newness', async () => {
    // All bought every 10 days or so; `late` has been silent for 15, longer than ever and than two weeks.
    const orders = [
      ...ago('gone', 300, 290, 280),
      ...ago('angry', 35, 25, 15),
      ...ago('owes', 35, 25, 15),
      ...ago('late', 35, 25, 15),
      ...ago('calm', 40, 20, 3),
      ...ago('first', 4),
    ];
    const customers = [
      { customer_id: 'gone', overdue_amount: 50 },
      { customer_id: 'angry', overdue_amount: 50 },
      // One average order of 10 is a debt that counts, a smaller one is not.
      { customer_id: 'owes', overdue_amount: 10 },
      { customer_id: 'late', overdue_amount: 9.99 },
    ];
    const feedback = [complaint('gone'), complaint('angry'), complaint('calm', 'closed')];
    const rows = await states({ orders, customers, feedback });
    expect([...rows].map(([id, row]) => [id, row['state'], row['rhythm']])).toEqual([
      ['angry', 'complaint', 'overdue'],
      ['calm', 'steady', 'in_time'],
      ['first', 'new', 'new'],
      ['gone', 'lost', 'lost'],
      ['late', 'overdue', 'overdue'],
      ['owes', 'payment', 'overdue'],
    ]);
  });

  it('takes a loss of three tenths of the yearly revenue for a fall, and none of a shorter period', async () => {
    const yearly = (customer: string, before: number, after: number): Row[] => [
      order(customer, `${customer}1`, '2025-02-01', before / 2),
      order(customer, `${customer}2`, '2025-08-01', before / 2),
      order(customer, `${customer}3`, '2026-02-01', after / 2),
      order(customer, `${customer}4`, '2026-12-01', after / 2),
    ];
    const orders = [...yearly('down', 100, 70), ...yearly('dented', 100, 71), ...yearly('up', 100, 170)];
    const found = await states({ orders });
    expect(['down', 'dented', 'up'].map((id) => found.get(id)?.['state'])).toEqual(['falling', 'steady', 'steady']);
    const month = await states({ orders }, { period: { from: '2026-11-01', to: '2026-12-01' } });
    expect(month.get('down')?.['state']).toBe('steady');
  });

  it('takes one purchase for new until the gap that is usual has passed, and sees no rhythm in one or two', async () => {
    const orders = [
      ...ago('regular', 100, 60, 20),
      ...ago('lately', 40),
      ...ago('long ago', 41),
      ...ago('twice', 71, 31),
      ...ago('young', 29),
    ];
    const rows = await states({ orders });
    expect(['lately', 'long ago', 'twice', 'young'].map((id) => rows.get(id)?.['state'])).toEqual([
      'new',
      'once_or_twice',
      'once_or_twice',
      'new',
    ]);
    expect((await states({ orders: ago('alone', 100) })).get('alone')?.['state']).toBe('once_or_twice');
    // No segment calls such a customer new or lost.
    expect(['long ago', 'twice'].filter((id) => ['new', 'lost'].includes(String(rows.get(id)?.['rfm_segment'])))).toEqual([]);
  });

  it('calls overdue who is silent for longer than ever, or than three mean gaps after one long pause, and for more than 14 days', async () => {
    const orders = [
      // Gaps of 10 and 40: 40 days of silence have been before, 41 have not.
      ...ago('as before', 90, 80, 40),
      ...ago('as never', 91, 81, 41),
      // Ten gaps of 5 and one of 105 are a mean of 14.1: three of them are 42.3.
      ...ago('paused', ...Array.from({ length: 11 }, (_, index) => 198 - 5 * index), 43),
      ...ago('paused for less', ...Array.from({ length: 11 }, (_, index) => 197 - 5 * index), 42),
      ...ago('daily', 44, 43, 14),
      ...ago('every day', ...Array.from({ length: 40 }, (_, index) => 53 - index)),
    ];
    const rows = await states({ orders });
    const found = ['as before', 'as never', 'paused', 'paused for less', 'daily', 'every day'].map((id) => rows.get(id)?.['state']);
    expect(found).toEqual(['steady', 'overdue', 'overdue', 'steady', 'steady', 'steady']);
  });

  it('goes by the summary columns where there are no orders, and by the mark of a loss', async () => {
    const customers = [
      // Four orders within 90 days are one every 30; the longest gap is not known, so three of them.
      { customer_id: 'in time', orders: 4, first_order_on: '2026-07-04', last_order_on: '2026-10-02' },
      { customer_id: 'late', orders: 4, first_order_on: '2026-07-03', last_order_on: '2026-10-01' },
      { customer_id: 'twice', orders: 2, first_order_on: '2026-07-03', last_order_on: '2026-10-01' },
      { customer_id: 'gone', orders: 4, first_order_on: '2026-01-01', last_order_on: '2026-04-01' },
      { customer_id: 'marked', orders: 4, first_order_on: '2026-09-02', last_order_on: '2026-12-01', lost_on: '2026-12-02' },
      { customer_id: 'came back', orders: 4, first_order_on: '2026-09-02', last_order_on: '2026-12-01', lost_on: '2026-11-30' },
      { customer_id: 'unknown', revenue: 5 },
    ];
    const rows = await states({ customers });
    expect([...rows].map(([id, row]) => [id, row['state']])).toEqual([
      ['came back', 'steady'],
      ['gone', 'lost'],
      ['in time', 'steady'],
      ['late', 'overdue'],
      ['marked', 'lost'],
      ['twice', 'once_or_twice'],
      ['unknown', null],
    ]);
  });

  it('lets the RFM segment yield where the rhythm of the customer contradicts it', async () => {
    // One order a year is long ago beside the others, and in time; five days in a row and then none for 26 are overdue. Three purchases
    // are the fewest of all and have the lowest frequency score; five purchases and 50 of revenue are the most, and have the highest.
    const orders = [
      ...ago('yearly', 1030, 665, 300),
      ...ago('daily', 30, 29, 28, 27, 26),
      ...ago('a', 60, 30, 1),
      ...ago('b', 62, 32, 2),
      ...ago('c', 120, 80, 40),
    ];
    const pure = await rowsOf('rfm_scores', { orders, parameters: { as_of: asOf } });
    const segments = new Map(pure.map((row) => [row['customer_id'], row['rfm_segment']]));
    const rows = await states({ orders });
    expect([segments.get('yearly'), rows.get('yearly')]).toEqual([
      'lost',
      { customer_id: 'yearly', state: 'steady', rhythm: 'in_time', rfm_segment: 'need_attention' },
    ]);
    expect([segments.get('daily'), rows.get('daily')]).toEqual([
      'loyal',
      { customer_id: 'daily', state: 'overdue', rhythm: 'overdue', rfm_segment: 'cannot_lose' },
    ]);
  });
});
