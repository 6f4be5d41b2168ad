import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { changeRows, measureOf, verdicts } from '../../../src/metrics/changes/change-rows.ts';

const totals = (days: number, figures: Row = {}): Row => ({
  days,
  customers: 40,
  new_customers: 10,
  repeat_customers: 20,
  orders: 80,
  returns: 10,
  orders_and_returns: 90,
  purchase_days: 70,
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
      'purchase_days',
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
    expect(rows.get('purchase_days')).toMatchObject({ n_before: 70, p: 1, test: 'poisson' });
  });

  it('test sums a day where lengths differ a little, and show the sums beside', () => {
    const rows = changes(totals(30), totals(31));
    expect(rows.get('revenue')).toMatchObject({ difference: 0, p: null, test: null, verdict: 'see_per_day' });
    expect(rows.get('revenue_per_day')).toMatchObject({ before: 4000 / 30, after: 4000 / 31, shows: 'money', test: 'bootstrap' });
    expect(rows.get('revenue_per_day')?.['relative_difference']).toBeCloseTo(-1 / 31, 12);
    expect(rows.get('orders_per_day')).toMatchObject({ shows: 'number' });
    expect(rows.get('customers')).toMatchObject({ verdict: 'see_per_day' });
    expect(rows.get('repeat_rate')).toMatchObject({ verdict: 'within_chance' });
    expect(rows.has('average_order_per_day')).toBe(false);
  });

  it('do not compare what grows with the length where that differs by more than a tenth', () => {
    const rows = changes(totals(30), totals(92));
    for (const id of ['customers', 'revenue_per_customer', 'orders_per_customer', 'repeat_rate', 'new_customer_share']) {
      expect(rows.get(id)).toMatchObject({ verdict: 'lengths_differ', p: null, test: null });
    }
    expect(rows.has('customers_per_day')).toBe(false);
    expect(rows.get('orders_per_day')).toMatchObject({ p: 0.0005, test: 'bootstrap', verdict: 'more_than_chance' });
    expect(rows.get('average_order')?.['verdict']).not.toBe('lengths_differ');
    expect(rows.get('return_rate')?.['verdict']).toBe('within_chance');
  });

  it('adjust the p-values for all that are tested, and for those alone', () => {
    const rows = changes(totals(30), totals(30, { purchase_days: 120, repeat_customers: 29, repeat_rate: 29 / 40 }));
    const tested = [...rows.values()].filter((row) => row['p'] !== null);
    expect(tested.length).toBe(11);
    const smallest = Math.min(...tested.map((row) => Number(row['p'])));
    const first = tested.find((row) => row['p'] === smallest);
    expect(first?.['measure']).toBe('purchase_days');
    expect(Number(first?.['p_adjusted'])).toBeCloseTo(11 * smallest, 12);
    expect(first?.['verdict']).toBe('more_than_chance');
    expect(rows.get('repeat_rate')).toMatchObject({ verdict: 'within_chance' });
    expect(Number(rows.get('repeat_rate')?.['p'])).toBeLessThan(0.05);
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

describe('the measure of a row', () => {
  it('is told by its id', () => {
    expect(measureOf('revenue')).toEqual({ id: 'revenue', perDay: false });
    expect(measureOf('purchase_days_per_day')).toEqual({ id: 'purchase_days', perDay: true });
    expect(verdicts).toContain('cannot_tell');
  });
});
