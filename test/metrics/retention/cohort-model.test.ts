import { describe, expect, it } from 'vitest';
import { fitShiftedBetaGeometric } from '../../../src/stats/shifted-beta-geometric.ts';
import { order, rowsOf } from '../run.ts';
import { monthlyOrders } from './survivors.ts';

const older = [100, 60, 45, 37, 33, 30, 28, 27];
const younger = [80, 50, 40, 33];

describe('cohort_model', () => {
  it('fits all cohorts, each as old as it is', async () => {
    const orders = [...monthlyOrders('2025-01', older), ...monthlyOrders('2025-05', younger)];
    const [held, all] = (await rowsOf('cohort_model', { orders, parameters: { as_of: '2025-08-31' } })).toReversed();
    const fit = fitShiftedBetaGeometric([older, younger]);
    if (fit.kind !== 'estimated') throw new Error(fit.kind);
    expect(all).toMatchObject({
      fit: 'all',
      kind: 'estimated',
      reason: null,
      customers: 180,
      periods: 7,
      settling_periods: 1,
      settled_on: '2025-08-01',
      churn_rate: null,
      held_periods: null,
      expected: null,
    });
    expect(all?.['alpha']).toBeCloseTo(fit.alpha, 12);
    expect(all?.['beta']).toBeCloseTo(fit.beta, 12);
    expect(all?.['alpha_error']).toBeCloseTo(fit.standardErrors.alpha, 12);
    expect(all?.['beta_error']).toBeCloseTo(fit.standardErrors.beta, 12);
    expect(all?.['log_likelihood']).toBeCloseTo(fit.logLikelihood, 9);
    expect(held).toMatchObject({
      fit: 'held_out',
      held_periods: 2,
      target_on: '2025-08-01',
      base: 180,
      actual: 27 + 33,
      settled_on: '2025-06-01',
    });
    expect(Number(held?.['expected_low'])).toBeLessThan(60);
    expect(Number(held?.['expected_high'])).toBeGreaterThan(60);
  });

  it('says why the data cannot tell', async () => {
    const once = [order('A', '1', '2025-01-05', 1), order('B', '2', '2025-02-05', 1)];
    expect(await rowsOf('cohort_model', { orders: once, parameters: { as_of: '2025-03-31' } })).toMatchObject([
      { fit: 'all', kind: 'undetermined', reason: 'nobody-stayed', alpha: null, churn_rate: null, log_likelihood: null },
    ]);
    expect(await rowsOf('cohort_model', { orders: once, parameters: { as_of: '2025-01-31' } })).toMatchObject([
      { kind: 'undetermined', reason: 'no-customers', customers: 1, periods: 0 },
    ]);
  });

  it('is a constant rate where customers do not differ', async () => {
    const orders = monthlyOrders('2025-01', [81, 54, 36, 24, 16]);
    expect(await rowsOf('cohort_model', { orders, parameters: { as_of: '2025-05-31' } })).toMatchObject([
      { fit: 'all', kind: 'constant', churn_rate: 65 / 195, alpha: null },
      { fit: 'held_out', kind: 'constant', held_periods: 1, base: 81, actual: 16 },
    ]);
  });
});
