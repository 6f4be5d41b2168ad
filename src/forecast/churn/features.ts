import type { Columns } from '../../stats/standardised-features.ts';
import type { Histories } from './histories.ts';

/** Farther from certainty than this no model is believed. */
const leastProbability = 1e-6;

/** What the logistic regression knows of each customer, by name; of the models those with these ids. */
export function churnFeatures(data: Histories, models: readonly string[]): Map<string, Float64Array> {
  const log = (values: Float64Array): Float64Array => values.map((value) => Math.log1p(Math.max(0, value)));
  const silence = data.age.map((age, row) => age - data.recency[row]!);
  // A customer that bought once has no cycle: the time it has been known stands for it.
  const cycles = silence.map((days, row) => {
    const [x, span] = [data.repeats[row]!, data.recency[row]!];
    return x > 0 ? days / (span / x) : 1;
  });
  return new Map([
    ['silence', log(silence)],
    ['repeats', log(data.repeats)],
    ['age', log(data.age)],
    ['cycles', log(cycles)],
    ['once', data.repeats.map((x) => (x === 0 ? 1 : 0))],
    ['recent_days', log(data.recentDays)],
    ['earlier_days', log(data.earlierDays)],
    ['recent_value', log(data.recentValue)],
    ['earlier_value', log(data.earlierValue)],
    ['mean_value', log(data.meanValue)],
    ...models.map((id): [string, Float64Array] => [id, logOdds(data.models.get(id)!.purchase)]),
  ]);
}

function logOdds(probabilities: Float64Array): Float64Array {
  return probabilities.map((probability) => {
    const kept = Math.min(1 - leastProbability, Math.max(leastProbability, probability));
    return Math.log(kept / (1 - kept));
  });
}

/** The features of several origins one below the other, ordered by customer, so that the rows of a customer lie together. */
export function stackedFeatures(
  origins: readonly Histories[],
  models: readonly string[],
): { readonly features: Columns; readonly silent: Float64Array; readonly ids: readonly string[] } {
  const tables = origins.map((data) => churnFeatures(data, models));
  const places = origins.flatMap((data, table) => data.ids.map((id, row) => ({ id, table, row })));
  places.sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : one.table - other.table));
  const names = [...(tables[0]?.keys() ?? [])];
  return {
    features: names.map((name) => {
      const columns = tables.map((table) => table.get(name)!);
      return Float64Array.from(places, ({ table, row }) => columns[table]![row]!);
    }),
    silent: Float64Array.from(places, ({ table, row }) => origins[table]!.outcome!.silent[row]!),
    ids: places.map(({ id }) => id),
  };
}
