import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareProportions, fisherExactTest, newcombeDifference, twoProportionScoreTest } from '../../src/stats/proportions.ts';

const pair = fc
  .tuple(
    fc.integer({ min: 1, max: 400 }),
    fc.integer({ min: 1, max: 400 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([m, n, p, q]) => [
    { successes: Math.round(m * p), trials: m },
    { successes: Math.round(n * q), trials: n },
  ]);

describe('two proportions', () => {
  // z and p: proportions_ztest; interval: confint_proportions_2indep(method='newcomb'), both of statsmodels 0.15.0; Fisher: scipy 1.17.1.
  it.each([
    [48, 80, 56, 70, 2.6501719512585336, 0.00804508136819656, 0.012521129749209152, 0.05243147240236498, 0.33387265403690614],
    [3, 10, 9, 10, 2.738612787525831, 0.006169899320544151, 0.019766611097880443, 0.1705227239345029, 0.809017973535488],
    [12, 40, 6, 40, -1.6064386578049976, 0.1081775627867319, 0.17979809319983453, -0.3235252780398096, 0.03445585633701065],
    [120, 1000, 150, 1000, 1.963049807622355, 0.04964038686536878, 0.05759585086892674, 1.3782434204051563e-5, 0.06000825857012657],
    [0, 20, 5, 20, 2.390457218668787, 0.01682740948275685, 0.04712404712404713, 0.03776544556663031, 0.4687008776187441],
    [10, 10, 0, 20, -5.47722557505166, 4.320463057827506e-8, 3.328339160423118e-8, -1, -0.6790860371419145],
    [500, 10000, 450, 9000, 0, 1, 1, -0.006195652972996246, 0.006236348449299659],
    [1, 3, 2, 4, 0.4409585518440985, 0.6592430036926306, 1, -0.4105336413957044, 0.6098037218501158],
  ])('%d of %d and %d of %d give the reference values', (a, m, b, n, z, p, fisher, low, high) => {
    const before = { successes: a, trials: m };
    const after = { successes: b, trials: n };
    const score = twoProportionScoreTest(before, after)!;
    expect(score.z).toBeCloseTo(z, 12);
    expect(Math.abs(score.p / p - 1)).toBeLessThan(1e-12);
    expect(Math.abs(fisherExactTest(before, after) / fisher - 1)).toBeLessThan(1e-11);
    const interval = newcombeDifference(before, after)!;
    expect(interval.low).toBeCloseTo(low, 12);
    expect(interval.high).toBeCloseTo(high, 12);
  });

  it('of small expected counts are tested exactly, others by the score', () => {
    expect(compareProportions({ successes: 3, trials: 10 }, { successes: 9, trials: 10 })).toMatchObject({
      test: 'fisher',
      p: expect.closeTo(0.0197666, 7),
    });
    const large = compareProportions({ successes: 48, trials: 80 }, { successes: 56, trials: 70 })!;
    expect(large).toMatchObject({ test: 'score', p: expect.closeTo(0.0080451, 7) });
    expect(large.difference).toBeCloseTo(0.2, 15);
  });

  it('that are all or none have no difference to test', () => {
    expect(compareProportions({ successes: 0, trials: 50 }, { successes: 0, trials: 80 })).toMatchObject({ difference: 0, p: 1 });
    expect(twoProportionScoreTest({ successes: 5, trials: 5 }, { successes: 9, trials: 9 })).toEqual({ z: 0, p: 1 });
  });

  it('cannot be compared without trials, and refuse what is no proportion', () => {
    expect(compareProportions({ successes: 0, trials: 0 }, { successes: 1, trials: 2 })).toBeNull();
    expect(twoProportionScoreTest({ successes: 1, trials: 2 }, { successes: 0, trials: 0 })).toBeNull();
    expect(fisherExactTest({ successes: 0, trials: 0 }, { successes: 1, trials: 2 })).toBe(1);
    expect(() => compareProportions({ successes: 3, trials: 2 }, { successes: 1, trials: 2 })).toThrow(RangeError);
    expect(() => fisherExactTest({ successes: 0.5, trials: 2 }, { successes: 1, trials: 2 })).toThrow(RangeError);
  });

  it('swapped give the same p and the mirrored interval, which holds the difference', () => {
    fc.assert(
      fc.property(pair, ([first, second]) => {
        const there = compareProportions(first!, second!)!;
        const back = compareProportions(second!, first!)!;
        expect(there.p).toBeCloseTo(back.p, 12);
        expect(there.interval.low).toBeCloseTo(-back.interval.high, 12);
        expect(there.interval.low).toBeLessThanOrEqual(there.difference);
        expect(there.interval.high).toBeGreaterThanOrEqual(there.difference);
        expect(there.interval.low).toBeGreaterThanOrEqual(-1);
        expect(there.p).toBeGreaterThan(0);
        expect(there.p).toBeLessThanOrEqual(1);
      }),
    );
  });
});
