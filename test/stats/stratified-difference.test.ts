import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stratifiedDifference } from '../../src/stats/stratified-difference.ts';

const side = (successes: number, trials: number) => ({ successes, trials });

describe('stratifiedDifference', () => {
  it('is the plain difference with its plain interval in one stratum', () => {
    const found = stratifiedDifference([[side(8, 15), side(18, 34)]])!;
    expect(found.value).toBeCloseTo(18 / 34 - 8 / 15, 12);
    // √(8/15·7/15/15 + 18/34·16/34/34) = 0.154661
    expect((found.interval.high - found.interval.low) / 2 / 1.959964).toBeCloseTo(0.154661, 6);
  });

  it('weighs strata by first × second ÷ both, so that unlike shares of them do not look like a difference', () => {
    const [small, large] = [
      [side(10, 10), side(90, 90)],
      [side(9, 90), side(1, 10)],
    ] as const;
    expect(stratifiedDifference([small, large])!.value).toBe(0);
    // (0.5 − 0.25) · 4·4/8 + (1 − 0.5) · 2·6/8, over 2 + 1.5.
    const mixed = stratifiedDifference([
      [side(1, 4), side(2, 4)],
      [side(1, 2), side(6, 6)],
    ])!;
    expect(mixed.value).toBeCloseTo((0.25 * 2 + 0.5 * 1.5) / 3.5, 12);
  });

  it('passes over strata that have one side only, and is null without any other', () => {
    const two = [side(1, 4), side(3, 4)] as const;
    expect(stratifiedDifference([two, [side(0, 0), side(5, 9)]])).toEqual(stratifiedDifference([two]));
    expect(stratifiedDifference([[side(0, 0), side(5, 9)]])).toBeNull();
    expect(stratifiedDifference([])).toBeNull();
  });

  it('refuses what is no proportion', () => {
    expect(() => stratifiedDifference([[side(5, 4), side(1, 2)]])).toThrow(RangeError);
  });

  it('lies within [-1, 1] and its interval, and turns its sign with the sides', () => {
    const proportion = fc
      .integer({ min: 1, max: 30 })
      .chain((trials) => fc.record({ trials: fc.constant(trials), successes: fc.integer({ min: 0, max: trials }) }));
    fc.assert(
      fc.property(fc.array(fc.tuple(proportion, proportion), { minLength: 1, maxLength: 5 }), (strata) => {
        const found = stratifiedDifference(strata)!;
        const turned = stratifiedDifference(strata.map(([first, second]) => [second, first] as const))!;
        expect(found.interval.low).toBeGreaterThanOrEqual(-1);
        expect(found.interval.high).toBeLessThanOrEqual(1);
        expect(found.interval.low).toBeLessThanOrEqual(found.value);
        expect(found.value).toBeLessThanOrEqual(found.interval.high);
        expect(turned.value).toBeCloseTo(-found.value, 10);
        expect(turned.interval.low).toBeCloseTo(-found.interval.high, 8);
      }),
    );
  });
});
