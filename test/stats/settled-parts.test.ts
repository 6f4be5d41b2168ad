import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settledParts } from '../../src/stats/settled-parts.ts';

/** Parts of a whole as a computation leaves them: right but for the last digits. */
const divided = fc
  .record({ whole: fc.integer({ min: -1e10, max: 1e10 }), shares: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { maxLength: 6 }) })
  .map(({ whole, shares }) => {
    const parts = shares.map((share) => (share * whole) / 10_000);
    return { whole: whole / 10_000, parts: [...parts, whole / 10_000 - parts.reduce((sum, part) => sum + part, 0)] };
  });

describe('settledParts', () => {
  it('sums to the whole to the last digit, each part within a cent or two of what it was', () => {
    fc.assert(
      fc.property(divided, ({ whole, parts }) => {
        const settled = settledParts(parts, whole);
        expect(settled.reduce((sum, part) => sum + Math.round(part * 10_000), 0)).toBe(Math.round(whole * 10_000));
        for (const [index, part] of settled.entries()) expect(Math.abs(part - parts[index]!)).toBeLessThan(0.02);
      }),
    );
  });

  it('gives the missing cent to the part whose rounding was furthest off', () => {
    expect(settledParts([3.334, 3.333, 3.333], 10)).toEqual([3.34, 3.33, 3.33]);
    expect(settledParts([9433.333, -11_566.668, 4933.335], 2800)).toEqual([9433.33, -11_566.67, 4933.34]);
  });

  it('leaves what is less than a cent to the largest part', () => {
    expect(settledParts([1, 20, 3], 24.000_5)).toEqual([1, 20.000_5, 3]);
    expect(settledParts([], 0)).toEqual([]);
  });
});
