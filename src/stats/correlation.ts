import { normalQuantile } from './normal.ts';
import type { Interval } from './wilson.ts';

export interface Correlation {
  readonly coefficient: number;
  readonly n: number;
  /** By Fisher's z transformation; null below four pairs. */
  readonly interval: Interval | null;
}

/**
 * Pearson's correlation of pairs, with an interval: R. A. Fisher, Metron 1 (1921) 3–32. null where a coefficient does not exist
 * (fewer than two pairs, or one side constant). Throws a RangeError on columns of different lengths and a level outside (0, 1).
 */
export function correlation(first: readonly number[], second: readonly number[], level = 0.95): Correlation | null {
  if (first.length !== second.length) throw new RangeError(`${first.length} and ${second.length} values are no pairs`);
  const z = normalQuantile(0.5 + level / 2);
  const n = first.length;
  const meanFirst = first.reduce((sum, value) => sum + value, 0) / n;
  const meanSecond = second.reduce((sum, value) => sum + value, 0) / n;
  let [xx, xy, yy] = [0, 0, 0];
  for (const [index, value] of first.entries()) {
    const [x, y] = [value - meanFirst, second[index]! - meanSecond];
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  const constant = (squares: number, mean: number): boolean => !(squares > n * (1e-12 * mean) ** 2);
  if (constant(xx, meanFirst) || constant(yy, meanSecond)) return null;
  const coefficient = Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
  if (n < 4) return { coefficient, n, interval: null };
  const margin = z / Math.sqrt(n - 3);
  const centre = Math.atanh(coefficient);
  return { coefficient, n, interval: { low: Math.tanh(centre - margin), high: Math.tanh(centre + margin) } };
}
