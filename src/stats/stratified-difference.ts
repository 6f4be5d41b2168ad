import { normalQuantile } from './normal.ts';
import type { Estimate } from './estimate.ts';
import type { Proportion } from './proportions.ts';

/**
 * The rate of the second less that of the first among alike cases: the differences within strata, weighed by first × second ÷ both, in [-1, 1].
 * Strata in which one side has no trials say nothing; null where none is left. Sources: Mantel & Haenszel (1959); variance of Sato (1989),
 * Biometrics 45, 1323-1324, which holds for few large strata and for many small ones. Throws a RangeError on what is no proportion.
 */
export function stratifiedDifference(strata: readonly (readonly [first: Proportion, second: Proportion])[], level = 0.95): Estimate | null {
  let [weights, differences, products, variances] = [0, 0, 0, 0];
  for (const [first, second] of strata) {
    check(first);
    check(second);
    const [n0, n1] = [first.trials, second.trials];
    if (n0 === 0 || n1 === 0) continue;
    const [c0, c1, n] = [first.successes, second.successes, n0 + n1];
    weights += (n0 * n1) / n;
    differences += (c1 * n0 - c0 * n1) / n;
    products += (n1 ** 2 * c0 - n0 ** 2 * c1 + (n1 * n0 * (n0 - n1)) / 2) / n ** 2;
    variances += (c1 * (n0 - c0) + c0 * (n1 - c1)) / (2 * n);
  }
  if (weights === 0) return null;
  const value = differences / weights;
  const reach = normalQuantile(0.5 + level / 2) * (Math.sqrt(Math.max(0, value * products + variances)) / weights);
  return { value, interval: { low: Math.max(-1, value - reach), high: Math.min(1, value + reach) } };
}

function check({ successes, trials }: Proportion): void {
  if (!(successes >= 0 && successes <= trials)) throw new RangeError(`${successes} of ${trials} is no proportion`);
}
