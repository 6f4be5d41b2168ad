import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/lib/random.ts';
import { testEqualRates } from '../../src/stats/equal-rates-test.ts';
import { testEqualUnits } from '../../src/stats/equal-units-test.ts';
import type { Proportion } from '../../src/stats/proportions.ts';
import { tenReps } from './units.ts';

const of = (...counts: readonly (readonly [successes: number, trials: number])[]): Proportion[] =>
  counts.map(([successes, trials]) => ({ successes, trials }));
const random = () => createRandom(1, 'test');

describe('the test whether units differ where strata have rates of their own', () => {
  it('of one stratum is the test of equal rates', () => {
    expect(testEqualUnits([tenReps], random())).toBe(testEqualRates(tenReps, random())!.p);
  });

  it('does not take it for a difference that one unit works where more succeeds', () => {
    // Both have 40% in the one and 10% in the other; together 130 of 400 against 70 of 400.
    const strata = [of([120, 300], [40, 100]), of([10, 100], [30, 300])];
    expect(testEqualRates(of([130, 400], [70, 400]), random())!.p).toBe(1 / 2000);
    expect(testEqualUnits(strata, random())).toBeGreaterThan(0.5);
  });

  it('finds a difference that strata hide', () => {
    // 50 against 40% and 20 against 10%, the better one where less succeeds: 110 of 400 against 130 of 400 together.
    const strata = [of([50, 100], [120, 300]), of([60, 300], [10, 100])];
    expect(testEqualUnits(strata, random())).toBeLessThan(0.03);
  });

  it('calls alike units different in at most 5% of runs', () => {
    const draw = createRandom(3, 'alike');
    const shares = [0.05, 0.2, 0.5];
    let alarms = 0;
    for (let run = 0; run < 200; run += 1) {
      const strata = shares.map((share) =>
        Array.from({ length: 6 }, () => {
          const trials = draw.integer(0, 40);
          let successes = 0;
          for (let trial = 0; trial < trials; trial += 1) if (draw.chance(share)) successes += 1;
          return { successes, trials };
        }),
      );
      if ((testEqualUnits(strata, draw, 199) ?? 1) <= 0.05) alarms += 1;
    }
    // 10 expected; 17 or more in fewer than 2% of such tests.
    expect(alarms).toBeLessThan(18);
  });

  it('cannot tell where no two units tried in the same stratum, and sees nothing where all or none succeeded', () => {
    expect(testEqualUnits([of([3, 9], [0, 0]), of([0, 0], [1, 9])], random())).toBeNull();
    expect(testEqualUnits([of([1, 1], [0, 1])], random())).toBeNull();
    expect(testEqualUnits([], random())).toBeNull();
    expect(testEqualUnits([of([0, 9], [0, 9]), of([5, 5], [5, 5])], random())).toBe(1);
    expect(() => testEqualUnits([of([0.5, 9])], random())).toThrow(RangeError);
  });
});
