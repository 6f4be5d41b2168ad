import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, isFeasible, shareOut } from '../../src/stats/apportion.ts';

describe('apportion', () => {
  it('gives what is left to the largest remainders', () => {
    // 10 by 47 : 16 : 15.8 : 12 : 6.1 : 3.1 is 4.7, 1.6, 1.58, 1.2, 0.61, 0.31.
    expect(apportion(10, [47, 16, 15.8, 12, 6.1, 3.1])).toEqual([5, 2, 1, 1, 1, 0]);
  });

  it('shares alike where nobody has a weight, and gives the first of equal remainders more', () => {
    expect(apportion(5, [0, 0, 0])).toEqual([2, 2, 1]);
  });

  it('holds parts at their bounds and shares the rest by weight', () => {
    // 100 by 8 : 1 : 1 with at most 50: the other half is shared alike.
    const bounds = [50, Infinity, Infinity].map((most) => ({ least: 0, most }));
    expect(apportion(100, [8, 1, 1], bounds)).toEqual([50, 25, 25]);
    expect(
      apportion(
        100,
        [8, 1, 1],
        [0, 20, 0].map((least) => ({ least, most: Infinity })),
      ),
    ).toEqual([71, 20, 9]);
  });

  it('adds up, keeps every bound, and is the whole number below or above the exact share', () => {
    const parts = fc.array(
      fc.record({
        weight: fc.double({ min: 0, max: 1e6, noNaN: true }),
        least: fc.nat(50),
        room: fc.option(fc.nat(500), { nil: Infinity }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(parts, fc.nat(5000), (given, total) => {
        const bounds = given.map(({ least, room }) => ({ least, most: least + room }));
        fc.pre(isFeasible(total, bounds));
        const weights = given.map(({ weight }) => weight);
        const exact = shareOut(total, weights, bounds);
        const found = apportion(total, weights, bounds);
        expect(found.reduce((sum, part) => sum + part, 0)).toBe(total);
        for (const [index, part] of found.entries()) {
          expect(part).toBeGreaterThanOrEqual(bounds[index]!.least);
          expect(part).toBeLessThanOrEqual(bounds[index]!.most);
          expect(Math.abs(part - exact[index]!)).toBeLessThan(1);
        }
      }),
    );
  });
});
