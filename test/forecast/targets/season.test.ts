import { describe, expect, it } from 'vitest';
import { growthPath, learnPartSeason, learnSeason, misplaced, sumOf } from '../../../src/forecast/targets/season.ts';

/** Sales of a year in which one month brings as much as `times` others. */
const year = (peak: number, times: number): number[] => Array.from({ length: 12 }, (_, month) => (month === peak ? times : 1));

describe('learnSeason', () => {
  it('draws the mean of n years to even months by n / (n + 1)', () => {
    // 9 of 20 in December; even is 1/12. One year counts a half, two years two thirds.
    const one = learnSeason(year(11, 9), 2)!;
    expect(one.means[11]).toBeCloseTo(9 / 20, 12);
    expect(one.shares[11]).toBeCloseTo(1 / 12 + (9 / 20 - 1 / 12) / 2, 12);
    expect(one.ranges).toBeNull();
    const two = learnSeason([...year(11, 9), ...year(11, 9)], 2)!;
    expect(two.shares[11]).toBeCloseTo(1 / 12 + ((9 / 20 - 1 / 12) * 2) / 3, 12);
    expect(sumOf(two.shares)).toBeCloseTo(1, 12);
  });

  it('takes the latest years, and months in which more came back than was sold for nothing', () => {
    const found = learnSeason([...year(0, 100), ...year(11, 9)], 1)!;
    expect(found.years).toBe(1);
    expect(found.means[0]).toBeCloseTo(1 / 20, 12);
    expect(learnSeason([-5, ...Array.from({ length: 11 }, () => 1)], 2)!.means[0]).toBe(0);
  });

  it('says how far another year may lie off by how far the years lie apart', () => {
    const alike = learnSeason([...year(11, 9), ...year(11, 9)], 2)!;
    expect(alike.ranges![11]!.high - alike.ranges![11]!.low).toBeCloseTo(0, 12);
    const apart = learnSeason([...year(11, 9), ...year(5, 9)], 2)!;
    expect(apart.ranges![11]!.high - apart.ranges![11]!.low).toBeGreaterThan(0.3);
  });

  it('learns nothing from less than a year, or from a year without sales', () => {
    expect(learnSeason(year(0, 1).slice(1), 2)).toBeNull();
    expect(
      learnSeason(
        Array.from({ length: 12 }, () => 0),
        2,
      ),
    ).toBeNull();
  });
});

describe('learnPartSeason', () => {
  const even = Array.from({ length: 12 }, () => 1 / 12);

  it('keeps a season that comes back alike, and none that is chance', () => {
    expect(learnPartSeason([...year(11, 9), ...year(11, 9)], even, 2)!.trust).toBe(1);
    const chance = learnPartSeason([...year(11, 9), ...year(5, 9)], even, 2)!;
    expect(chance.trust).toBeLessThan(0.1);
  });

  it('goes halfway by a single year', () => {
    expect(learnPartSeason(year(11, 9), even, 2)!.shares[11]).toBeCloseTo((1 / 12 + 9 / 20) / 2, 12);
  });
});

describe('growthPath', () => {
  it('grows by the rate a year, from month to month alike', () => {
    const path = growthPath(24, 0.21);
    expect(sumOf(path)).toBeCloseTo(1, 12);
    expect(path[12]! / path[0]!).toBeCloseTo(1.21, 12);
  });
});

describe('misplaced', () => {
  it('is the part that stands in another month', () => {
    // 0.5, 0.5 against 3 : 1: a quarter has to move.
    expect(misplaced([0.5, 0.5], [3, 1])).toBeCloseTo(0.25, 12);
    expect(misplaced([0.75, 0.25], [3, 1])).toBe(0);
  });
});
