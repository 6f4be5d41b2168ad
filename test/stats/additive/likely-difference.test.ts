import { describe, expect, it } from 'vitest';
import { likelyDifferences } from '../../../src/stats/additive/likely-difference.ts';

describe('likely differences', () => {
  it('are drawn to 0 the more, the less they rest on', () => {
    const [few, many] = likelyDifferences([
      { difference: 1, variance: 0.5 },
      { difference: 1, variance: 0.05 },
    ]);
    expect(few!.value).toBeGreaterThan(0);
    expect(few!.value).toBeLessThan(many!.value);
    expect(many!.value).toBeLessThan(1);
    expect(many!.interval.low).toBeGreaterThan(few!.interval.low);
    expect(few!.interval.low).toBeLessThan(0);
  });

  it('are near 0 where cells differ by no more than chance, far from it where they do', () => {
    const calm = likelyDifferences(
      Array.from({ length: 40 }, (_, index) => ({ difference: index % 2 === 0 ? 0.25 : -0.25, variance: 0.25 })),
    );
    const wild = likelyDifferences(Array.from({ length: 40 }, (_, index) => ({ difference: index % 2 === 0 ? 2 : -2, variance: 0.25 })));
    expect(calm[0]!.value).toBeLessThan(0.05);
    expect(wild[0]!.value).toBeGreaterThan(1.7);
    expect(wild[1]!.value).toBeCloseTo(-wild[0]!.value, 12);
  });

  it('are none without cells', () => {
    expect(likelyDifferences([])).toEqual([]);
  });
});
