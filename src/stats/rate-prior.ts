import type { Proportion } from './proportions.ts';
import { digamma, logGammaRatio, trigamma } from './special/gamma.ts';

/** One way the true rates of units may be spread, a beta distribution, and how plausible the data make it; the weights sum to 1. */
export interface RateComponent {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

const gridSize = 16;
const smallestSum = 0.05;
/** Relative to the largest unit: beyond this nobody can tell units apart. */
const largestSum = 1000;
/** Components below this share of the best are left out. */
const negligible = 1e-3;
/** Gauss–Hermite rule of three nodes for a standard normal number. */
const normalNodes = [
  { at: -Math.sqrt(3), weight: 1 / 6 },
  { at: 0, weight: 2 / 3 },
  { at: Math.sqrt(3), weight: 1 / 6 },
];

/**
 * What the units tell of how true rates are spread, as a mixture of beta distributions. The one of maximum likelihood (`fitBetaBinomial`)
 * taken for certain makes intervals far too narrow where units are few or hardly differ (at ten units 95% intervals hold 77 to 85%): so
 * a + b, and the mean, are left as uncertain as they are. Prior: density m / (m + s)² of s = a + b, with m a quarter of the
 * trials a unit has on average (the shrinkage of a unit of m trials is uniform), and Jeffreys' of the mean. Null where no unit has trials. Sources: Christiansen &
 * Morris (1997), JASA 92, 618-632; Tak, Kelly & Morris (2017), Journal of Statistical Software 78(5); the mean by Laplace's method. Throws a RangeError on what is no proportion.
 */
export function ratePrior(units: readonly Proportion[]): readonly RateComponent[] | null {
  const known = units.filter(({ successes, trials }) => {
    if (!(successes >= 0 && successes <= trials && trials < Infinity)) throw new RangeError(`${successes} of ${trials} is no proportion`);
    return trials > 0;
  });
  if (known.length === 0) return null;
  const whole = logSums(known);
  const coarse = grid(known, whole);
  const likely = coarse.filter((point) => point.logWeight > highest(coarse) + Math.log(negligible) - 2);
  const step = (whole.high - whole.low) / gridSize;
  const points = grid(known, { low: Math.log(likely.at(-1)!.sum) - step, high: Math.log(likely[0]!.sum) + step });
  const best = highest(points);
  const components = points.flatMap(({ logOdds, spread, sum, logWeight }) =>
    normalNodes.map(({ at, weight }) => {
      const odds = Math.exp(logOdds + at * spread);
      return { a: (sum * odds) / (1 + odds), b: sum / (1 + odds), weight: weight * Math.exp(logWeight - best) };
    }),
  );
  const kept = components.filter((component) => component.weight > negligible);
  const total = kept.reduce((sum, component) => sum + component.weight, 0);
  return kept.map((component) => ({ ...component, weight: component.weight / total }));
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Of ln (a + b), as far as it makes a difference. */
function logSums(units: readonly Proportion[]): Range {
  const largest = units.reduce((most, unit) => Math.max(most, unit.trials), 0);
  return { low: Math.log(smallestSum), high: Math.log(largestSum * largest) };
}

interface GridPoint extends Peak {
  readonly sum: number;
  /** Logarithm of the plausibility of a step of ln (a + b). */
  readonly logWeight: number;
}

/** From the largest sum down: there the likeliest mean is the pooled rate, and from one to the next it moves little. */
function grid(units: readonly Proportion[], { low, high }: Range): GridPoint[] {
  const trials = units.reduce((total, unit) => total + unit.trials, 0);
  const successes = units.reduce((total, unit) => total + unit.successes, 0);
  const typical = trials / units.length / 4;
  let logOdds = Math.log((successes + 0.5) / (trials - successes + 0.5));
  return Array.from({ length: gridSize }, (_, index) => {
    const sum = Math.exp(high - ((high - low) * (index + 0.5)) / gridSize);
    const peak = bestMean(units, sum, logOdds);
    logOdds = peak.logOdds;
    return { ...peak, sum, logWeight: peak.value + Math.log(peak.spread) + Math.log(sum) - 2 * Math.log(typical + sum) };
  });
}

function highest(points: readonly GridPoint[]): number {
  return points.reduce((most, point) => Math.max(most, point.logWeight), -Infinity);
}

interface Peak {
  readonly logOdds: number;
  /** Log-likelihood there, with the prior of the mean. */
  readonly value: number;
  /** Standard deviation of the log-odds of the mean, by the curvature. */
  readonly spread: number;
}

/** The likeliest mean of the rates when a + b is `sum`: Newton's method on its log-odds. */
function bestMean(units: readonly Proportion[], sum: number, start: number): Peak {
  let logOdds = start;
  let peak: Peak = { logOdds, value: -Infinity, spread: 1 };
  for (let step = 0; step < 50; step += 1) {
    const mean = 1 / (1 + Math.exp(-logOdds));
    const [a, b] = [sum * mean, sum * (1 - mean)];
    let [value, slope, curvature] = [0.5 * Math.log(mean) + 0.5 * Math.log1p(-mean), 0, 0];
    for (const { successes, trials } of units) {
      value += logGammaRatio(a, successes) + logGammaRatio(b, trials - successes) - logGammaRatio(sum, trials);
      slope += digamma(a + successes) - digamma(a) - digamma(b + trials - successes) + digamma(b);
      curvature += trigamma(a + successes) - trigamma(a) + trigamma(b + trials - successes) - trigamma(b);
    }
    const variance = mean * (1 - mean);
    const gradient = sum * variance * slope + 0.5 - mean;
    const bend = sum * sum * variance * variance * curvature + sum * variance * (1 - 2 * mean) * slope - variance;
    const steepness = bend < 0 ? -bend : units.length;
    peak = { logOdds, value, spread: 1 / Math.sqrt(steepness) };
    const move = Math.min(1, Math.max(-1, gradient / steepness));
    logOdds += move;
    if (Math.abs(move) < 1e-9) break;
  }
  return peak;
}
