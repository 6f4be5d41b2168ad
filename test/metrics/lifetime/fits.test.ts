import { describe, expect, it } from 'vitest';
import { fitFirst, fittedPurchases, fittedSpend, modelOrder, purchaseRows, spendRows } from '../../../src/metrics/lifetime/fits.ts';
import { fitSpend } from '../../../src/stats/spend/fit-spend.ts';

const groups = [
  { x: 0, recency: 0, age: 30, customers: 600 },
  { x: 1, recency: 3, age: 30, customers: 100 },
  { x: 1, recency: 15, age: 30, customers: 60 },
  { x: 2, recency: 24, age: 28, customers: 60 },
  { x: 4, recency: 27, age: 30, customers: 40 },
  { x: 9, recency: 29, age: 30, customers: 20 },
];

describe('the fit of purchases', () => {
  it('is that of the first model, which lets one-time buyers be gone', () => {
    expect(modelOrder.map(({ id, oneTimeBuyersAlive }) => [id, oneTimeBuyersAlive])).toEqual([
      ['mbg-nbd', false],
      ['pareto-nbd', false],
      ['bg-nbd', true],
    ]);
    const { fit, passedOver } = fitFirst(groups);
    expect([fit.model.id, fit.problem, passedOver]).toEqual(['mbg-nbd', null, null]);
  });

  it('has no parameters, and says why, where no model can be fitted', () => {
    const { fit, passedOver } = fitFirst([{ x: 0, recency: 0, age: 30, customers: 6 }]);
    expect([fit.model.id, fit.parameters, fit.problem, passedOver]).toEqual(['mbg-nbd', null, 'no_repeat_customers', null]);
    expect(fittedPurchases(purchaseRows({ fit, passedOver }))).toBeNull();
  });

  it('comes back from its rows as it was', () => {
    const fitted = fitFirst(groups);
    const { model, parameters, logCovariance, boundary } = fitted.fit;
    expect(fittedPurchases(purchaseRows(fitted))).toEqual({ model, parameters, logCovariance, boundary });
    const unbounded = fitFirst(groups.filter(({ x, recency, age }) => x === 0 || age - recency < 5));
    expect(unbounded.fit.boundary).not.toBeNull();
    expect(fittedPurchases(purchaseRows(unbounded))?.boundary).toEqual(unbounded.fit.boundary);
  });
});

describe('the fit of values', () => {
  it('comes back from its rows as it was, and is none for too few', () => {
    const spend = fitSpend(Array.from({ length: 60 }, (_, index) => ({ x: 1 + (index % 4), mean: 20 + ((index * 37) % 50) })));
    const { parameters, logCovariance, boundary } = spend;
    expect(fittedSpend(spendRows(spend, 100))).toEqual({ parameters, logCovariance, boundary });
    expect(fittedSpend(spendRows(fitSpend([]), 100))).toBeNull();
  });
});
