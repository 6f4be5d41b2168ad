import { describe, expect, it } from 'vitest';
import { metrics } from '../../../src/metrics/registry.ts';
import { naming, onRequest, whose } from '../../../src/metrics/scoped/whose.ts';

/** Of one customer, lead or rep a row, and yet counted from the rows in scope: what people in scope sold, did and were given. */
const countedAnew = [
  'order_totals',
  'order_sales',
  'customer_periods',
  'goods_changes',
  'cohort_activity',
  'churn_reasons',
  'feedback_rows',
  'lead_file',
  'lead_log',
  'lead_spells',
  'lead_course',
  'lead_speed',
  'lead_training',
  'lead_segments',
  'allocation_leads',
  'lead_allocation',
  'rep_allocation',
  'rep_strengths',
  'what_if_spells',
  'customer_potential',
];

describe('what a scope borrows from everybody', () => {
  it('is metrics that there are, each with the column that says whose a row is', () => {
    const columns = new Map(metrics.map(({ id, columns: own }) => [id, Object.keys(own)]));
    const needed = {
      customer: 'customer_id',
      'customer of the rep': 'rep',
      lead: 'lead_id',
      rep: 'rep',
      target: 'target_order',
      goal: 'goal_order',
    };
    for (const [id, of] of Object.entries({ ...whose, ...onRequest })) {
      expect(columns.has(id), id).toBe(true);
      const column = needed[of as keyof typeof needed];
      if (column !== undefined) expect(columns.get(id), id).toContain(column);
    }
  });

  it('is every metric of a customer, a lead or a rep, but for those that are counted anew by intent', () => {
    const entities = new Set(['customer_id', 'lead_id', 'rep']);
    const own = metrics.filter(({ grain }) => grain.some((column) => entities.has(column))).map(({ id }) => id);
    expect(own.filter((id) => whose[id] === undefined && !countedAnew.includes(id))).toEqual([]);
    expect(countedAnew.filter((id) => whose[id] !== undefined)).toEqual([]);
  });

  it('names nobody in what is lent of everybody, unless the column is blanked of others', () => {
    const people =
      /^(owner|manager|rep|best_rep|taken_by|holder|last_rep|customer_id|customer_name|lead_id|opportunity_id|order_id|company)$/;
    for (const { id, grain, columns } of metrics.filter((metric) => whose[metric.id] === 'everybody')) {
      expect(
        grain.filter((column) => people.test(column)),
        id,
      ).toEqual([]);
      expect(
        Object.keys(columns).filter((column) => people.test(column) && !naming.has(column)),
        id,
      ).toEqual([]);
    }
  });
});
