import type { Random } from '../../lib/random.ts';
import { drawLogGamma } from '../draws/gamma.ts';
import type { Proportion } from '../proportions.ts';
import { ratePosterior } from '../rate-posterior.ts';
import { type RateComponent, ratePrior } from '../rate-prior.ts';
import { fitAdvantages, type Advantages } from './advantages.ts';
import { advantages as steps, logOddsOf, rateAt } from './grid.ts';

/** What is known of the rates of strata, over all units. */
export interface StrataRates {
  /** The likely rate of each, in (0, 1). */
  readonly means: readonly number[];
  /** One of the possible truths. */
  draw(random: Random): readonly number[];
}

/** What is known of the true rate of every unit in every stratum. */
export interface UnitRates {
  /** The rate of the stratum over all units, in (0, 1). */
  readonly strata: readonly number[];
  /** Mean of what the true rate may be, by stratum and unit, in (0, 1); of a unit without trials that of the stratum, or near it. */
  readonly means: readonly (readonly number[])[];
  /** One of the possible truths, all rates at once, by stratum and unit. */
  draw(random: Random): number[][];
}

/**
 * Rates of units (reps) in strata (industries), where a unit may be better or worse everywhere and better in one stratum than in another: what a
 * unit does in one stratum is drawn towards what it does in all, and that towards the rate of the strata, the more, the less is known. The
 * rate of unit u in stratum s is beta distributed around that of the stratum moved by the advantage of the unit on the scale of log-odds; that
 * advantage is such that the rate of the unit over its strata is beta distributed around the one that the rates of the strata give it. Both
 * spreads are left as uncertain as they are (`fitAdvantages`), as in `ratePrior`. Each stratum has all units, in the same order. The rates of the
 * strata are those given, else those that they have together as alike (`ratePrior`): of a stratum without trials that of all strata. Null where
 * no unit has trials. Source: hierarchical beta-binomial, as in Christiansen & Morris (1997), JASA 92, 618-632, with two levels. Throws a RangeError
 * on what is no proportion.
 */
export function unitRates(strata: readonly (readonly Proportion[])[], given: StrataRates | null = null): UnitRates | null {
  const sums = strata.map(addUp);
  const rates = given ?? ratesAsAlike(sums);
  if (rates === null || sums.every(({ trials }) => trials === 0)) return null;
  const fitted = fitAdvantages(strata, rates.means);
  return {
    strata: rates.means,
    means: strata.map((units, stratum) => units.map((unit, place) => meanOf(fitted, place, unit, rates.means[stratum]!))),
    draw: (random) => {
      const drawn = rates.draw(random);
      return drawUnits(fitted, strata, drawn, random);
    },
  };
}

/** Each drawn towards that of all, the more, the fewer trials it has. */
function ratesAsAlike(sums: readonly Proportion[]): StrataRates | null {
  const prior = ratePrior(sums);
  if (prior === null) return null;
  return { means: sums.map((sum) => ratePosterior(prior, sum).value), draw: (random) => drawStrata(prior, sums, random) };
}

export function addUp(units: readonly Proportion[]): Proportion {
  return units.reduce((so, { successes, trials }) => ({ successes: so.successes + successes, trials: so.trials + trials }), none);
}

const none: Proportion = { successes: 0, trials: 0 };

function meanOf({ sums, ofUnits }: Advantages, place: number, { successes, trials }: Proportion, rate: number): number {
  const logOdds = logOddsOf(rate);
  const around = steps.map(({ at }) => rateAt(logOdds + at));
  let mean = 0;
  for (const [index, sum] of sums.entries()) {
    const weights = ofUnits[place]!.weights[index]!;
    for (const [step, centre] of around.entries()) mean += (weights[step]! * (sum * centre + successes)) / (sum + trials);
  }
  return mean;
}

function drawStrata(prior: readonly RateComponent[], sums: readonly Proportion[], random: Random): number[] {
  const { a, b } = random.weighted(prior, ({ weight }) => weight);
  return sums.map(({ successes, trials }) => drawBeta(a + successes, b + trials - successes, random));
}

function drawUnits(fitted: Advantages, strata: readonly (readonly Proportion[])[], rates: readonly number[], random: Random): number[][] {
  const { sum, advantages } = fitted.draw(random);
  return strata.map((units, stratum) => {
    const logOdds = logOddsOf(rates[stratum]!);
    return units.map(({ successes, trials }, place) => {
      const centre = rateAt(logOdds + advantages[place]!);
      return drawBeta(sum * centre + successes, sum * (1 - centre) + trials - successes, random);
    });
  });
}

function drawBeta(a: number, b: number, random: Random): number {
  return rateAt(drawLogGamma(a, random) - drawLogGamma(b, random));
}
