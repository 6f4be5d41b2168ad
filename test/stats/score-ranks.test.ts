import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/lib/random.ts';
import { apartFromMean, rankGroups, type ScoredUnit, scoreRanks } from '../../src/stats/score-ranks.ts';

function unit(score: number, spread: number, size = 50): ScoredUnit {
  const random = createRandom(score, 'unit');
  return { score, samples: Float64Array.from({ length: 400 }, () => random.bell(score, spread)), size };
}

const ranksOf = (units: readonly ScoredUnit[]) => scoreRanks(units, { random: createRandom(1, 'ranks') });

describe('scoreRanks', () => {
  it('knows the ranks of units that differ by far more than chance', () => {
    expect(ranksOf([unit(10, 0.1), unit(90, 0.1), unit(50, 0.1)]).map(({ low, high }) => [low, high])).toEqual([
      [3, 3],
      [1, 1],
      [2, 2],
    ]);
  });

  it('lets units that differ by less than chance stand anywhere, and pulls their scores together', () => {
    const ranks = ranksOf([unit(49, 10), unit(50, 10), unit(52, 10)]);
    expect(ranks.map(({ low, high }) => [low, high])).toEqual(Array.from({ length: 3 }, () => [1, 3]));
    expect(ranks[2]!.shrunk - ranks[0]!.shrunk).toBeLessThan(1);
  });

  it('does not take the one customer of a unit for certainty', () => {
    const [lucky] = ranksOf([{ score: 99, samples: new Float64Array(400).fill(99), size: 1 }, unit(50, 5), unit(52, 5), unit(48, 5)]);
    expect(lucky!.high).toBeGreaterThan(2);
  });

  it('knows no rank of units of one member each: chance may have made all of the difference', () => {
    const single = (score: number): ScoredUnit => ({ score, samples: new Float64Array(400).fill(score), size: 1 });
    expect(ranksOf([single(90), single(60), single(30)]).map(({ low, high }) => [low, high])).toEqual(
      Array.from({ length: 3 }, () => [1, 3]),
    );
  });

  it('gives equals any of the ranks that they share', () => {
    expect(ranksOf([unit(50, 0), unit(50, 0), unit(50, 0)]).map(({ low, high, expected }) => [low, high, Math.round(expected)])).toEqual(
      Array.from({ length: 3 }, () => [1, 3, 2]),
    );
  });

  it('is nothing without units, and the first rank of one', () => {
    expect(ranksOf([])).toEqual([]);
    expect(ranksOf([unit(5, 0)])).toMatchObject([{ low: 1, high: 1, expected: 1 }]);
  });
});

describe('apartFromMean', () => {
  it('measures the distance from the mean in standard errors of that distance', () => {
    // Mean 50; of three alike the distance has the variance 9 × (1 − 1/3) = 6: 4.8 / √6 = 1.9596, the quantile of 0.975.
    const [low, middle, high] = apartFromMean([45.2, 50, 54.8].map((score) => ({ score, error: 3, size: 1e9 })));
    expect(low).toBeCloseTo(0.05, 4);
    expect(high).toBeCloseTo(low!, 12);
    expect(middle).toBe(1);
  });

  it('asks for more where the errors are known from few members', () => {
    const known = (size: number) => apartFromMean([45.2, 50, 54.8].map((score) => ({ score, error: 3, size })))[0]!;
    // Student's t of 1.9596 with 30 degrees of freedom: 0.0594.
    expect(known(1)).toBeCloseTo(0.0594, 3);
    expect(known(200)).toBeLessThan(known(5));
  });

  it('is certain of what does not vary', () => {
    expect(
      apartFromMean([
        { score: 1, error: 0, size: 9 },
        { score: 2, error: 0, size: 9 },
      ]),
    ).toEqual([0, 0]);
    expect(
      apartFromMean([
        { score: 2, error: 0, size: 9 },
        { score: 2, error: 0, size: 9 },
      ]),
    ).toEqual([1, 1]);
    expect(apartFromMean([])).toEqual([]);
  });
});

describe('rankGroups', () => {
  it('puts together whose ranges overlap, also through others', () => {
    const ranges = [
      { low: 1, high: 1, expected: 1 },
      { low: 2, high: 3, expected: 2 },
      { low: 3, high: 5, expected: 4 },
      { low: 4, high: 6, expected: 5 },
      { low: 7, high: 7, expected: 7 },
    ];
    expect(rankGroups(ranges)).toEqual([1, 2, 2, 2, 3]);
  });
});
