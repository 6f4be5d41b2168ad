import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapley } from '../../src/stats/shapley.ts';

const factor = fc.oneof(fc.constant(0), fc.double({ min: -1000, max: 1000, noNaN: true }));
const pairs = fc.array(fc.tuple(factor, factor), { minLength: 1, maxLength: 6 });

function product(factors: readonly number[]): number {
  return factors.reduce((whole, each) => whole * each, 1);
}

describe('shapley', () => {
  it('takes the funnel of methods.md §9 apart', () => {
    const [leads, conversion, value] = shapley([1000, 0.1, 500], [1200, 0.08, 550]);
    expect(leads).toBeCloseTo(9433.3333, 3);
    expect(conversion).toBeCloseTo(-11_566.6667, 3);
    expect(value).toBeCloseTo(4933.3333, 3);
    expect(leads! + conversion! + value!).toBeCloseTo(2800, 6);
  });

  it('sums to the change of the product, zero factors or not', () => {
    fc.assert(
      fc.property(pairs, (factors) => {
        const [before, after] = [factors.map(([one]) => one), factors.map(([, other]) => other)];
        const sum = shapley(before, after).reduce((total, part) => total + part, 0);
        const largest = factors.reduce((most, [one, other]) => most * Math.max(Math.abs(one), Math.abs(other), 1), 1);
        expect(Math.abs(sum - (product(after) - product(before)))).toBeLessThanOrEqual(1e-9 * largest);
      }),
    );
  });

  it('gives a factor that did not change nothing, and all to the only one that did', () => {
    expect(shapley([3, 0, 7], [3, 5, 7])).toEqual([0, 105, 0]);
  });

  it('refuses lists of different lengths', () => {
    expect(() => shapley([1], [1, 2])).toThrow(RangeError);
  });
});
