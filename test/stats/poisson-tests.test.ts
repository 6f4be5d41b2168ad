import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonRateRatio, poissonRatioTest } from '../../src/stats/poisson-tests.ts';

const counts = fc.record({ count: fc.integer({ min: 0, max: 60 }), exposure: fc.double({ min: 0.5, max: 400, noNaN: true }) });

describe('two counts with exposures', () => {
  // p: twice the smaller tail of scipy 1.17.1 binom (at equal exposures also statsmodels 0.15.0 test_poisson_2indep 'exact-cond'); interval: binomtest exact.
  it.each([
    [12, 1, 4, 1, 0.076812744140625, 0.04904174804687501, 0.07835550926437423, 1.0998293296137076],
    [12, 90, 4, 60, 0.33313476870144, 0.23171412610252792, 0.11753326389656135, 1.6497439944205614],
    [0, 1, 5, 1, 0.0625, 0.03125, 0.91635585731546, null],
    [5, 1, 0, 2, 0.008230452674897124, 0.004115226337448561, 0, 0.545639552591273],
    [30, 365, 18, 90, 0.0067272391837338704, 0.004616124837771368, 1.2773504682237153, 4.5093994938105775],
    [1000, 1, 900, 1, 0.023108845108901193, 0.021791499253713553, 0.8215773577077542, 0.9857996939795511],
    [3, 10, 3, 10, 1, 1, 0.1339375881777302, 7.466164006724067],
  ])('%d in %d, then %d in %d, give the reference values', (c1, e1, c2, e2, exact, midP, low, high) => {
    const [before, after] = [
      { count: c1, exposure: e1 },
      { count: c2, exposure: e2 },
    ];
    expect(poissonRatioTest(before, after)).toBeCloseTo(exact, 13);
    expect(poissonRatioTest(before, after, { midP: true })).toBeCloseTo(midP, 13);
    const ratio = poissonRateRatio(before, after);
    expect(ratio.low).toBeCloseTo(low, 10);
    if (high === null) expect(ratio.high).toBeNull();
    else expect(ratio.high).toBeCloseTo(high, 10);
  });

  it('have the mid-p interval of solving the tails', () => {
    const ratio = poissonRateRatio({ count: 12, exposure: 1 }, { count: 4, exposure: 1 }, { midP: true });
    expect(ratio.ratio).toBeCloseTo(1 / 3, 15);
    expect(ratio.low).toBeCloseTo(0.09279874416540153, 11);
    expect(ratio.high).toBeCloseTo(0.995730411174134, 11);
  });

  it('without events say nothing', () => {
    const none = { count: 0, exposure: 30 };
    expect(poissonRatioTest(none, none)).toBe(1);
    expect(poissonRateRatio(none, none)).toEqual({ ratio: null, low: 0, high: null });
    expect(poissonRateRatio(none, { count: 2, exposure: 30 }).ratio).toBeNull();
  });

  it('refuse what is no count or no exposure', () => {
    expect(() => poissonRatioTest({ count: 1.5, exposure: 1 }, { count: 1, exposure: 1 })).toThrow(RangeError);
    expect(() => poissonRatioTest({ count: 1, exposure: 0 }, { count: 1, exposure: 1 })).toThrow(RangeError);
    expect(() => poissonRateRatio({ count: 1, exposure: 1 }, { count: -1, exposure: 1 })).toThrow(RangeError);
  });

  it('agree in test and interval: p is below 0.05 where the interval leaves out 1', () => {
    fc.assert(
      fc.property(counts, counts, fc.boolean(), (before, after, midP) => {
        const p = poissonRatioTest(before, after, { midP });
        const { low, high } = poissonRateRatio(before, after, { midP });
        fc.pre(Math.abs(p - 0.05) > 1e-9);
        expect(low > 1 || (high ?? Infinity) < 1).toBe(p < 0.05);
        expect(p).toBeCloseTo(poissonRatioTest(after, before, { midP }), 12);
      }),
    );
  });
});
