import { normalQuantile } from '../../stats/normal.ts';

/** How a forecast of the past came out. Errors are in units of what is usual for the scope and of how far off it usually is. */
export interface PastForecast {
  readonly forecast: number;
  readonly total: number;
  /** The least that the total could be. */
  readonly floor: number;
  /** What one unit of error is. */
  readonly unit: number;
}

/** Quantiles of errors in units, and whether there were enough of them. */
export interface Spread {
  readonly low: number;
  readonly high: number;
  /** Sorted. */
  readonly errors: Float64Array;
}

/** Share of the totals that are to lie in the interval. */
export const covered = 0.8;

/** From so many forecasts on an interval is given. */
const leastForecasts = 4;

/** Beside the errors seen stand so many normal ones, for few say little of what is rare. */
const normalErrors = 6;

/** Normal errors of mean size 1. */
const prior = Array.from({ length: normalErrors }, (_, index) => normalQuantile((index + 0.5) / normalErrors) * Math.sqrt(Math.PI / 2));

/** From so many on it is looked at how many of the intervals held; before the tails are a tenth each. */
const enoughToCount = 20;

/** Forecasts of so many of the last windows tell how far off the next ones may be. */
export const windowsOfSpread = 12;

/**
 * The tails are such that so many of the past totals as there should be lay within the interval: where a total can fall no lower than what
 * there is already, a tenth at either end is too wide. `past` are forecasts window by window, oldest first. Where `overlapping` windows in a row
 * share days that were not known, errors repeat one another: fewer stand for themselves, and the interval is wider by as much as Student's t.
 * Null where there are too few forecasts, or all of them of one such stretch of time.
 */
export function spreadOf(past: readonly (readonly PastForecast[])[], overlapping: number): Spread | null {
  const all = past.flat();
  const apart = past.length / overlapping;
  if (all.length < leastForecasts || apart < 1) return null;
  const wider = overlapping === 1 ? 1 : unsureness(apart) / unsureness(windowsOfSpread);
  const errors = new Float64Array(all.length + prior.length);
  for (let index = 0; index < all.length; index += 1) errors[index] = errorOf(all[index]!);
  errors.set(prior, all.length);
  errors.sort();
  const tail = all.length < enoughToCount ? (1 - covered) / 2 : bestTail(all, errors);
  return {
    low: quantile(errors, tail) * wider,
    high: quantile(errors, 1 - tail) * wider,
    errors: wider === 1 ? errors : errors.map((error) => error * wider),
  };
}

function errorOf({ forecast, total, unit }: PastForecast): number {
  return (total - forecast) / unit;
}

const tailOfNormal = normalQuantile((1 + covered) / 2);

/** How wide an interval is by so many errors: the quantile of Student's t (Cornish–Fisher), and the mean that is not known. */
function unsureness(errors: number): number {
  const z = tailOfNormal;
  const quantileOfT = z + (z ** 3 + z) / (4 * errors) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * errors ** 2);
  return quantileOfT * Math.sqrt(1 + 1 / errors);
}

/** The interval around a forecast. */
export function intervalOf(
  { low, high }: Pick<Spread, 'low' | 'high'>,
  { forecast, floor, unit }: Omit<PastForecast, 'total'>,
): { readonly low: number; readonly high: number } {
  return { low: Math.max(forecast + low * unit, Math.min(floor, forecast)), high: forecast + high * unit };
}

/** The chance that a total reaches a value, by how the forecasts of the past came out; never 0 or 1 but where it is reached for good. */
export function chanceOf({ errors }: Spread, { forecast, floor, unit }: Omit<PastForecast, 'total'>, value: number): number {
  if (floor >= value) return 1;
  const missed = firstOf(errors.length, (index) => forecast + errors[index]! * unit >= value);
  return (errors.length - missed + 0.5) / (errors.length + 1);
}

/** Tails that are tried, the widest interval first. */
const tails = Array.from({ length: 19 }, (_, index) => (index + 2) / 100);

function bestTail(past: readonly PastForecast[], errors: Float64Array): number {
  const usual = (1 - covered) / 2;
  const ends = tails.map((tail) => ({ low: quantile(errors, tail), high: quantile(errors, 1 - tail) }));
  // Each interval lies within the one before it: of a total it is enough to know how many hold it.
  const heldBy = new Uint32Array(tails.length + 1);
  for (const each of past) heldBy[firstOf(tails.length, (index) => !holds(intervalOf(ends[index]!, each), each.total))]! += 1;
  let held = past.length;
  let [best, least] = [usual, Infinity];
  for (const [index, tail] of tails.entries()) {
    held -= heldBy[index]!;
    const share = (held + covered * normalErrors) / (past.length + normalErrors);
    const off = Math.abs(share - covered) + Math.abs(tail - usual) / 10;
    if (off < least) [best, least] = [tail, off];
  }
  return best;
}

/** The first of so many indices of which it holds, where it holds of all behind that one too; else their number. */
function firstOf(count: number, isTrue: (index: number) => boolean): number {
  let [below, above] = [0, count];
  while (below < above) {
    const middle = (below + above) >> 1;
    if (isTrue(middle)) above = middle;
    else below = middle + 1;
  }
  return below;
}

/** Whether an interval holds a total, but for the noise of floating point. */
export function holds({ low, high }: { readonly low: number; readonly high: number }, total: number): boolean {
  const noise = 1e-9 * Math.max(1, Math.abs(total));
  return total >= low - noise && total <= high + noise;
}

/** Between the values of ranks p (n + 1) below and above. */
function quantile(sorted: Float64Array, p: number): number {
  const rank = p * (sorted.length + 1) - 1;
  const below = Math.min(sorted.length - 1, Math.max(0, Math.floor(rank)));
  const above = Math.min(sorted.length - 1, below + 1);
  const part = Math.min(1, Math.max(0, rank - below));
  return sorted[below]! + part * (sorted[above]! - sorted[below]!);
}
