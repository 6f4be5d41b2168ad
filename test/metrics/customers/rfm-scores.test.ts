import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';

const five = [1, 2, 3, 4, 5].map((step) => ({ customer_id: `C${step}`, recency_days: 100 * step, orders: step, revenue: step * 10 }));

async function scored(customers: readonly Row[], parameters: unknown = {}): Promise<Map<unknown, Row>> {
  return new Map((await rowsOf('rfm_scores', { customers, parameters })).map((row) => [row['customer_id'], row]));
}

describe('rfm_scores', () => {
  it('score 1 to 5, recency the other way round', async () => {
    const rows = await scored(five);
    expect([...rows.values()].map((row) => row['rfm_cell'])).toEqual(['511', '422', '333', '244', '155']);
    expect(rows.get('C1')).toMatchObject({
      recency: 100,
      frequency: 1,
      monetary: 10,
      recency_score: 5,
      frequency_score: 1,
      monetary_score: 1,
    });
    expect([...rows.values()].map((row) => row['rfm_segment'])).toEqual([
      'new',
      'potential_loyalist',
      'loyal',
      'cannot_lose',
      'cannot_lose',
    ]);
  });

  it('give equal values equal scores', async () => {
    const customers = [1, 1, 1, 1, 1, 1, 1, 2, 3].map((orders, index) => ({
      customer_id: `C${index}`,
      recency_days: 1,
      orders,
      revenue: 1,
    }));
    const scores = [...(await scored(customers)).values()].map((row) => row['frequency_score']);
    expect(scores).toEqual([1, 1, 1, 1, 1, 1, 1, 5, 5]);
  });

  it('put a value on a cut below it, with rfm-compat above', async () => {
    const cuts = { recency: [10, 20, 30, 40], frequency: [1, 2, 3, 4], monetary: [10, 20, 30, 40] };
    const customers = [
      { customer_id: 'A', recency_days: 10, orders: 1, revenue: 10 },
      { customer_id: 'B', recency_days: 11, orders: 2, revenue: 10.01 },
    ];
    const rows = await scored(customers, { rfm: { method: 'cuts', cuts } });
    expect(rows.get('A')?.['rfm_cell']).toBe('511');
    expect(rows.get('B')?.['rfm_cell']).toBe('422');
    const one = [1, 1, 1, 1, 1, 2].map((revenue, index) => ({ customer_id: `C${index}`, recency_days: 1, orders: 1, revenue }));
    const compatible = await scored(one, { rfm: { method: 'rfm-compat' } });
    expect([...compatible.values()].map((row) => row['monetary_score'])).toEqual([1, 1, 1, 1, 1, 5]);
  });

  it('call high what is above the mean score', async () => {
    const rows = await scored(five);
    expect([...rows.values()].map((row) => row['rfm_class'])).toEqual([
      'general_develop',
      'general_develop',
      'general_win_back',
      'key_retain',
      'key_retain',
    ]);
  });

  it('call high what the user says', async () => {
    const byScore = await scored(five, { rfm_high: { rule: 'score', at_least: 3 } });
    expect(byScore.get('C3')?.['rfm_class']).toBe('key_value');
    const byValue = await scored(five, { rfm_high: { rule: 'value', recency: 100, frequency: 1, monetary: 11 } });
    expect([...byValue.values()].map((row) => row['rfm_class'])).toEqual([
      'general_value',
      'key_retain',
      'key_retain',
      'key_retain',
      'key_retain',
    ]);
  });

  it('are null for customers without an order, and without one of the three there is no cell', async () => {
    const rows = await scored([...five, { customer_id: 'N' }, { customer_id: 'P', orders: 3, revenue: 30 }]);
    expect(rows.get('N')).toMatchObject({
      recency_score: null,
      frequency_score: null,
      monetary_score: null,
      rfm_cell: null,
      rfm_class: null,
      rfm_segment: null,
    });
    expect(rows.get('P')).toMatchObject({
      recency_score: null,
      frequency_score: 2,
      monetary_score: 2,
      rfm_cell: null,
      rfm_class: null,
      rfm_segment: null,
    });
  });
});
