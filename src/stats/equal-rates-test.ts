import type { Random } from '../lib/random.ts';
import { drawHypergeometric } from './draws/hypergeometric.ts';
import type { Proportion } from './proportions.ts';

export interface EqualRatesTest {
  /** Tarone's z: above 0 where the units differ more than alike ones do on average. */
  readonly z: number;
  /** How often alike units with the same trials and the same successes in all differ at least as much by chance; never 0. */
  readonly p: number;
}

const enoughExtremes = 100;

/**
 * Do units (reps, sources) differ at all in their rate? The score test of the beta-binomial model against one rate for all, exact for units
 * of any size: draws from `random`, with the trials of each unit and all successes as they are, at most `draws`, fewer once chance is plainly
 * enough; alike units are called different in at most 5 % of cases at the level 5 %. z = 0 and p = 1 where all or none succeeded. Null with
 * fewer than two units that have trials, or only units of one trial, which cannot differ in anything but chance. Sources: Tarone (1979),
 * Biometrika 66, 585-590; Besag & Clifford (1991), Biometrika 78, 301-304, for stopping; Phipson & Smyth (2010), SAGMB 9(1) 39, for
 * (b + 1) / (m + 1). Throws a RangeError on what is no proportion of whole numbers.
 */
export function testEqualRates(units: readonly Proportion[], random: Random, draws = 1999): EqualRatesTest | null {
  for (const { successes, trials } of units) {
    const whole = Number.isSafeInteger(successes) && Number.isSafeInteger(trials);
    if (!(whole && successes >= 0 && successes <= trials)) throw new RangeError(`${successes} of ${trials} is no proportion`);
  }
  const known = units.filter((unit) => unit.trials > 0);
  const pairs = known.reduce((sum, { trials }) => sum + trials * (trials - 1), 0);
  if (known.length < 2 || pairs === 0) return null;
  const trials = known.reduce((sum, unit) => sum + unit.trials, 0);
  const successes = known.reduce((sum, unit) => sum + unit.successes, 0);
  if (successes === 0 || successes === trials) return { z: 0, p: 1 };
  const rate = successes / trials;
  const unevenness = (count: number, of: number) => (count - of * rate) ** 2;
  const observed = known.reduce((sum, unit) => sum + unevenness(unit.successes, unit.trials), 0);
  const z = (observed / (rate * (1 - rate)) - trials) / Math.sqrt(2 * pairs);
  // Sums that differ by rounding alone are equal.
  const limit = observed * (1 - 1e-12);
  let extremes = 0;
  for (let draw = 1; draw <= draws; draw += 1) {
    let [drawn, marked, size] = [0, successes, trials];
    for (const unit of known) {
      const count = drawHypergeometric(unit.trials, marked, size, random);
      drawn += unevenness(count, unit.trials);
      marked -= count;
      size -= unit.trials;
    }
    if (drawn >= limit) extremes += 1;
    if (extremes >= enoughExtremes) return { z, p: extremes / draw };
  }
  return { z, p: (extremes + 1) / (draws + 1) };
}
