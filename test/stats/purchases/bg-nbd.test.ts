import { describe, expect, it } from 'vitest';
import { bgNbd } from '../../../src/stats/purchases/bg-nbd.ts';
import { expectClose } from '../close.ts';

/** Exact values: arbitrary precision (mpmath) of the formulas of Fader, Hardie & Lee (2005) and notes 004, 021. */
describe('BG/NBD at (0.243, 4.414, 0.793, 2.426)', () => {
  const model = bgNbd.at([0.243, 4.414, 0.793, 2.426]);

  it.each([
    [0, 0, 39, -0.555498160841463, 1, 39, 0.194530721703265],
    [2, 30.43, 38.86, -9.45860630706627, 0.726578570080673, 39, 1.22602817476714],
    [1, 1.71, 38.86, -4.46909327503259, 0.212100985377379, 39, 0.203186987079754],
    [7, 29.43, 38.86, -21.8632762714635, 0.641756345946107, 39, 3.33705327485142],
    [26, 30.86, 31, -37.7265794733944, 0.968915649717525, 52, 25.7581959364835],
    [200, 38, 40, 98.804174928869, 0.0243852313579879, 39, 3.29402731812961],
    [1000, 10, 100, 3225.14298368282, 0, 10, 0],
  ])('has the exact values for x = %d, t_x = %d, T = %d', (x, recency, age, logLikelihood, alive, horizon, expected) => {
    const history = { x, recency, age };
    expectClose(model.logLikelihood(history), logLikelihood);
    expectClose(model.probabilityAlive(history), alive);
    expectClose(model.expectedPurchases(history, horizon), expected);
  });

  it.each([
    [0.1429, 0.00782834751607],
    [1, 0.0532678911716583],
    [39, 1.19672319332082],
    [78, 1.86051905794277],
  ])('expects of a new customer in %d weeks the exact number', (horizon, expected) => {
    expectClose(model.expectedFromNew(horizon), expected);
  });

  it('has the probabilities of counts that R BTYD prints', () => {
    expectClose(model.probabilityOfCount(0, 39), 0.5737863521, 1e-9);
    expectClose(model.probabilityOfCount(10, 2), 1.07868964e-7, 1e-8);
  });

  it('has the probabilities and expectations that R BTYD prints for x = 0 to 3', () => {
    const histories = [0, 20, 30, 38].map((recency, x) => ({ x, recency, age: 39 }));
    for (const [index, alive] of [1, 0.5993298767, 0.7195509031, 0.8380588239].entries()) {
      expectClose(model.probabilityAlive(histories[index]!), alive, 1e-9);
    }
    for (const [index, expected] of [0.2513580349, 0.7321883504, 1.539567869, 2.542595032].entries()) {
      expectClose(model.expectedPurchases(histories[index]!, 52), expected, 1e-9);
    }
  });
});

describe('BG/NBD', () => {
  it('has the probabilities of 11 to 20 purchases in 30 weeks of the lifetimes tests', () => {
    const model = bgNbd.at([0.243, 4.414, 0.793, 2.426]);
    const published = [
      0.0019995214, 0.001517023, 0.001163315, 0.0009003148, 0.0007023638, 0.0005517902, 0.0004361913, 0.0003467171, 0.0002769613,
      0.000222226,
    ];
    for (const [index, probability] of published.entries()) {
      expectClose(model.probabilityOfCount(11 + index, 30), probability, 1e-6);
    }
  });

  it('has the values of the paper for new customers, at the fitted parameters', () => {
    const model = bgNbd.at([0.242594522, 4.41360202, 0.792922017, 2.42590678]);
    for (const [horizon, expected] of [
      [0.1429, 0.0078],
      [1, 0.0532],
      [3, 0.1506],
      [31.8571, 1.0405],
      [32, 1.0437],
      [78, 1.8576],
    ] as const) {
      expect(model.expectedFromNew(horizon)).toBeCloseTo(expected, 3);
    }
  });

  it('is exact where a + b < 1, the case in which lifetimes gives NaN (#442)', () => {
    const model = bgNbd.at([0.3, 5, 0.2, 0.5]);
    expectClose(model.logLikelihood({ x: 0, recency: 0, age: 100 }), -0.913356731317027);
    expectClose(model.expectedPurchases({ x: 0, recency: 0, age: 100 }, 30), 0.0817578049800186);
  });

  it('is exact where a is next to 1, and passes through it smoothly', () => {
    const history = { x: 2, recency: 10, age: 20 };
    const model = bgNbd.at([0.3, 5, 1.0000001, 2.4]);
    expectClose(model.logLikelihood(history), -7.79931985390064);
    expectClose(model.probabilityAlive(history), 0.512216667301649);
    expectClose(model.expectedPurchases(history, 30), 1.06801488618406);
    const [below, at, above] = [1 - 1e-9, 1, 1 + 1e-9].map((a) => bgNbd.at([0.3, 5, a, 2.4]).expectedPurchases(history, 30));
    expectClose(at, (below! + above!) / 2, 1e-12);
  });

  it('is stable at the values that pymc-marketing tests', () => {
    const model = bgNbd.at([0.25, 4, 0.8, 2.5]);
    expect(model.logLikelihood({ x: 0, recency: 0, age: 40 })).toBeCloseTo(-0.59947382, 7);
    expect(model.logLikelihood({ x: 200, recency: 38, age: 40 })).toBeCloseTo(100.79569309, 7);
  });

  it('takes every one-time buyer for alive, and says so', () => {
    expect(bgNbd.oneTimeBuyersAlive).toBe(true);
    expect(bgNbd.at([0.243, 4.414, 0.793, 2.426]).probabilityAlive({ x: 0, recency: 0, age: 1e6 })).toBe(1);
  });
});
