import { describe, expect, it } from 'vitest';
import { bgNbd } from '../../../src/stats/purchases/bg-nbd.ts';
import { fitPurchases, type PurchaseFit } from '../../../src/stats/purchases/fit.ts';
import type { PurchaseGroup } from '../../../src/stats/purchases/history.ts';
import { nbd } from '../../../src/stats/purchases/nbd.ts';
import { predictPurchases } from '../../../src/stats/purchases/predict.ts';
import { predictValue } from '../../../src/stats/spend/predict-value.ts';
import { fitSpend } from '../../../src/stats/spend/fit-spend.ts';
import { gammaGamma } from '../../../src/stats/spend/gamma-gamma.ts';
import { expectClose } from '../close.ts';

const groups: PurchaseGroup[] = [
  { x: 0, recency: 0, age: 30, customers: 600 },
  { x: 1, recency: 3, age: 30, customers: 100 },
  { x: 1, recency: 15, age: 30, customers: 60 },
  { x: 2, recency: 5, age: 28, customers: 40 },
  { x: 2, recency: 24, age: 28, customers: 60 },
  { x: 3, recency: 6, age: 30, customers: 30 },
  { x: 4, recency: 27, age: 30, customers: 40 },
  { x: 6, recency: 12, age: 30, customers: 15 },
  { x: 9, recency: 29, age: 30, customers: 20 },
  { x: 15, recency: 30, age: 30, customers: 1 },
];
const fit = fitPurchases(bgNbd, groups);

/** The same parameters as if they were known for certain. */
const certain: PurchaseFit = { ...fit, logCovariance: null };

describe('predicted purchases', () => {
  it('come with their expectation and an interval around it', () => {
    const { groups: predictions, total, parameterUncertainty } = predictPurchases(fit, groups, { horizon: 30, seed: 1 });
    const model = bgNbd.at(fit.parameters!);
    expect(fit.problem).toBeNull();
    expect(parameterUncertainty).toBe(true);
    for (const [index, { expected, low, high }] of predictions.entries()) {
      expect(expected).toBe(model.expectedPurchases(groups[index]!, 30));
      expect(low).toBeLessThanOrEqual(expected);
      expect(high).toBeGreaterThanOrEqual(expected);
      expect(Number.isInteger(low) && Number.isInteger(high)).toBe(true);
    }
    expectClose(
      total.expected,
      groups.reduce((sum, group) => sum + group.customers * model.expectedPurchases(group, 30), 0),
    );
    expect(total.low).toBeLessThan(total.expected);
    expect(total.high).toBeGreaterThan(total.expected);
  });

  it('are the same with the same seed and others with another', () => {
    const run = (seed: number) => predictPurchases(fit, groups, { horizon: 30, seed }).total;
    expect(run(7)).toEqual(run(7));
    expect(run(7).low).not.toBe(run(8).low);
  });

  it('spread more where the parameters are uncertain, and for a higher level', () => {
    const population = groups.map((group) => ({ ...group, customers: group.customers * 20 }));
    const width = (of: PurchaseFit, level: number): number => {
      const { low, high } = predictPurchases(of, population, { horizon: 30, seed: 3, level }).total;
      return high - low;
    };
    expect(width(fit, 0.9)).toBeGreaterThan(1.3 * width(certain, 0.9));
    expect(width(fit, 0.9)).toBeGreaterThan(width(fit, 0.5));
  });

  it('have in total the spread of independent customers: that of a known negative binomial sum', () => {
    // Customers who never stop at Gamma(r, alpha) rates: the sum over 400 of them is negative binomial with shape 400 r.
    const known: PurchaseFit = { ...fitPurchases(nbd, groups), parameters: [2, 10], logCovariance: null };
    const { total } = predictPurchases(known, [{ x: 0, recency: 0, age: 0, customers: 400 }], {
      horizon: 5,
      seed: 2,
      draws: 4000,
      level: 0.95,
    });
    const [mean, variance] = [400 * 2 * 0.5, 400 * 2 * 0.5 * 1.5];
    expect(total.expected).toBe(mean);
    expect(Math.abs(total.low - (mean - 1.96 * Math.sqrt(variance)))).toBeLessThan(4);
    expect(Math.abs(total.high - (mean + 1.96 * Math.sqrt(variance)))).toBeLessThan(4);
  });

  it('hold what comes as often as they should: 80% of negative binomial counts', () => {
    const known: PurchaseFit = { ...fitPurchases(nbd, groups), parameters: [50, 10], logCovariance: null };
    const { groups: one } = predictPurchases(known, [{ x: 0, recency: 0, age: 0, customers: 1 }], {
      horizon: 10,
      seed: 4,
      draws: 4000,
      level: 0.8,
    });
    let inside = 0;
    for (let count = one[0]!.low; count <= one[0]!.high; count += 1) inside += nbd.at([50, 10]).probabilityOfCount(count, 10);
    expect(inside).toBeGreaterThan(0.77);
    expect(inside).toBeLessThan(0.86);
  });

  it('need parameters, a horizon, draws and a level', () => {
    const none = fitPurchases(bgNbd, []);
    expect(() => predictPurchases(none, groups, { horizon: 1, seed: 1 })).toThrow(RangeError);
    expect(() => predictPurchases(fit, groups, { horizon: -1, seed: 1 })).toThrow(RangeError);
    expect(() => predictPurchases(fit, groups, { horizon: 1, seed: 1, draws: 0 })).toThrow(RangeError);
    expect(() => predictPurchases(fit, groups, { horizon: 1, seed: 1, level: 1 })).toThrow(RangeError);
    expect(() => predictPurchases(fit, [{ x: 1, recency: 9, age: 5, customers: 1 }], { horizon: 1, seed: 1 })).toThrow('row 1');
  });

  it('of no customers are none', () => {
    expect(predictPurchases(fit, [], { horizon: 9, seed: 1 })).toMatchObject({ groups: [], total: { expected: 0, low: 0, high: 0 } });
  });
});

describe('predicted value', () => {
  const rows = groups.slice(0, 5).map((group, index) => ({ ...group, spend: { x: group.x, mean: group.x === 0 ? 0 : 30 + 8 * index } }));
  const many = Array.from({ length: 40 }, (_, index) => ({ x: 1 + (index % 4), mean: 20 + ((index * 37) % 50) }));
  const spend = fitSpend(many);

  it('is expected purchases times expected value, with an interval', () => {
    const { groups: outlooks, total, parameterUncertainty } = predictValue(fit, spend, rows, { horizon: 30, seed: 1 });
    const { groups: purchases, total: all } = predictPurchases(fit, groups.slice(0, 5), { horizon: 30, seed: 1 });
    const mean = gammaGamma(spend.parameters!);
    expect(parameterUncertainty).toBe(spend.boundary === null);
    for (const [index, { purchases: own, value }] of outlooks.entries()) {
      expect(own.expected).toBe(purchases[index]!.expected);
      expectClose(value.expected, own.expected * mean.expectedMean(rows[index]!.spend)!);
      expect(own.low).toBeLessThanOrEqual(own.expected);
      expect(own.high).toBeGreaterThanOrEqual(own.expected);
      expect(value.low).toBeLessThanOrEqual(value.expected!);
      expect(value.high).toBeGreaterThanOrEqual(value.expected!);
    }
    expectClose(total.purchases.expected, all.expected);
    expectClose(
      total.value.expected,
      outlooks.reduce((sum, { value }, index) => sum + rows[index]!.customers * value.expected!, 0),
    );
    expect(total.value.low).toBeLessThan(total.value.expected!);
    expect(total.value.high).toBeGreaterThan(total.value.expected!);
  });

  it('has in total the interval of the same customers one by one, whether or not they are grouped', () => {
    const one = { x: 2, recency: 24, age: 28, spend: { x: 2, mean: 40 } };
    const options = { horizon: 30, seed: 5, draws: 800 };
    const grouped = predictValue(certain, spend, [{ ...one, customers: 60 }], options).total;
    const apart = predictValue(
      certain,
      spend,
      Array.from({ length: 60 }, () => ({ ...one, customers: 1 })),
      options,
    ).total;
    for (const figure of ['purchases', 'value'] as const) {
      expectClose(grouped[figure].expected, apart[figure].expected!);
      expect(Math.abs(grouped[figure].low / apart[figure].low - 1)).toBeLessThan(0.1);
      expect(Math.abs(grouped[figure].high / apart[figure].high - 1)).toBeLessThan(0.1);
    }
  });

  it('is the same with the same seed', () => {
    const run = () => predictValue(fit, spend, rows, { horizon: 30, seed: 9, draws: 50 });
    expect(run()).toEqual(run());
  });

  it('has no expectation where the mean value of a purchase is infinite, and finite intervals all the same', () => {
    const wild = { ...spend, parameters: [1, 0.9, 10], logCovariance: null };
    const { groups: outlooks, total, parameterUncertainty } = predictValue(fit, wild, rows, { horizon: 30, seed: 1 });
    expect(parameterUncertainty).toBe(false);
    expect(outlooks[0]!.value.expected).toBeNull();
    expect(outlooks[1]!.value.expected).toBeGreaterThan(0);
    expect(total.value.expected).toBeNull();
    expect(total.purchases.expected).toBeGreaterThan(0);
    const values = [total.value, ...outlooks.map(({ value }) => value)];
    expect(values.every(({ low, high }) => Number.isFinite(low) && Number.isFinite(high))).toBe(true);
  });

  it('needs parameters', () => {
    expect(() => predictValue(fit, fitSpend([]), rows, { horizon: 1, seed: 1 })).toThrow(RangeError);
  });
});
