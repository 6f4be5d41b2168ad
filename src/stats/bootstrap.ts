import type { Random } from '../lib/random.ts';
import { normalDistribution, normalQuantile } from './normal.ts';
import type { Interval } from './wilson.ts';

/**
 * A figure of a sample in which unit i counts `counts[i]` times: every sum in it runs over counts × value. Null where it does not exist.
 * The array is reused: it must not be kept.
 */
export type Statistic = (counts: Float64Array) => number | null;

export interface BootstrapOptions {
  readonly random: Random;
  /** Samples drawn; 1,999 unless given. */
  readonly replicates?: number;
  readonly level?: number;
  /** How many alike customers (whole, ≥ 0) a row stands for; 1 each unless given. */
  readonly multiplicities?: ArrayLike<number>;
}

export interface BootstrapResult {
  readonly estimate: number;
  /** Bias-corrected and accelerated. Null where the samples do not vary or half of them have no value: the data cannot tell. */
  readonly interval: Interval | null;
  readonly percentile: Interval | null;
  /** Two-sided, of the value 0, from the same samples as the interval, at least 1 / (replicates + 1); null where the interval is. */
  readonly pOfZero: number | null;
  readonly standardError: number | null;
  /** Samples in which the figure existed. */
  readonly replicates: number;
}

/** More units than this leave the jackknife in as many blocks of neighbours. */
const jackknifeBlocks = 400;

/**
 * Interval of any figure over customers by drawing customers with replacement. The same seed and the same order of rows give the same result
 * on every machine: bring rows into a fixed order (by id) first. For a change between two periods let the statistic compute both from the
 * same counts (`differenceOf`), so that customers stay paired. With fewer than about 20 units any bootstrap is too narrow. Null without
 * units and where the figure does not exist. Sources: Efron (1987), JASA 82, 171-185; Davison & Hinkley (1997), Bootstrap Methods, chapter 5.
 * Throws a RangeError on multiplicities that are no counts.
 */
export function bootstrap(units: number, statistic: Statistic, options: BootstrapOptions): BootstrapResult | null {
  const { random, replicates = 1999, level = 0.95 } = options;
  const given = Float64Array.from({ length: units }, (_, unit) => options.multiplicities?.[unit] ?? 1);
  if (!given.every((count) => Number.isSafeInteger(count) && count >= 0)) throw new RangeError('a multiplicity is no count');
  const owners = Uint32Array.from([...given].flatMap((count, unit) => Array.from({ length: count }, () => unit)));
  const estimate = owners.length === 0 ? null : statistic(given.slice());
  if (estimate === null) return null;
  const counts = new Float64Array(units);
  const drawn: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    counts.fill(0);
    for (let draw = owners.length; draw > 0; draw -= 1) counts[owners[random.integer(0, owners.length - 1)]!]! += 1;
    const value = statistic(counts);
    if (value !== null) drawn.push(value);
  }
  const values = Float64Array.from(drawn).toSorted();
  const unknown = { estimate, interval: null, percentile: null, pOfZero: null, standardError: null, replicates: values.length };
  if (values.length < 2 || values.length < replicates / 2 || values[0] === values.at(-1)) return unknown;
  const bias = normalQuantile(shareBelow(values, estimate));
  const acceleration = accelerationOf(given, statistic);
  const z = normalQuantile(0.5 + level / 2);
  const corrected = (at: number) => normalDistribution(bias + (bias + at) / (1 - acceleration * (bias + at)));
  return {
    estimate,
    interval: { low: quantile(values, corrected(-z)), high: quantile(values, corrected(z)) },
    percentile: { low: quantile(values, 0.5 - level / 2), high: quantile(values, 0.5 + level / 2) },
    pOfZero: pOfZero(values, bias, acceleration),
    standardError: deviation(values),
    replicates: values.length,
  };
}

/** The second figure less the first, of the same customers; null where one of them does not exist. */
export function differenceOf(first: Statistic, second: Statistic): Statistic {
  return (counts) => {
    const before = first(counts);
    const after = second(counts);
    return before === null || after === null ? null : after - before;
  };
}

/** Share of the sorted samples below a value, ties half, never 0 or 1. What differs by rounding alone is a tie. */
function shareBelow(values: Float64Array, value: number): number {
  const slack = 1e-12 * (values.at(-1)! - values[0]!);
  let below = 0;
  for (const drawn of values) below += drawn < value - slack ? 1 : drawn <= value + slack ? 0.5 : 0;
  return (below + 0.5) / (values.length + 1);
}

/** The level at which the corrected interval would end at 0, both sides. */
function pOfZero(values: Float64Array, bias: number, acceleration: number): number {
  const distance = normalQuantile(shareBelow(values, 0)) - bias;
  const least = 1 / (values.length + 1);
  // Where the correction runs off its scale, 0 lies beyond every level.
  if (1 + acceleration * distance <= 0) return least;
  const z = distance / (1 + acceleration * distance) - bias;
  return Math.min(1, Math.max(least, 2 * normalDistribution(-Math.abs(z))));
}

/** Skewness of what single units contribute, by leaving each (or each block of neighbours) out. */
function accelerationOf(given: Float64Array, statistic: Statistic): number {
  const blocks = Math.min(given.length, jackknifeBlocks);
  const counts = given.slice();
  const left: { value: number; weight: number }[] = [];
  for (let block = 0; block < blocks; block += 1) {
    const [start, end] = [Math.floor((block * given.length) / blocks), Math.floor(((block + 1) * given.length) / blocks)];
    const single = end - start === 1;
    const weight = single ? given[start]! : 1;
    for (let unit = start; unit < end; unit += 1) counts[unit] = single ? Math.max(0, given[unit]! - 1) : 0;
    const value = weight > 0 ? statistic(counts) : null;
    if (value !== null) left.push({ value, weight });
    counts.set(given.subarray(start, end), start);
  }
  const total = left.reduce((sum, { weight }) => sum + weight, 0);
  const mean = left.reduce((sum, { value, weight }) => sum + weight * value, 0) / total;
  const squares = left.reduce((sum, { value, weight }) => sum + weight * (mean - value) ** 2, 0);
  const cubes = left.reduce((sum, { value, weight }) => sum + weight * (mean - value) ** 3, 0);
  return squares > 0 ? cubes / (6 * squares * Math.sqrt(squares)) : 0;
}

/** The (B + 1)·p-th of the sorted values, between two of them in proportion, never beyond the ends. */
function quantile(sorted: Float64Array, p: number): number {
  const place = Math.min(sorted.length, Math.max(1, (sorted.length + 1) * p));
  const below = Math.floor(place);
  const low = sorted[below - 1]!;
  return below === sorted.length ? low : low + (place - below) * (sorted[below]! - low);
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
