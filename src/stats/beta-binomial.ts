import { type Expansion, maximise } from './optimise/maximise.ts';
import type { Proportion } from './proportions.ts';
import { digamma, logBeta, logGammaRatio, trigamma } from './special/gamma.ts';

/** How the true rates of units are spread: a beta distribution. */
export interface RateSpread {
  readonly a: number;
  readonly b: number;
}

export interface BetaBinomialFit {
  /** Mean of the true rates: a / (a + b), or the pooled rate where there is no spread; in [0, 1]. */
  readonly mean: number;
  /** Null where the units differ no more than chance makes alike ones differ: a and b have grown beyond all bounds. */
  readonly spread: RateSpread | null;
  /** With the binomial coefficients, in nats. */
  readonly logLikelihood: number;
  /** Of the one rate for all. */
  readonly pooledLogLikelihood: number;
}

/** Of ln a and ln b. */
const bounds = { low: [-12, -12], high: [22, 22] };

/**
 * Units whose successes are binomial with rates of their own, drawn from one beta distribution; a and b by maximum likelihood. Numbers need
 * not be whole (effective trials). Units without trials say nothing; null where no unit has any. Source: Skellam (1948), JRSS B 10, 257-261.
 * Throws a RangeError on what is no proportion.
 */
export function fitBetaBinomial(units: readonly Proportion[]): BetaBinomialFit | null {
  const known = units.filter(checked);
  const trials = known.reduce((sum, unit) => sum + unit.trials, 0);
  if (trials === 0) return null;
  const rate = known.reduce((sum, unit) => sum + unit.successes, 0) / trials;
  const coefficients = known.reduce((sum, unit) => sum - Math.log(unit.trials + 1) - logBeta(unit.successes + 1, failures(unit) + 1), 0);
  const pooled = known.reduce((sum, unit) => sum + times(unit.successes, rate) + times(failures(unit), 1 - rate), coefficients);
  const alike = { mean: rate, spread: null, logLikelihood: pooled, pooledLogLikelihood: pooled };
  if (rate === 0 || rate === 1) return alike;
  const best = maximise((point) => meanLikelihood(known, point), bestStart(known, rate), bounds);
  const logLikelihood = best.value * known.length + coefficients;
  if (!(logLikelihood > pooled + 1e-6)) return alike;
  const [a, b] = [Math.exp(best.point[0]!), Math.exp(best.point[1]!)];
  return { mean: a / (a + b), spread: { a, b }, logLikelihood, pooledLogLikelihood: pooled };
}

/** Log-likelihood without the coefficients, per unit, at (ln a, ln b). */
function meanLikelihood(units: readonly Proportion[], [logA, logB]: readonly number[]): Expansion {
  const [a, b] = [Math.exp(logA!), Math.exp(logB!)];
  const sum = a + b;
  const [slopeA, slopeB, slope] = [digamma(a), digamma(b), digamma(sum)];
  const [bendA, bendB, bend] = [trigamma(a), trigamma(b), trigamma(sum)];
  let [value, byA, byB, ofA, ofB, both] = [0, 0, 0, 0, 0, 0];
  for (const unit of units) {
    const { successes, trials } = unit;
    const failed = failures(unit);
    value += logGammaRatio(a, successes) + logGammaRatio(b, failed) - logGammaRatio(sum, trials);
    const together = digamma(sum + trials) - slope;
    byA += digamma(a + successes) - slopeA - together;
    byB += digamma(b + failed) - slopeB - together;
    const curvature = trigamma(sum + trials) - bend;
    ofA += trigamma(a + successes) - bendA - curvature;
    ofB += trigamma(b + failed) - bendB - curvature;
    both -= curvature;
  }
  const size = units.length;
  return {
    value: value / size,
    gradient: [(a * byA) / size, (b * byB) / size],
    hessian: [
      [(a * (a * ofA + byA)) / size, (a * b * both) / size],
      [(a * b * both) / size, (b * (b * ofB + byB)) / size],
    ],
  };
}

/** The best of the sums a + b from e⁻⁶ to e²⁰ around the pooled rate. */
function bestStart(units: readonly Proportion[], rate: number): readonly number[] {
  const points = Array.from({ length: 27 }, (_, index) => [index - 6 + Math.log(rate), index - 6 + Math.log1p(-rate)]);
  const values = points.map((point) => meanLikelihood(units, point).value);
  return points[values.indexOf(Math.max(...values))]!;
}

function failures({ successes, trials }: Proportion): number {
  return trials - successes;
}

/** 0 · ln 0 is 0. */
function times(count: number, probability: number): number {
  return count === 0 ? 0 : count * Math.log(probability);
}

function checked({ successes, trials }: Proportion): boolean {
  if (!(successes >= 0 && successes <= trials && trials < Infinity)) throw new RangeError(`${successes} of ${trials} is no proportion`);
  return trials > 0;
}
