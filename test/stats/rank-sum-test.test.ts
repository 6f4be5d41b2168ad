import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankSumTest } from '../../src/stats/rank-sum-test.ts';

describe('the rank-sum test', () => {
  it('is exact for small samples: the values of scipy 1.17.1 mannwhitneyu', () => {
    const result = rankSumTest([120, 340, 80, 150.5, 99, 410, 200], [60, 75, 110, 90, 40])!;
    expect(result.method).toBe('exact');
    expect(result.p).toBeCloseTo(0.017676767676767676, 14);
    expect(result.superiority).toBeCloseTo(0.08571428571428572, 14);
  });

  it('is exact with ties: all allocations counted out independently', () => {
    const result = rankSumTest([100, 100, 200, 300, 100, 50], [100, 50, 50, 60, 100])!;
    expect(result.p).toBeCloseTo(0.20346320346320346, 14);
    expect(result.superiority).toBeCloseTo(0.23333333333333334, 14);
  });

  it('of larger samples is the approximation of scipy 1.17.1 with ties and continuity', () => {
    const first = Array.from({ length: 60 }, (_, index) => (index * 37) % 101);
    const second = Array.from({ length: 50 }, (_, index) => ((index * 53) % 89) + 12);
    const result = rankSumTest(first, second)!;
    expect(result.method).toBe('normal');
    expect(result.p).toBeCloseTo(0.28120704338366287, 13);
    expect(result.superiority).toBeCloseTo(0.56, 14);
  });

  it('cannot find much in three against three', () => {
    expect(rankSumTest([100, 200, 300], [1, 2, 3])!.p).toBeCloseTo(0.1, 15);
  });

  it('finds nothing where all values are alike', () => {
    expect(rankSumTest([5, 5, 5], [5, 5])).toEqual({ superiority: 0.5, p: 1, method: 'exact' });
    expect(rankSumTest(Array<number>(100).fill(5), Array<number>(90).fill(5))).toEqual({ superiority: 0.5, p: 1, method: 'normal' });
  });

  it('does not exist where a sample is empty, and refuses NaN', () => {
    expect(rankSumTest([], [1])).toBeNull();
    expect(rankSumTest([1], [])).toBeNull();
    expect(() => rankSumTest([Number.NaN], [1])).toThrow(RangeError);
  });

  it('sees ranks only and is symmetric', () => {
    const sample = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(sample, sample, (first, second) => {
        const result = rankSumTest(first, second)!;
        expect(rankSumTest(first.map(Math.exp), second.map(Math.exp))).toEqual(result);
        const swapped = rankSumTest(second, first)!;
        expect(swapped.p).toBeCloseTo(result.p, 13);
        expect(swapped.superiority).toBeCloseTo(1 - result.superiority, 13);
      }),
    );
  });
});
