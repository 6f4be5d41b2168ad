import { describe, expect, it } from 'vitest';
import { discountedPurchases } from '../../../src/stats/purchases/discounting.ts';
import { discountedResidualPurchases, paretoNbd } from '../../../src/stats/purchases/pareto-nbd.ts';
import { expectClose } from '../close.ts';

describe('discounted purchases', () => {
  it('are discounted at the end of each period, by hand', () => {
    // 2 purchases a period: 2 / 1.1 + 2 / 1.21
    expectClose(
      discountedPurchases((time) => 2 * (time / 30), { periods: 2, periodLength: 30, rate: 0.1 }),
      2 / 1.1 + 2 / 1.21,
    );
  });

  it('are the expected ones without a discount, and none in no period', () => {
    const expected = (time: number): number => Math.sqrt(time);
    expectClose(discountedPurchases(expected, { periods: 9, periodLength: 4, rate: 0 }), 6);
    expect(discountedPurchases(expected, { periods: 0, periodLength: 4, rate: 0.1 })).toBe(0);
  });

  it('come near DERT over a long time in short periods', () => {
    const parameters = [0.55, 10.58, 0.61, 11.67];
    const history = { x: 7, recency: 77, age: 77.86 };
    const model = paretoNbd.at(parameters);
    const rate = 0.0027;
    const sum = discountedPurchases((time) => model.expectedPurchases(history, time), {
      periods: 20_000,
      periodLength: 0.25,
      rate: Math.expm1(rate / 4),
    });
    expectClose(sum, discountedResidualPurchases(parameters, history, rate), 1e-3);
  });

  it('want whole periods of some length and a rate above −1', () => {
    const plan = { periods: 2, periodLength: 1, rate: 0.1 };
    const run = (change: Partial<typeof plan>) => () => discountedPurchases((time) => time, { ...plan, ...change });
    expect(run({ periods: 1.5 })).toThrow(RangeError);
    expect(run({ periodLength: 0 })).toThrow(RangeError);
    expect(run({ rate: -1 })).toThrow(RangeError);
  });
});
