import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/lib/random.ts';
import { testEqualRates } from '../../src/stats/equal-rates-test.ts';
import { holm } from '../../src/stats/multiple-tests.ts';
import { compareProportions, fisherExactTest, type Proportion } from '../../src/stats/proportions.ts';
import { expectClose } from './close.ts';
import { baseballPlayers, drawUnits, tenReps } from './units.ts';

describe('the test whether units differ at all', () => {
  it('of two units is Fisher’s, but for the drawing', () => {
    const units = [
      { successes: 3, trials: 10 },
      { successes: 9, trials: 10 },
    ];
    const test = testEqualRates(units, createRandom(1, 'test'), 20_000)!;
    // Each lies 3 from the 6 expected: S = 2 · 9 / (0.6 · 0.4) = 75, of 20 trials, √(2 · 2 · 10 · 9) = √360.
    expectClose(test.z, (75 - 20) / Math.sqrt(360));
    expectClose(test.p, fisherExactTest(units[0]!, units[1]!), 0.3);
  });

  it('finds no difference among the ten reps and the baseball players', () => {
    expect(testEqualRates(tenReps, createRandom(1, 'test'))!.p).toBeGreaterThan(0.05);
    expect(testEqualRates(baseballPlayers, createRandom(1, 'test'))!.p).toBeGreaterThan(0.2);
  });

  it('finds one among units that differ plainly, never with p = 0, and draws the same every time', () => {
    const units = [20, 20, 60, 20].map((successes) => ({ successes, trials: 200 }));
    expect(testEqualRates(units, createRandom(1, 'test'), 999)!.p).toBe(1 / 1000);
    expect(testEqualRates(tenReps, createRandom(7, 'test'))).toEqual(testEqualRates(tenReps, createRandom(7, 'test')));
  });

  it('has nothing to find where none or all succeeded, and needs two units of whole numbers', () => {
    const random = createRandom(1, 'test');
    expect(
      testEqualRates(
        [5, 9].map((trials) => ({ successes: 0, trials })),
        random,
      ),
    ).toEqual({ z: 0, p: 1 });
    expect(
      testEqualRates(
        [
          { successes: 3, trials: 9 },
          { successes: 0, trials: 0 },
        ],
        random,
      ),
    ).toBeNull();
    expect(
      testEqualRates(
        [1, 0, 1].map((successes) => ({ successes, trials: 1 })),
        random,
      ),
    ).toBeNull();
    expect(() => testEqualRates([{ successes: 0.5, trials: 9 }], random)).toThrow(RangeError);
  });
});

/** p of each unit against all others, held to one false alarm among all. */
function againstOthers(units: readonly Proportion[]): (number | null)[] {
  const all = { successes: 0, trials: 0 };
  for (const unit of units) {
    all.successes += unit.successes;
    all.trials += unit.trials;
  }
  return holm(
    units.map(
      (unit) => compareProportions(unit, { successes: all.successes - unit.successes, trials: all.trials - unit.trials })?.p ?? null,
    ),
  );
}

describe('reps of whom none is different', { tags: ['slow'] }, () => {
  const runs = 1000;
  const random = createRandom(5, 'alike');
  const drawn = Array.from({ length: runs }, () => drawUnits(12, 0.15, 0, random));

  it('are told apart in at most 5% of runs', () => {
    const found = drawn.filter((units) => testEqualRates(units, random, 99)!.p <= 0.05).length;
    // Two standard errors of a thousand runs above.
    expect(found / runs).toBeLessThan(0.05 + 2 * Math.sqrt((0.05 * 0.95) / runs));
  });

  it('are not called different one by one in 95% of runs', () => {
    const found = drawn.filter((units) => againstOthers(units).some((p) => p !== null && p <= 0.05)).length;
    expect(found / runs).toBeLessThan(0.05 + 2 * Math.sqrt((0.05 * 0.95) / runs));
  });

  it('are told apart in most runs when they do differ', () => {
    const found = Array.from({ length: 200 }, () => drawUnits(12, 0.15, 0.06, random)).filter(
      (units) => testEqualRates(units, random, 99)!.p <= 0.05,
    ).length;
    expect(found / 200).toBeGreaterThan(0.8);
  });
});
