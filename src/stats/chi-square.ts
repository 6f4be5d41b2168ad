import { normalDistribution } from './normal.ts';
import { logGamma } from './special/gamma.ts';

/**
 * Probability that a chi-square distributed number with a whole number ≥ 1 of degrees of freedom is at least `statistic`; 1 for a statistic
 * of 0 or below. A finite sum: DLMF 8.8.6 with Q(1, x) = e^(−x) and Q(½, x) = 2Φ(−√(2x)). Throws a RangeError on other degrees of freedom.
 */
export function chiSquareUpperTail(statistic: number, degreesOfFreedom: number): number {
  if (!(Number.isSafeInteger(degreesOfFreedom) && degreesOfFreedom >= 1)) {
    throw new RangeError(`${degreesOfFreedom} is no number of degrees of freedom`);
  }
  if (!(statistic > 0)) return 1;
  const half = statistic / 2;
  const odd = degreesOfFreedom % 2 === 1;
  let tail = odd ? 2 * normalDistribution(-Math.sqrt(statistic)) : Math.exp(-half);
  for (let shape = odd ? 0.5 : 1; shape < degreesOfFreedom / 2; shape += 1) {
    tail += Math.exp(shape * Math.log(half) - half - logGamma(shape + 1));
  }
  return Math.min(1, tail);
}
