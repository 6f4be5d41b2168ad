import type { IsoDate } from '../../lib/dates.ts';
import type { Histories } from './histories.ts';
import { trainingRows } from './logistic.ts';

/** Rows that training needs of each of so many origins. */
export function share(origins: number): number {
  return Math.max(1, Math.floor(trainingRows / Math.max(1, origins)));
}

/** The past origins before one, as far as training needs them. */
export function trainingBefore(past: readonly Histories[], origin: IsoDate): Histories[] {
  const earlier = past.filter((data) => data.origin < origin && data.rows > 0);
  return earlier.map((data) => thinned(data, share(earlier.length)));
}

/** Every k-th row, so that at most `limit` remain. */
function thinned(data: Histories, limit: number): Histories {
  const step = Math.ceil(data.rows / limit);
  if (step <= 1) return data;
  const rows = Math.ceil(data.rows / step);
  const some = (values: Float64Array): Float64Array => Float64Array.from({ length: rows }, (_, row) => values[row * step]!);
  const { outcome } = data;
  return {
    ...data,
    rows,
    ids: Array.from({ length: rows }, (_, row) => data.ids[row * step]!),
    repeats: some(data.repeats),
    recency: some(data.recency),
    age: some(data.age),
    meanValue: some(data.meanValue),
    repeatMean: some(data.repeatMean),
    recentDays: some(data.recentDays),
    recentValue: some(data.recentValue),
    earlierDays: some(data.earlierDays),
    earlierValue: some(data.earlierValue),
    models: new Map(
      [...data.models].map(([id, { alive, purchase, expected }]) => [
        id,
        { alive: some(alive), purchase: some(purchase), expected: some(expected) },
      ]),
    ),
    outcome:
      outcome === null
        ? null
        : { silent: some(outcome.silent), purchases: some(outcome.purchases), revenue: outcome.revenue && some(outcome.revenue) },
  };
}
