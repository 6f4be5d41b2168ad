import type { Random } from '../lib/random.ts';
import { countUpTo } from './count-up-to.ts';
import { normalDistribution } from './normal.ts';
import type { RankRange } from './rank-ranges.ts';

/** What was seen of one unit, such as a rep. */
export interface ScoredUnit {
  readonly score: number;
  /** The same in samples of what it is made of, such as its customers drawn with replacement; as many for every unit. */
  readonly samples: Float64Array;
  /** How many the unit is made of: with few of them samples vary too little. */
  readonly size: number;
}

export interface ScoreRank extends RankRange {
  /** The score, pulled to the mean as far as chance may have made it. */
  readonly shrunk: number;
  /** Standard error of the score. */
  readonly error: number;
}

interface Options {
  readonly random: Random;
  readonly level?: number;
}

const gridSize = 48;
/** Units of fewer than about so many members are taken to vary as all do. */
const pooledMembers = 30;

/**
 * Where each unit may stand by its true score, 1 the highest: in every sample the scores are drawn anew and pulled to the mean as far as the
 * differences may be chance, and ranked. How much true scores differ is left as uncertain as it is: on a grid, with a prior under which the
 * units are alike with a chance of one half, else the shrinkage of a typical one is uniform. Samples of scores as they are would rank alike units apart. The same seed and order of units give the
 * same ranges. Sources: Goldstein & Spiegelhalter (1996), JRSS A 159, 385-443; Christiansen & Morris (1997), JASA 92, 618-632; Hall & Miller
 * (2009), Annals of Statistics 37, 3929-3959, on why plain bootstrap ranks mislead.
 */
export function scoreRanks(units: readonly ScoredUnit[], { random, level = 0.95 }: Options): ScoreRank[] {
  if (units.length === 0) return [];
  const errors = errorsOf(units);
  const draws = units[0]!.samples.length;
  const grid = spreadGrid(
    units.map(({ score }) => score),
    errors,
  );
  const ranks = units.map(() => new Uint32Array(draws));
  const drawn = new Float64Array(units.length);
  for (let draw = 0; draw < draws; draw += 1) {
    const { spread, mean, meanError } = random.weighted(grid, ({ weight }) => weight);
    const middle = mean + meanError * normalDraw(random);
    for (let index = 0; index < units.length; index += 1) {
      const { score, samples } = units[index]!;
      const { error, raw, center } = errors[index]!;
      const kept = keptShare(spread, error);
      const deviation = raw > 0 ? ((samples[draw]! - center) * error) / raw : error * normalDraw(random);
      drawn[index] = middle + kept * (score - middle) + Math.sqrt(kept) * deviation;
    }
    const order = placesOf(drawn, random);
    for (let rank = 0; rank < order.length; rank += 1) ranks[order[rank]!]![draw] = rank + 1;
  }
  return units.map(({ score }, index) => {
    const sorted = ranks[index]!.toSorted();
    const at = (p: number): number => sorted[Math.min(draws - 1, Math.max(0, Math.ceil(p * draws) - 1))]!;
    const { error } = errors[index]!;
    return {
      expected: sorted.reduce((sum, rank) => sum + rank, 0) / draws,
      low: at(0.5 - level / 2),
      high: at(0.5 + level / 2),
      shrunk: grid.reduce((sum, { spread, mean, weight }) => sum + weight * (mean + keptShare(spread, error) * (score - mean)), 0),
      error,
    };
  });
}

/** Of the difference from the mean, how much is no chance; nothing is of units that do not vary and do not differ. */
function keptShare(spread: number, error: number): number {
  return spread === 0 ? 0 : spread ** 2 / (spread ** 2 + error ** 2);
}

/**
 * Of each score the two-sided p-value that all units are alike: its distance from their mean, weighted by precision, in standard errors of that
 * distance, which are estimates, too (Student's t, taken to a normal quantile by Abramowitz & Stegun 26.7.8). 1 where scores do not vary and do
 * not differ, 0 where they differ and do not vary.
 */
export function apartFromMean(units: readonly { readonly score: number; readonly error: number; readonly size: number }[]): number[] {
  const largest = units.reduce((most, { error }) => Math.max(most, error), 0);
  if (largest === 0) return units.map(({ score }) => (units.every((other) => other.score === score) ? 1 : 0));
  const precisions = units.map(({ error }) => 1 / Math.max(error, 1e-6 * largest) ** 2);
  const total = precisions.reduce((sum, precision) => sum + precision, 0);
  const mean = units.reduce((sum, { score }, index) => sum + (precisions[index]! / total) * score, 0);
  return units.map(({ score, size }, index) => {
    const distance = Math.abs(score - mean);
    if (distance === 0) return 1;
    const t = distance / Math.sqrt(1 / precisions[index]! - 1 / total);
    const freedom = Math.max(0, size - 1) + pooledMembers;
    return 2 * normalDistribution((-t * (1 - 1 / (4 * freedom))) / Math.sqrt(1 + t ** 2 / (2 * freedom)));
  });
}

interface UnitError {
  readonly error: number;
  /** That of the samples as they are, and their mean. */
  readonly raw: number;
  readonly center: number;
}

/** Standard errors, those of few members pulled to what all vary by. Where no unit has two members, chance may have made all of the difference. */
function errorsOf(units: readonly ScoredUnit[]): UnitError[] {
  const seen = units.map(({ samples, size }) => {
    const [center, variance] = [meanOf(samples), varianceOf(samples)];
    return { center, raw: Math.sqrt(variance), perMember: size > 1 ? (variance * size * size) / (size - 1) : 0, size };
  });
  const members = seen.reduce((sum, { size }) => sum + Math.max(0, size - 1), 0);
  const pooled =
    members === 0
      ? varianceOf(units.map(({ score }) => score))
      : seen.reduce((sum, { perMember, size }) => sum + perMember * Math.max(0, size - 1), 0) / members;
  return seen.map(({ center, raw, perMember, size }) => {
    const own = Math.max(0, size - 1);
    const variance = (own * perMember + pooledMembers * pooled) / (own + pooledMembers);
    return { center, raw, error: Math.sqrt(variance / Math.max(1, size)) };
  });
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += values[index]!;
  return sum / values.length;
}

/** Of a sample; 0 of a single value. */
function varianceOf(values: ArrayLike<number>): number {
  const mean = meanOf(values);
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += (values[index]! - mean) ** 2;
  return sum / Math.max(1, values.length - 1);
}

interface SpreadPoint {
  /** Standard deviation of the true scores. */
  readonly spread: number;
  readonly mean: number;
  readonly meanError: number;
  readonly weight: number;
}

/** How much true scores may differ, and how plausible that is. */
function spreadGrid(scores: readonly number[], errors: readonly UnitError[]): SpreadPoint[] {
  const typical = typicalError(errors);
  const range = Math.max(...scores) - Math.min(...scores);
  if (range === 0 && typical === 0) return [{ spread: 0, mean: scores[0]!, meanError: 0, weight: 1 }];
  const unit = typical > 0 ? typical : range;
  const points = Array.from({ length: gridSize + 1 }, (_, index) => {
    // Alike units, and units of which the shrinkage of a typical one is uniform between 0 and 1, are as plausible as each other.
    const shrinkage = (index + 0.5) / gridSize;
    const spread = index === gridSize ? 0 : unit * Math.sqrt((1 - shrinkage) / shrinkage);
    const prior = index === gridSize ? gridSize : 1;
    const precisions = errors.map(({ error }) => 1 / (spread ** 2 + Math.max(error, 1e-3 * unit) ** 2));
    const total = precisions.reduce((sum, precision) => sum + precision, 0);
    const mean = scores.reduce((sum, score, at) => sum + precisions[at]! * score, 0) / total;
    const misfit = scores.reduce((sum, score, at) => sum + precisions[at]! * (score - mean) ** 2, 0);
    const logWeight =
      Math.log(prior) + 0.5 * (precisions.reduce((sum, precision) => sum + Math.log(precision), 0) - Math.log(total) - misfit);
    return { spread, mean, meanError: 1 / Math.sqrt(total), logWeight };
  });
  const best = Math.max(...points.map(({ logWeight }) => logWeight));
  const weights = points.map(({ logWeight }) => Math.exp(logWeight - best));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return points.map(({ spread, mean, meanError }, index) => ({ spread, mean, meanError, weight: weights[index]! / sum }));
}

/** Harmonic mean of the variances: as if all units were alike. */
function typicalError(errors: readonly UnitError[]): number {
  const known = errors.filter(({ error }) => error > 0);
  return known.length === 0 ? 0 : Math.sqrt(known.length / known.reduce((sum, { error }) => sum + 1 / error ** 2, 0));
}

/** Indices of the values, the highest first; equals in an order drawn by lot. */
function placesOf(values: Float64Array, random: Random): Uint32Array {
  const ascending = values.toSorted();
  const [order, equals] = [new Uint32Array(values.length), new Uint32Array(values.length)];
  for (let index = 0; index < values.length; index += 1) {
    const above = values.length - countUpTo(ascending, values[index]!);
    order[above + equals[above]!] = index;
    equals[above]! += 1;
  }
  for (let place = 1; place < order.length; place += 1) {
    let first = place;
    while (first > 0 && values[order[first - 1]!] === values[order[place]!]) first -= 1;
    if (first === place) continue;
    const swapped = random.integer(first, place);
    [order[place], order[swapped]] = [order[swapped]!, order[place]!];
  }
  return order;
}

/** A standard normal number: Box & Muller (1958). */
function normalDraw(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/**
 * Units whose ranges overlap are one group, 1 the first: between two groups the ranges of all of one end before those of all of the other
 * begin.
 */
export function rankGroups(ranges: readonly RankRange[]): number[] {
  const order = ranges.map((_, index) => index).toSorted((one, other) => ranges[one]!.low - ranges[other]!.low || one - other);
  const groups = ranges.map(() => 0);
  let [group, reach] = [0, -1];
  for (const index of order) {
    const { low, high } = ranges[index]!;
    if (low > reach) group += 1;
    reach = Math.max(reach, high);
    groups[index] = group;
  }
  return groups;
}
