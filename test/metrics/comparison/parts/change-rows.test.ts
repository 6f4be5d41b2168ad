import { describe, expect, it } from 'vitest';
import type { Row } from '../../../../src/lib/rows.ts';
import { changeRows } from '../../../../src/metrics/comparison/parts/change-rows.ts';

const totals = (days: number, figures: Row = {}): Row => ({
  days,
  customers: 40,
  new_customers: 10,
  repeat_customers: 20,
  orders: 80,
  returns: 10,
  orders_and_returns: 90,
  revenue: 4000,
  profit: null,
  profit_base: null,
  average_order: 50,
  revenue_per_customer: 100,
  orders_per_customer: 2,
  margin: null,
  repeat_rate: 0.5,
  new_customer_share: 0.25,
  return_rate: 1 / 9,
  ...figures,
});

const groups: readonly Row[] = Array.from({ length: 40 }, (_, index) => ({
  before_customers: 1,
  after_customers: 1,
  before_new_customers: index < 10 ? 1 : 0,
  after_new_customers: index >= 30 ? 1 : 0,
  before_orders: 2,
  after_orders: 2,
  before_revenue: 80 + index,
  after_revenue: 80 + index,
}));

function changes(before: Row, after: Row, own: readonly Row[] = groups, customers = 40): Map<string, Row> {
  return new Map(changeRows({ totals: { before, after }, groups: own, customers }).map((row) => [String(row['measure']), row]));
}

describe('the rows of changes', () => {
  it('compare periods of the same length as they are', () => {
    const rows = changes(totals(30), totals(30, { revenue: 5000, average_order: 62.5 }));
    expect([...rows.keys()]).toEqual([
      'revenue',
      'customers',
      'new_customers',
      'orders',
      'average_order',
      'revenue_per_customer',
      'orders_per_customer',
      'repeat_rate',
      'new_customer_share',
      'return_rate',
    ]);
    expect(rows.get('revenue')).toMatchObject({
      shows: 'money',
      before: 4000,
      after: 5000,
      difference: 1000,
      relative_difference: 0.25,
      n_before: 40,
      test: 'bootstrap',
    });
    expect(rows.get('repeat_rate')).toMatchObject({
      difference: 0,
      n_before: 40,
      p: 1,
      verdict: 'within_chance',
      test: 'score',
      shows: 'ratio',
    });
    expect(rows.get('return_rate')).toMatchObject({ n_after: 90, test: 'score' });
    expect(rows.get('revenue')).toMatchObject({ before_per_day: null, difference_per_day: null, low_per_day: null });
  });

  it('test what adds up over days per day where lengths differ a little, in the row of the sum', () => {
    const rows = changes(totals(30), totals(31));
    expect(rows.size).toBe(10);
    const revenue = rows.get('revenue')!;
    expect(revenue).toMatchObject({
      difference: 0,
      relative_difference: 0,
      low: null,
      high: null,
      before_per_day: 4000 / 30,
      after_per_day: 4000 / 31,
      difference_per_day: 4000 / 31 - 4000 / 30,
      shows: 'money',
      shows_per_day: 'money',
      test: 'bootstrap',
      verdict: 'more_than_chance',
    });
    expect(revenue['relative_difference_per_day']).toBeCloseTo(-1 / 31, 12);
    expect(Number(revenue['low_per_day'])).toBeLessThan(Number(revenue['difference_per_day']));
    expect(Number(revenue['high_per_day'])).toBeLessThan(0);
    expect(rows.get('orders')).toMatchObject({ shows: 'integer', shows_per_day: 'number', before_per_day: 80 / 30 });
    expect(rows.get('new_customers')).toMatchObject({ after_per_day: 10 / 31 });
  });

  it('have no figure per day of customers, rates and averages, which do not add up over days', () => {
    const rows = changes(totals(30), totals(31));
    for (const id of [
      'customers',
      'average_order',
      'revenue_per_customer',
      'orders_per_customer',
      'repeat_rate',
      'new_customer_share',
      'return_rate',
    ]) {
      expect(rows.get(id), id).toMatchObject({
        before_per_day: null,
        after_per_day: null,
        difference_per_day: null,
        verdict: 'within_chance',
      });
    }
    expect(rows.get('customers')).toMatchObject({ before: 40, after: 40, p: 1, low: 0, high: 0 });
  });

  it('do not compare what grows with the length where that differs by more than a tenth', () => {
    const rows = changes(totals(30), totals(92));
    for (const id of ['customers', 'revenue_per_customer', 'orders_per_customer', 'repeat_rate', 'new_customer_share']) {
      expect(rows.get(id)).toMatchObject({ verdict: 'lengths_differ', p: null, test: null });
    }
    expect(rows.get('orders')).toMatchObject({ p: 0.0005, test: 'bootstrap', verdict: 'more_than_chance', after_per_day: 80 / 92 });
    expect(rows.get('average_order')?.['verdict']).not.toBe('lengths_differ');
    expect(rows.get('return_rate')?.['verdict']).toBe('within_chance');
  });

  it('adjust the p-values for all that are tested, and say where that alone makes a difference chance', () => {
    const rows = changes(
      totals(30),
      totals(30, { repeat_customers: 29, repeat_rate: 29 / 40, returns: 40, orders_and_returns: 120, return_rate: 1 / 3 }),
    );
    const tested = [...rows.values()].filter((row) => row['p'] !== null);
    expect(tested.length).toBe(10);
    const smallest = Math.min(...tested.map((row) => Number(row['p'])));
    const first = tested.find((row) => row['p'] === smallest);
    expect(first?.['measure']).toBe('return_rate');
    expect(Number(first?.['p_adjusted'])).toBeCloseTo(10 * smallest, 12);
    expect(first?.['verdict']).toBe('more_than_chance');
    const repeat = rows.get('repeat_rate');
    expect(repeat).toMatchObject({ verdict: 'within_chance_adjusted' });
    expect(Number(repeat?.['p'])).toBeLessThan(0.05);
    expect(Number(repeat?.['p_adjusted'])).toBeGreaterThan(0.05);
    expect(Number(repeat?.['low'])).toBeGreaterThan(0);
  });

  it('cannot tell with few customers, or where a figure is not known', () => {
    const few = changes(
      totals(30, { customers: 25 }),
      totals(30, { customers: 28, new_customers: null, new_customer_share: null }),
      groups.map((row, index) => ({ ...row, after_revenue: 90 + (index % 7) })),
      19,
    );
    expect(few.get('revenue')).toMatchObject({ p: null, low: null, verdict: 'cannot_tell', test: null });
    expect(few.get('customers')).toMatchObject({ p: 1, n_before: 25, n_after: 28, verdict: 'cannot_tell' });
    expect(few.get('new_customers')).toMatchObject({ after: null, difference: null, p: null, verdict: 'cannot_tell', test: null });
    expect(few.get('repeat_rate')).toMatchObject({ verdict: 'cannot_tell' });
    expect(few.get('return_rate')).toMatchObject({ n_before: 90, verdict: 'within_chance' });
  });

  it('have profit and margin where they are known', () => {
    const known = { profit: 100, profit_base: 1000, margin: 0.1 };
    const rows = changes(totals(30, known), totals(30, known));
    expect([...rows.keys()].slice(-2)).toEqual(['profit', 'margin']);
    expect(rows.get('margin')).toMatchObject({ shows: 'ratio', difference: 0 });
  });

  it('have no relative difference from 0, and one of the size of what was below it', () => {
    expect(changes(totals(30, { revenue: 0 }), totals(30)).get('revenue')).toMatchObject({ difference: 4000, relative_difference: null });
    expect(changes(totals(30, { revenue: -1000 }), totals(30)).get('revenue')).toMatchObject({ difference: 5000, relative_difference: 5 });
  });
});
