import type { Random } from '../lib/random.ts';
import { drawHypergeometric } from './draws/hypergeometric.ts';
import type { Proportion } from './proportions.ts';

const enoughExtremes = 100;

/**
 * Do units (reps) differ at all in their rate, where strata (industries) have rates of their own and units different shares of them? How often
 * alike units differ at least as much by chance; never 0. Each stratum has all units, in the same order, those that have no trials in it, too.
 * What is held against chance is the sum over units of (successes − those expected by the rates of the strata)²; exact for units of any size:
 * draws from `random`, with the trials of each unit and all successes of each stratum as they are, at most `draws`, fewer once chance is
 * plainly enough. 1 where in no stratum with two units some succeeded and some failed. Null where in no stratum two units have trials, or
 * only units of one trial, which cannot differ in anything but chance. Sources: Tarone (1979), Biometrika 66, 585-590; strata: Cochran (1954),
 * Biometrics 10, 417-451; Besag & Clifford (1991), Biometrika 78, 301-304, for stopping; Phipson & Smyth (2010), SAGMB 9(1) 39, for
 * (b + 1) / (m + 1). Throws a RangeError on what is no proportion of whole numbers.
 */
export function testEqualUnits(strata: readonly (readonly Proportion[])[], random: Random, draws = 1999): number | null {
  const told = strata.map(stratumOf).filter((stratum) => stratum.units.length > 1);
  if (told.every(({ units }) => units.every(({ trials }) => trials === 1))) return null;
  const mixed = told.filter(({ successes, trials }) => successes > 0 && successes < trials);
  if (mixed.length === 0) return 1;
  const surplus = new Float64Array(strata[0]!.length);
  // Sums that differ by rounding alone are equal.
  const limit = unevenness(mixed, surplus, (unit) => unit.successes) * (1 - 1e-12);
  let extremes = 0;
  for (let draw = 1; draw <= draws; draw += 1) {
    if (drawnUnevenness(mixed, surplus, random) >= limit) extremes += 1;
    if (extremes >= enoughExtremes) return extremes / draw;
  }
  return (extremes + 1) / (draws + 1);
}

interface Unit extends Proportion {
  readonly place: number;
}

interface Stratum extends Proportion {
  /** Those that have trials. */
  readonly units: readonly Unit[];
}

function stratumOf(all: readonly Proportion[]): Stratum {
  for (const { successes, trials } of all) {
    const whole = Number.isSafeInteger(successes) && Number.isSafeInteger(trials);
    if (!(whole && successes >= 0 && successes <= trials)) throw new RangeError(`${successes} of ${trials} is no proportion`);
  }
  const units = all.map((unit, place) => ({ ...unit, place })).filter(({ trials }) => trials > 0);
  const sum = (count: (unit: Unit) => number): number => units.reduce((so, unit) => so + count(unit), 0);
  return { units, successes: sum((unit) => unit.successes), trials: sum((unit) => unit.trials) };
}

/** The sum of squares of what units have more than expected; `surplus` is room to work in. */
function unevenness(strata: readonly Stratum[], surplus: Float64Array, successesOf: (unit: Unit, stratum: Stratum) => number): number {
  surplus.fill(0);
  for (const stratum of strata) {
    const rate = stratum.successes / stratum.trials;
    for (const unit of stratum.units) surplus[unit.place]! += successesOf(unit, stratum) - unit.trials * rate;
  }
  return surplus.reduce((sum, difference) => sum + difference * difference, 0);
}

/** The same with the successes of each stratum dealt out by lot. */
function drawnUnevenness(strata: readonly Stratum[], surplus: Float64Array, random: Random): number {
  let stratum: Stratum | null = null;
  let [marked, size] = [0, 0];
  return unevenness(strata, surplus, (unit, current) => {
    if (current !== stratum) [stratum, marked, size] = [current, current.successes, current.trials];
    const count = drawHypergeometric(unit.trials, marked, size, random);
    marked -= count;
    size -= unit.trials;
    return count;
  });
}
