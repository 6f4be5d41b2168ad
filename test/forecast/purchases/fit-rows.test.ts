import { describe, expect, it } from 'vitest';
import { estimatesOf, fitRows } from '../../../src/forecast/purchases/fit-rows.ts';
import { fitPurchases, type PurchaseFit } from '../../../src/stats/purchases/fit.ts';
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
