import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';

const asOf = '2026-12-31';

/** Orders so many days before the as-of date, of 10 each. */
const ago = (customer: string, ...days: readonly number[]): Row[] =>
  days.map((day) => order(customer, `${customer}${day}`, addDays(asOf, -day), 10));

async function statuses(input: { orders: readonly Row[]; customers?: readonly Row[] }, churn?: unknown): Promise<Map<unknown, Row>> {
  const rows = await rowsOf('churn_status', { ...input, parameters: { as_of: asOf, ...(churn === undefined ? {} : { churn }) } });
  return new Map(rows.map((row) => [row['customer_id'], row]));
}

describe('churn_status', () => {
  it('takes silence of more than three usual gaps and 180 days for a loss, to the day', async () => {
    const rows = await statuses({
      orders: [...ago('floor', 200, 190, 180), ...ago('over', 201, 191, 181), ...ago('slow', 560, 380, 200), ...ago('once', 181)],
    });
    expect(rows.get('floor')).toMatchObject({
      status: 'scored',
      lost_by: null,
      lost_after_days: 180,
      silence_days: 180,
      cycle_days: 10,
      silent_cycles: 18,
    });
    expect(rows.get('over')).toMatchObject({ status: 'lost', lost_by: 'silence' });
    expect(rows.get('slow')).toMatchObject({ status: 'scored', lost_after_days: 540 });
    expect(rows.get('once')).toMatchObject({ status: 'lost', cycle_days: 10, silent_cycles: 18.1 });
  });

  it('knows no usual gap from one gap: the median over all repeat customers stands in', async () => {
    const rows = await statuses({
      orders: [
        ...ago('once', 200),
        ...ago('twice', 201, 200),
        ...ago('rare', 300, 100),
        ...ago('steady', 350, 280, 210),
        ...ago('weekly', 14, 7, 0),
      ],
    });
    // The means of the gaps are 1, 200, 70 and 7.
    expect(['once', 'twice', 'rare'].map((id) => rows.get(id)?.['cycle_days'])).toEqual([38.5, 38.5, 38.5]);
    expect(rows.get('twice')).toMatchObject({ lost_by: 'silence', lost_after_days: 180, silent_cycles: 200 / 38.5 });
    expect(rows.get('steady')).toMatchObject({ cycle_days: 70, lost_after_days: 210, status: 'scored' });
    const alone = await statuses({ orders: [...ago('once', 181), ...ago('first', 20)] });
    expect(alone.get('once')).toMatchObject({ cycle_days: null, silent_cycles: null, lost_after_days: 180, status: 'lost' });
  });

  it('takes the same customers for lost whatever the horizon', async () => {
    const orders = [...ago('quiet', 300, 240, 175), ...ago('gone', 300, 240, 181)];
    for (const horizon_days of [30, 90, 365]) {
      const rows = await rowsOf('churn_status', { orders, parameters: { as_of: asOf, churn: { horizon_days } } });
      expect(rows.map((row) => row['lost_by'])).toEqual(['silence', null]);
    }
  });

  it('does not score who bought once, or for the first time too recently', async () => {
    const rows = await statuses({ orders: [...ago('once', 50), ...ago('young', 29, 3), ...ago('old', 30, 3), ...ago('today', 0)] });
    expect([...rows].map(([id, row]) => [id, row['status']])).toEqual([
      ['old', 'scored'],
      ['once', 'too_new'],
      ['today', 'too_new'],
      ['young', 'too_new'],
    ]);
  });

  it('believes a mark of the customer file, unless the customer bought since or the mark lies ahead', async () => {
    const rows = await statuses({
      orders: ['marked', 'back', 'ahead', 'flag', 'kept'].flatMap((id) => ago(id, 100, 60, 20)),
      customers: [
        { customer_id: 'marked', lost_on: addDays(asOf, -10) },
        { customer_id: 'back', lost_on: addDays(asOf, -21), lost: true },
        { customer_id: 'ahead', lost_on: addDays(asOf, 1) },
        { customer_id: 'flag', lost: true },
        { customer_id: 'kept', lost_on: addDays(asOf, -10), lost: false },
      ],
    });
    expect(['marked', 'back', 'ahead', 'flag', 'kept'].map((id) => rows.get(id)?.['lost_by'])).toEqual(['mark', null, null, 'mark', null]);
  });

  it('follows the definition of the configuration', async () => {
    const input = {
      orders: [...ago('quiet', 300, 200), ...ago('ended', 90, 40)],
      customers: [{ customer_id: 'ended', contract_end_on: addDays(asOf, -5) }],
    };
    const by = async (definition: unknown) => [...(await statuses(input, { definition })).values()].map((row) => row['lost_by']);
    expect(await by({ rule: 'days', days: 39 })).toEqual(['silence', 'silence']);
    expect(await by({ rule: 'days', days: 40 })).toEqual([null, 'silence']);
    expect(await by({ rule: 'contract_end' })).toEqual(['contract', null]);
    expect(await by({ rule: 'lost_flag' })).toEqual([null, null]);
    expect(await by({ rule: 'cycles', cycles: 1, min_days: 39 })).toEqual([null, 'silence']);
  });

  it('expects the usual spend, over a horizon at least', async () => {
    const rows = await statuses({ orders: [...ago('steady', 110, 65, 20), ...ago('burst', 41, 40), ...ago('once', 5)] });
    expect(rows.get('steady')?.['expected_value']).toBeCloseTo(20, 12);
    expect(rows.get('burst')?.['expected_value']).toBeCloseTo(10, 12);
    expect(rows.get('once')?.['expected_value']).toBe(0);
  });
});
