import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/lib/random.ts';
import { rankRanges } from '../../src/stats/rank-ranges.ts';
import { ratePrior } from '../../src/stats/rate-prior.ts';
import { tenReps } from './units.ts';

describe('rank ranges', () => {
  it('of units far apart are single ranks, 1 for the highest rate', () => {
    const units = [100, 500, 900].map((successes) => ({ successes, trials: 1000 }));
    expect(rankRanges(ratePrior(units)!, units, { random: createRandom(1, 'ranks') })).toEqual([
      { expected: 3, low: 3, high: 3 },
      { expected: 2, low: 2, high: 2 },
      { expected: 1, low: 1, high: 1 },
    ]);
  });

  it('of units that hardly differ reach over half of all ranks', () => {
    const ranges = rankRanges(ratePrior(tenReps)!, tenReps, { random: createRandom(1, 'ranks') });
    for (const { low, high, expected } of ranges) {
      expect(high - low).toBeGreaterThanOrEqual(4);
      expect(expected).toBeGreaterThan(low);
      expect(expected).toBeLessThan(high);
    }
    expect(ranges.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(55, 9);
  });

  it('are the same for the same seed', () => {
    const prior = ratePrior(tenReps)!;
    const draw = () => rankRanges(prior, tenReps, { random: createRandom(4, 'ranks'), draws: 200, level: 0.8 });
    expect(draw()).toEqual(draw());
  });

  it('of nobody are none, and of one the first', () => {
    const one = [{ successes: 1, trials: 3 }];
    expect(rankRanges(ratePrior(one)!, [], { random: createRandom(1, 'ranks') })).toEqual([]);
    expect(rankRanges(ratePrior(one)!, one, { random: createRandom(1, 'ranks'), draws: 10 })).toEqual([{ expected: 1, low: 1, high: 1 }]);
  });
});
