import { binomial, type DiscreteDistribution, discreteQuantile, poisson, tailsAt } from './discrete-distribution.ts';
import type { Interval } from './wilson.ts';

/** Share of alike units inside the two usual pairs of limits: about 2 and 3 standard deviations. */
export const funnelLevels = { warning: 0.95, action: 0.998 } as const;

/**
 * Control limits of the rate of a unit with `trials` (rounded to whole ones) when the rate of all is `rate`, in [0, 1]: exact binomial,
 * interpolated between whole successes so that the funnel is smooth. A unit beyond them differs from the others by more than chance gives at
 * this level; among many units some do. Null without trials. Source: Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202, A.1.1.
 * Throws a RangeError on a rate outside [0, 1] and a level outside (0, 1).
 */
export function binomialFunnelLimits(trials: number, rate: number, level: number): Interval | null {
  const whole = Math.round(trials);
  const distribution = binomial(whole, rate);
  if (whole === 0) return null;
  const at = (p: number) => Math.min(1, interpolated(distribution, p) / whole);
  return { low: at(0.5 - level / 2), high: at(0.5 + level / 2) };
}

/**
 * The same for events per exposure (days, customers, …) when all have `rate` events per unit of it: exact Poisson, at least 0. Null without
 * exposure. Throws a RangeError on a rate or an exposure below 0 and a level outside (0, 1).
 */
export function poissonFunnelLimits(exposure: number, rate: number, level: number): Interval | null {
  const distribution = poisson(exposure * rate);
  if (exposure === 0) return null;
  return { low: interpolated(distribution, 0.5 - level / 2) / exposure, high: interpolated(distribution, 0.5 + level / 2) / exposure };
}

/** A count between whole ones at which the distribution function is p; 0 where even none is likelier than p. */
function interpolated(distribution: DiscreteDistribution, p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a level lies between 0 and 1, not ${Math.abs(2 * p - 1)}`);
  const count = discreteQuantile(distribution, p);
  const { lower, point } = tailsAt(distribution, count);
  return Math.max(0, count - (lower - p) / point);
}
