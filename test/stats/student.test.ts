import { describe, expect, it } from 'vitest';
import { placeAmong, studentBelow, studentQuantile } from '../../src/stats/student.ts';

describe('studentBelow', () => {
  // Quantiles of the tables in Abramowitz & Stegun, 26.10; one degree is Cauchy: ½ + arctan(t) ÷ π.
  it.each([
    [0, 5, 0.5],
    [1, 1, 0.75],
    [-1, 1, 0.25],
    [6.314, 1, 0.95],
    [2.015, 5, 0.95],
    [1.812, 10, 0.95],
    [-2.228, 10, 0.025],
    [1.645, 1e6, 0.95],
  ])('P(T ≤ %d) with %d degrees is %d', (t, degrees, share) => {
    expect(studentBelow(t, degrees)).toBeCloseTo(share, 4);
  });
});

describe('studentQuantile', () => {
  // scipy.stats.t.ppf, good to nine digits; of one degree tan(π (p − ½)).
  it.each([
    [0.975, 9, 2.2621571627409915],
    [0.975, 1, Math.tan(Math.PI * 0.475)],
    [0.025, 11.5, -2.1893658937986586],
    [0.95, 29, 1.6991270265334972],
    [0.6, 3, 0.27667066230490933],
    [0.5, 7, 0],
  ])('of %d with %d degrees is %d', (p, degrees, t) => {
    expect(studentQuantile(p, degrees)).toBeCloseTo(t, 9);
  });
});

describe('placeAmong', () => {
  it('is the share of one more such value that lies below, wider the fewer are known', () => {
    // Mean 20, variance 100, n = 3: t = (20 + 11.547 − 20) ÷ √(100 × 4/3) = 1, two degrees: ½ + 1 ÷ (2 √3).
    expect(placeAmong(20 + 10 * Math.sqrt(4 / 3), [10, 20, 30])).toBeCloseTo(0.5 + 1 / (2 * Math.sqrt(3)), 10);
    expect(placeAmong(20, [10, 20, 30])).toBe(0.5);
  });

  it('cannot be told by one value, and is all or nothing where they do not vary', () => {
    expect(placeAmong(5, [5])).toBe(null);
    expect([4, 5, 6].map((value) => placeAmong(value, [5, 5, 5]))).toEqual([0, 0.5, 1]);
  });
});
