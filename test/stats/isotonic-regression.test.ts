import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isotonicRegression } from '../../src/stats/isotonic-regression.ts';

function fitted(values: number[], weights: number[] = values.map(() => 1)): number[] {
  return isotonicRegression(values, weights).flatMap(({ start, end, value }) => Array<number>(end - start).fill(value));
}

describe('isotonic regression', () => {
  it('is that of scikit-learn 1.9.1', () => {
    const result = fitted([1, 3, 2, 4, 3.5, 3.5, 0.5, 6, 7, 6.5], [1, 2, 1, 1, 3, 1, 1, 2, 1, 1]);
    const middle = 3.0833333333333335;
    const expected = [1, 8 / 3, 8 / 3, middle, middle, middle, middle, 6, 6.75, 6.75];
    for (const [index, value] of expected.entries()) expect(result[index]).toBeCloseTo(value, 14);
  });

  it('leaves rising values alone, pools falling ones into one block, and takes nothing', () => {
    expect(isotonicRegression([1, 2, 3], [1, 1, 1])).toHaveLength(3);
    expect(isotonicRegression([3, 2, 1], [1, 1, 2])).toEqual([{ start: 0, end: 3, value: 1.75, weight: 4 }]);
    expect(isotonicRegression([], [])).toEqual([]);
    expect(() => isotonicRegression([1], [0])).toThrow(RangeError);
  });

  it('has strictly rising blocks, keeps the weighted sum, and is not improved by moving a block', () => {
    const points = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(points, (pairs) => {
        const values = pairs.map(([value]) => value);
        const weights = pairs.map(([, weight]) => weight);
        const blocks = isotonicRegression(values, weights);
        for (const [index, block] of blocks.entries()) {
          if (index > 0) expect(block.value).toBeGreaterThan(blocks[index - 1]!.value);
          const inside = pairs.slice(block.start, block.end);
          const mean = inside.reduce((sum, [value, weight]) => sum + value * weight, 0) / block.weight;
          expect(block.value).toBeCloseTo(mean, 10);
          // Within a block the first part lies at or above the rest: it could not be split into rising means.
          let [sum, weight] = [0, 0];
          for (const [value, share] of inside) {
            sum += value * share;
            weight += share;
            expect(sum / weight).toBeGreaterThanOrEqual(block.value - 1e-9);
          }
        }
      }),
    );
  });
});
