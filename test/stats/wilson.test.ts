import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../src/stats/wilson.ts';

describe('the Wilson interval', () => {
  it.each([
    [0, 10, 0, 0.2775328],
    [1, 10, 0.01787621, 0.40415003],
    [10, 10, 0.7224672, 1],
    [5, 5, 0.56551754, 1],
    [15, 148, 0.0623864, 0.16048724],
    [100, 200, 0.4313609, 0.5686391],
    [81, 263, 0.25528852, 0.36620958],
    [20, 30, 0.48780052, 0.80769502],
    [29, 98, 0.21463181, 0.39260084],
    [0, 20, 0, 0.16112516],
    [3, 1000, 0.00102078, 0.00878301],
  ])('of %d in %d is that of statsmodels', (successes, trials, low, high) => {
    const interval = wilson(successes, trials);
    expect(interval?.low).toBeCloseTo(low, 7);
    expect(interval?.high).toBeCloseTo(high, 7);
  });

  it('of 19 in 38 agrees with statsmodels to twelve digits', () => {
    const interval = wilson(19, 38);
    expect(Math.abs(interval!.low / 0.348499283643951 - 1)).toBeLessThan(1e-12);
    expect(Math.abs(interval!.high / 0.651500716356049 - 1)).toBeLessThan(1e-12);
  });

  it('of 50 in 100 at 90% is that of statsmodels', () => {
    const interval = wilson(50, 100, 0.9);
    expect(interval?.low).toBeCloseTo(0.4188478, 7);
    expect(interval?.high).toBeCloseTo(0.5811522, 7);
  });

  it('never leaves [0, 1] and holds the rate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, share) => {
        const successes = Math.round(share * trials);
        const { low, high } = wilson(successes, trials)!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(successes / trials);
        expect(high).toBeGreaterThanOrEqual(successes / trials);
      }),
    );
  });

  it('does not exist without trials, and refuses what is no proportion', () => {
    expect(wilson(0, 0)).toBeNull();
    expect(() => wilson(3, 2)).toThrow(RangeError);
    expect(() => wilson(-1, 2)).toThrow(RangeError);
  });
});
