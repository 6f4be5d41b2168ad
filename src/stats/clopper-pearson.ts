import { betaQuantile } from './special/incomplete-beta.ts';
import type { Interval } from './wilson.ts';

/**
 * Exact interval of a proportion, in [0, 1]: it holds the true rate at least as often as the level says, and is never a point. Numbers need
 * not be whole (an effective number of trials). [0, 1] without trials. Source: Clopper & Pearson (1934), Biometrika 26, 404-413, by beta
 * quantiles. Throws a RangeError on counts that are not 0 ≤ successes ≤ trials and on a level outside (0, 1).
 */
export function clopperPearson(successes: number, trials: number, level = 0.95): Interval {
  if (!(successes >= 0 && successes <= trials)) throw new RangeError(`${successes} of ${trials} is no proportion`);
  const failures = trials - successes;
  const tail = 0.5 - level / 2;
  if (!(tail > 0 && tail < 0.5)) throw new RangeError(`a level lies between 0 and 1, not ${level}`);
  // The rate at which none (all) would succeed with the probability of the tail.
  const limit = Math.log(tail) / trials;
  if (successes === 0) return { low: 0, high: failures === 0 ? 1 : -Math.expm1(limit) };
  if (failures === 0) return { low: Math.exp(limit), high: 1 };
  return { low: betaQuantile(tail, successes, failures + 1), high: betaQuantile(1 - tail, successes + 1, failures) };
}
