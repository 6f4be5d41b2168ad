import type { Random } from '../../lib/random.ts';
import type { Proportion } from '../proportions.ts';
import { logGammaRatio } from '../special/gamma.ts';
import { advantages as steps, logOddsOf, rateAt, type Sum, sumsFor } from './grid.ts';

/** What is known of how much better or worse each unit is than the strata that it works in. */
export interface Advantages {
  /** How tightly the rates of a unit may lie around its advantage. */
  readonly sums: readonly number[];
  readonly ofUnits: readonly UnitAdvantage[];
  draw(random: Random): { readonly sum: number; readonly advantages: readonly number[] };
}

export interface UnitAdvantage {
  /** How plausible each step is together with each sum; they add up to 1. */
  readonly weights: readonly Float64Array[];
}

/** Two spreads, that of units around their strata and that of the rates of a unit, and how plausible they are together. */
interface Spreads {
  readonly ofUnits: number;
  readonly within: number;
  readonly weight: number;
}

/** Pairs of spreads below this share of the best are left out. */
const negligible = 1e-4;

/** What the units of strata with these rates tell of their advantages, over all spreads that they may have. */
export function fitAdvantages(strata: readonly (readonly Proportion[])[], rates: readonly number[]): Advantages {
  const units = strata[0]!.map((_, place) => unitOf(strata, rates, place));
  const known = units.filter(({ trials }) => trials > 0);
  const cells = known.flatMap((unit) => unit.cells);
  const [betweenSums, withinSums] = [sumsOf(known), sumsOf(cells)];
  const likelihoods = units.map((unit) => withinSums.map(({ sum }) => likelihoodOf(unit, sum)));
  const centred = units.map(({ expected }) => betweenSums.map(({ sum }) => centredOn(expected, sum)));
  const totals = units.map((_, place) =>
    betweenSums.map((__, between) => withinSums.map((___, within) => together(centred[place]![between]!, likelihoods[place]![within]!))),
  );
  const spreads = plausible(betweenSums, withinSums, totals);
  const posterior = (place: number, { ofUnits, within }: Spreads): Float64Array =>
    Float64Array.from(
      steps,
      (_, step) => (centred[place]![ofUnits]![step]! * likelihoods[place]![within]!.values[step]!) / totals[place]![ofUnits]![within]!.sum,
    );
  return {
    sums: withinSums.map(({ sum }) => sum),
    ofUnits: units.map((_, place) => ({ weights: weightsOf(spreads, withinSums.length, (spread) => posterior(place, spread)) })),
    draw: (random) => {
      const spread = random.weighted(spreads, ({ weight }) => weight);
      return { sum: withinSums[spread.within]!.sum, advantages: units.map((_, place) => drawStep(posterior(place, spread), random)) };
    },
  };
}

interface Unit extends Proportion {
  readonly cells: readonly Cell[];
  /** Its rate if it were like all others, by the strata that it worked in; without trials that of all strata together. */
  readonly expected: number;
}

interface Cell extends Proportion {
  readonly logOdds: number;
}

function unitOf(strata: readonly (readonly Proportion[])[], rates: readonly number[], place: number): Unit {
  const cells = strata
    .map((units, stratum) => ({ ...units[place]!, logOdds: logOddsOf(rates[stratum]!) }))
    .filter(({ trials }) => trials > 0);
  const trials = cells.reduce((sum, cell) => sum + cell.trials, 0);
  const successes = cells.reduce((sum, cell) => sum + cell.successes, 0);
  const expected =
    trials > 0
      ? cells.reduce((sum, cell) => sum + cell.trials * rateAt(cell.logOdds), 0) / trials
      : rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  return { cells, trials, successes, expected };
}

function sumsOf(units: readonly Proportion[]): Sum[] {
  const trials = units.reduce((sum, unit) => sum + unit.trials, 0);
  return sumsFor(
    trials / units.length,
    units.reduce((most, unit) => Math.max(most, unit.trials), 0),
  );
}

interface Scaled {
  /** At each step, relative to the best. */
  readonly values: Float64Array;
  readonly logScale: number;
}

/** How likely the cells of a unit are at each advantage, where its rates lie so tightly around it. */
function likelihoodOf({ cells }: Unit, sum: number): Scaled {
  const whole = cells.reduce((total, { trials }) => total + logGammaRatio(sum, trials), 0);
  const logs = steps.map(({ at }) =>
    cells.reduce((total, { successes, trials, logOdds }) => {
      const centre = rateAt(logOdds + at);
      return total + logGammaRatio(sum * centre, successes) + logGammaRatio(sum * (1 - centre), trials - successes);
    }, -whole),
  );
  const logScale = Math.max(...logs);
  return { values: Float64Array.from(logs, (log) => Math.exp(log - logScale)), logScale };
}

/** The share of each step where the rate of a unit is beta distributed around the one expected. */
function centredOn(expected: number, sum: number): Float64Array {
  const logOdds = logOddsOf(expected);
  const logs = steps.map(({ at, width }) => {
    const rate = rateAt(logOdds + at);
    return sum * (expected * Math.log(rate) + (1 - expected) * Math.log1p(-rate)) + Math.log(width);
  });
  const best = Math.max(...logs);
  const shares = Float64Array.from(logs, (log) => Math.exp(log - best));
  const total = shares.reduce((so, share) => so + share, 0);
  return shares.map((share) => share / total);
}

interface Total {
  readonly sum: number;
  readonly logScale: number;
}

function together(shares: Float64Array, { values, logScale }: Scaled): Total {
  return { sum: shares.reduce((sum, share, step) => sum + share * values[step]!, 0), logScale };
}

/** How plausible each pair of spreads is, by all units. */
function plausible(between: readonly Sum[], within: readonly Sum[], totals: readonly (readonly (readonly Total[])[])[]): Spreads[] {
  const pairs = between.flatMap((one, ofUnits) =>
    within.map((other, inside) => {
      const likelihood = totals.reduce((sum, unit) => {
        const total = unit[ofUnits]![inside]!;
        return sum + Math.log(total.sum) + total.logScale;
      }, 0);
      return { ofUnits, within: inside, log: one.logWeight + other.logWeight + likelihood };
    }),
  );
  const best = pairs.reduce((most, { log }) => Math.max(most, log), -Infinity);
  const weighed = pairs.map((pair) => ({ ...pair, weight: Math.exp(pair.log - best) })).filter(({ weight }) => weight > negligible);
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return weighed.map(({ ofUnits, within: inside, weight }) => ({ ofUnits, within: inside, weight: weight / total }));
}

/** What is plausible of a unit over all spreads, by the spread within it. */
function weightsOf(spreads: readonly Spreads[], sums: number, posterior: (spread: Spreads) => Float64Array): Float64Array[] {
  const weights = Array.from({ length: sums }, () => new Float64Array(steps.length));
  for (const spread of spreads) {
    const own = weights[spread.within]!;
    for (const [step, share] of posterior(spread).entries()) own[step]! += spread.weight * share;
  }
  return weights;
}

function drawStep(shares: Float64Array, random: Random): number {
  let left = random.next() * shares.reduce((sum, share) => sum + share, 0);
  for (const [step, share] of shares.entries()) {
    left -= share;
    if (left < 0) return steps[step]!.at;
  }
  return steps.at(-1)!.at;
}
