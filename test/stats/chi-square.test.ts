import { describe, expect, it } from 'vitest';
import { chiSquareUpperTail } from '../../src/stats/chi-square.ts';
import { expectClose } from './close.ts';

/** Expected values: mpmath with 30 digits. */
describe('the upper tail of chi-square', () => {
  it.each([
    [3.841458820694124, 1, 0.0500000000000000584],
    [10.3267, 1, 0.00131119432558138084],
    [122.249, 1, 2.03611208785430214e-28],
    [5.991, 2, 0.0500116150265790811],
    [7.5, 3, 0.057558451972636407],
    [30, 10, 8.56641210775300392e-4],
    [0.001, 5, 0.999999998318512281],
    [900, 800, 0.00777464419274591253],
  ])('at %d with %d degrees of freedom is that of mpmath', (statistic, degreesOfFreedom, tail) => {
    expectClose(chiSquareUpperTail(statistic, degreesOfFreedom), tail, 1e-12);
  });

  it('is 1 without a statistic, and needs degrees of freedom', () => {
    expect(chiSquareUpperTail(0, 3)).toBe(1);
    expect(() => chiSquareUpperTail(1, 0)).toThrow(RangeError);
    expect(() => chiSquareUpperTail(1, 1.5)).toThrow(RangeError);
  });
});
