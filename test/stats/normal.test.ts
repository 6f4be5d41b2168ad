import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/stats/normal.ts';

describe('the quantile of the standard normal distribution', () => {
  it.each([
    [0.975, 1.959963984540054],
    [0.95, 1.6448536269514722],
    [0.995, 2.5758293035489004],
    [0.9, 1.2815515655446004],
    [0.841344746068543, 1],
    [1e-10, -6.361340902404056],
    [1e-300, -37.0471],
  ])('of %d is %d', (p, z) => {
    expect(Math.abs(normalQuantile(p) - z)).toBeLessThan(Math.abs(z) * (p === 1e-300 ? 1e-6 : 1e-14));
  });

  it('is zero in the middle and odd about it', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.25)).toBe(-normalQuantile(0.75));
  });

  it.each([0, 1, -0.1, Number.NaN])('is not defined for %d', (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});
