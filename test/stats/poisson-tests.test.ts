import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonRatioTest } from '../../src/stats/poisson-tests.ts';

const counts = fc.record({ count: fc.integer({ min: 0, max: 60 }), exposure: fc.double({ min: 0.5, max: 400, noNaN: true }) });

describe('two counts with exposures', () => {
  // p: twice the smaller tail of scipy 1.17.1 binom (at equal exposures also statsmodels 0.15.0 test_poisson_2indep 'exact-cond').
  it.each([
    [12, 1, 4, 1, 0.076812744140625, 0.04904174804687501],
    [12, 90, 4, 60, 0.33313476870144, 0.23171412610252792],
    [0, 1, 5, 1, 0.0625, 0.03125],
    [5, 1, 0, 2, 0.008230452674897124, 0.004115226337448561],
    [30, 365, 18, 90, 0.0067272391837338704, 0.004616124837771368],
    [1000, 1, 900, 1, 0.023108845108901193, 0.021791499253713553],
    [3, 10, 3, 10, 1, 1],
  ])('%d in %d, then %d in %d, give the reference values', (c1, e1, c2, e2, exact, midP) => {
    const [before, after] = [
      { count: c1, exposure: e1 },
      { count: c2, exposure: e2 },
    ];
    expect(poissonRatioTest(before, after)).toBeCloseTo(exact, 13);
    expect(poissonRatioTest(before, after, { midP: true })).toBeCloseTo(midP, 13);
  });

  it('without events say nothing', () => {
    const none = { count: 0, exposure: 30 };
    expect(poissonRatioTest(none, none)).toBe(1);
  });

  it('refuse what is no count or no exposure', () => {
    expect(() => poissonRatioTest({ count: 1.5, exposure: 1 }, { count: 1, exposure: 1 })).toThrow(RangeError);
    expect(() => poissonRatioTest({ count: 1, exposure: 0 }, { count: 1, exposure: 1 })).toThrow(RangeError);
    expect(() => poissonRatioTest({ count: 1, exposure: 1 }, { count: -1, exposure: 1 })).toThrow(RangeError);
  });

  it('give the same p in either order', () => {
    fc.assert(
      fc.property(counts, counts, fc.boolean(), (before, after, midP) => {
        expect(poissonRatioTest(before, after, { midP })).toBeCloseTo(poissonRatioTest(after, before, { midP }), 12);
      }),
    );
  });
});
