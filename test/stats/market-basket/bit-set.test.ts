import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitSetOf, difference, hasBit, intersection, sharedSize, sizeOf } from '../../../src/stats/market-basket/bit-set.ts';

const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 99 }));

describe('a bit set', () => {
  it('holds what is put into it, the last bit of a word too', () => {
    const set = bitSetOf([0, 31, 32, 63], 64);
    expect([0, 1, 31, 32, 62, 63].map((bit) => hasBit(set, bit))).toEqual([true, false, true, true, false, true]);
    expect(sizeOf(set)).toBe(4);
  });

  it('shares with another what both hold, and lacks what it leaves', () => {
    fc.assert(
      fc.property(numbers, numbers, (first, second) => {
        const [one, other] = [bitSetOf(first, 100), bitSetOf(second, 100)];
        const shared = first.filter((bit) => second.includes(bit)).length;
        expect(sharedSize(one, other)).toBe(shared);
        expect(sizeOf(intersection(one, other))).toBe(shared);
        expect(sizeOf(difference(one, other))).toBe(first.length - shared);
      }),
    );
  });
});
