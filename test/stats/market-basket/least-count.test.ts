import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastCount } from '../../../src/stats/market-basket/least-count.ts';

describe('the least count of a share', () => {
  it.each([
    [0.01, 9835, 99],
    [0.001, 9835, 10],
    [0.5, 254, 127],
    [0.1, 30, 3],
    [0.07, 100, 7],
    [0.29, 100, 29],
    [0, 10, 0],
    [1, 10, 10],
    [0.3, 10, 3],
    [1e-7, 10_000_000, 1],
    [1e-7, 10_000_001, 2],
    [0.6, 5, 3],
    [0.5, 0, 0],
  ])('%d of %d is %d', (share, whole, least) => {
    expect(leastCount(share, whole)).toBe(least);
  });

  it('is the smallest that is no smaller share, for shares in thousandths', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 100_000 }), (thousandths, whole) => {
        const least = leastCount(thousandths / 1000, whole);
        expect(least * 1000 >= thousandths * whole && (least - 1) * 1000 < thousandths * whole).toBe(true);
      }),
    );
  });

  it('refuses what is no share', () => {
    expect(() => leastCount(1.1, 10)).toThrow(RangeError);
    expect(() => leastCount(-0.1, 10)).toThrow(RangeError);
    expect(() => leastCount(Number.NaN, 10)).toThrow(RangeError);
  });
});
