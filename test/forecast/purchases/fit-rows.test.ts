import { describe, expect, it } from 'vitest';
import { estimatesOf, fitRows, predictorsOf } from '../../../src/forecast/purchases/fit-rows.ts';
import { type PurchaseFit, fitPurchases } from '../../../src/stats/purchases/fit.ts';
import { mbgNbd } from '../../../src/stats/purchases/mbg-nbd.ts';
import { fitSpend } from '../../../src/stats/spend/fit-spend.ts';
import { groups } from './groups.ts';

const rowsOf = (fit: PurchaseFit) => fitRows(fit.model.id, { ...fit, parameterNames: fit.model.parameterNames });

describe('the rows of a fit', () => {
  it('give the estimates back as they were', () => {
    const fit = fitPurchases(mbgNbd, groups);
    const { parameters, logCovariance, boundary } = fit;
    expect(rowsOf(fit).map(({ parameter, position }) => [parameter, position])).toEqual([
      ['r', 1],
      ['alpha', 2],
      ['a', 3],
      ['b', 4],
    ]);
    expect(estimatesOf(rowsOf(fit))).toEqual({ parameters, logCovariance, boundary });
  });

  it('give back what the data cannot tell', () => {
    const unbounded = fitPurchases(
      mbgNbd,
      groups.filter(({ x, recency, age }) => x === 0 || age - recency < 5),
    );
    expect(unbounded.boundary).not.toBeNull();
    expect(estimatesOf(rowsOf(unbounded))?.boundary).toEqual(unbounded.boundary);
  });

  it('hold three parameters of spending too, and no estimates where there is no fit', () => {
    const spend = fitSpend(Array.from({ length: 60 }, (_, index) => ({ x: 1 + (index % 4), mean: 20 + ((index * 37) % 50) })));
    const { parameters, logCovariance, boundary } = spend;
    expect(estimatesOf(fitRows('gamma-gamma', spend))).toEqual({ parameters, logCovariance, boundary });
    const none = fitRows('gamma-gamma', fitSpend([]));
    expect(none.map(({ value, problem }) => [value, problem])).toEqual(['p', 'q', 'v'].map(() => [null, 'no_repeat_customers']));
    expect(estimatesOf(none)).toBeNull();
    expect(estimatesOf([])).toBeNull();
  });
});

const rows = (model: string, values: readonly (number | null)[], problem: string | null = null) =>
  values.map((value) => ({ model, value, problem }));
const parameters = [0.5, 6, 0.9, 2];

describe('the predictors of an origin', () => {
  it('are the models at their parameters', () => {
    const predictors = predictorsOf([...rows('bg-nbd', parameters), ...rows('mbg-nbd', parameters, 'boundary')]);
    expect([...predictors.keys()]).toEqual(['bg-nbd', 'mbg-nbd']);
    const history = { x: 2, recency: 10, age: 30 };
    expect(predictors.get('mbg-nbd')?.probabilityAlive(history)).toBe(mbgNbd.at(parameters).probabilityAlive(history));
  });

  it('leave out what was not fitted to its end', () => {
    const unfitted = rows('pareto-nbd', [null, null, null, null], 'no_repeat_customers');
    expect(predictorsOf([...rows('bg-nbd', parameters, 'not_converged'), ...unfitted]).size).toBe(0);
    expect(predictorsOf([]).size).toBe(0);
  });
});
