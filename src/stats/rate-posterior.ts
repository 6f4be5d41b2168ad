import type { Estimate } from './estimate.ts';
import type { Proportion } from './proportions.ts';
import type { RateComponent } from './rate-prior.ts';
import { betaSlope, betaTails, quantileByLogOdds } from './special/incomplete-beta.ts';

/**
 * What is known of a unit's true rate after `successes` of its `trials`: mean and credible interval, both inside (0, 1), for a prior such as
 * `ratePrior` yields from all units, this one included. With the single component of `fitBetaBinomial` the mean is (successes + a) / (trials +
 * a + b). Without trials it is what is known of a new unit. Numbers need not be whole. Throws a RangeError on what is no proportion.
 */
export function ratePosterior(prior: readonly RateComponent[], { successes, trials }: Proportion, level = 0.95): Estimate {
  if (!(successes >= 0 && successes <= trials)) throw new RangeError(`${successes} of ${trials} is no proportion`);
  const parts = prior.map(({ a, b, weight }) => ({ a: a + successes, b: b + trials - successes, weight }));
  const value = parts.reduce((sum, { a, b, weight }) => sum + (weight * a) / (a + b), 0);
  const distribution = (x: number, y: number) => {
    let [lower, upper, slope] = [0, 0, 0];
    for (const { a, b, weight } of parts) {
      const both = betaTails(x, y, a, b);
      lower += weight * both.lower;
      upper += weight * both.upper;
      slope += weight * betaSlope(x, y, a, b);
    }
    return { lower, upper, slope };
  };
  const guess = Math.log(value / (1 - value));
  return {
    value,
    interval: {
      low: quantileByLogOdds(distribution, 0.5 - level / 2, guess),
      high: quantileByLogOdds(distribution, 0.5 + level / 2, guess),
    },
  };
}
