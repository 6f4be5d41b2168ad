import type { Random } from '../lib/random.ts';
import { testEqualUnits } from './equal-units-test.ts';
import type { Proportion } from './proportions.ts';

export interface EqualRatesTest {
  /** Tarone's z: above 0 where the units differ more than alike ones do on average. */
  readonly z: number;
  /** How often alike units with the same trials and the same successes in all differ at least as much by chance; never 0. */
  readonly p: number;
}

/**
 * Do units (reps, sources) differ at all in their rate? The score test of the beta-binomial model against one rate for all, exact for units
 * of any size (`testEqualUnits`); alike units are called different in at most 5% of cases at the level 5%. z = 0 and p = 1 where all or none
 * succeeded. Null with fewer than two units that have trials, or only units of one trial. Source: Tarone (1979), Biometrika 66, 585-590. Throws a
 * RangeError on what is no proportion of whole numbers.
 */
export function testEqualRates(units: readonly Proportion[], random: Random, draws = 1999): EqualRatesTest | null {
  const p = testEqualUnits([units], random, draws);
  if (p === null) return null;
  const sum = (count: (unit: Proportion) => number): number => units.reduce((so, unit) => so + count(unit), 0);
  const trials = sum((unit) => unit.trials);
  const rate = sum(({ successes }) => successes) / trials;
  if (rate === 0 || rate === 1) return { z: 0, p };
  const observed = sum((unit) => (unit.successes - unit.trials * rate) ** 2);
  const pairs = sum((unit) => unit.trials * (unit.trials - 1));
  return { z: (observed / (rate * (1 - rate)) - trials) / Math.sqrt(2 * pairs), p };
}
