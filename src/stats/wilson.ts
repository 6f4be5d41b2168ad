import { normalQuantile } from './normal.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval of a proportion of `successes` in `trials`, clipped to [0, 1]; null without trials. Wilson (1927).
 * Throws a RangeError on counts that are not 0 ≤ successes ≤ trials and on a level outside (0, 1).
 */
export function wilson(successes: number, trials: number, level = 0.95): Interval | null {
  if (!(successes >= 0 && successes <= trials)) throw new RangeError(`${successes} of ${trials} is no proportion`);
  const z = normalQuantile(0.5 + level / 2);
  if (trials === 0) return null;
  const rate = successes / trials;
  const scale = 1 + (z * z) / trials;
  const centre = (rate + (z * z) / (2 * trials)) / scale;
  const margin = (z / scale) * Math.sqrt((rate * (1 - rate)) / trials + (z * z) / (4 * trials * trials));
  return { low: successes === 0 ? 0 : Math.max(0, centre - margin), high: successes === trials ? 1 : Math.min(1, centre + margin) };
}
