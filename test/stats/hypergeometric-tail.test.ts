import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hypergeometric, tailsAt } from '../../src/stats/discrete-distribution.ts';
import { hypergeometricUpperTail } from '../../src/stats/hypergeometric-tail.ts';

describe('the upper tail of marked ones drawn', () => {
  it('is that of the whole distribution', () => {
    const urn = fc
      .record({ size: fc.integer({ min: 1, max: 3000 }), marked: fc.nat(), draws: fc.nat(), count: fc.nat() })
      .map(({ size, marked, draws, count }) => {
        const own = { size, marked: marked % (size + 1), draws: draws % (size + 1) };
        return { ...own, count: count % (Math.min(own.marked, own.draws) + 2) };
      });
    fc.assert(
      fc.property(urn, ({ count, ...own }) => {
        const whole = tailsAt(hypergeometric(own.draws, own.marked, own.size), count).upper;
        const tail = hypergeometricUpperTail(count, own);
        // What lies below 1e-290 the whole distribution leaves out.
        expect(whole < 1e-280 ? tail < 1e-270 : Math.abs(tail / whole - 1) < 1e-9).toBe(true);
      }),
    );
  });

  it('is 17 in 70 for three of four cups of tea, and 1 for none', () => {
    expect(hypergeometricUpperTail(3, { draws: 4, marked: 4, size: 8 })).toBeCloseTo(17 / 70, 12);
    expect(hypergeometricUpperTail(0, { draws: 4, marked: 4, size: 8 })).toBe(1);
    expect(hypergeometricUpperTail(5, { draws: 4, marked: 4, size: 8 })).toBe(0);
  });
});
