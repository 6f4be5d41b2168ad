import { cholesky, inverse } from './optimise/cholesky.ts';
import { type Expansion, maximise } from './optimise/maximise.ts';

/** Customers of one cohort: at the start, then those still there after 1, 2, … periods, as far as it was observed. Never rising. */
export type Survivors = readonly number[];

interface Basis {
  /** Sum of the cohorts' starts. */
  readonly customers: number;
  readonly lost: number;
  /** Longest age observed. */
  readonly periods: number;
}

/** Customers differ: each leaves with a probability of his own, drawn from a beta distribution, so that the rate of those left falls. */
export interface EstimatedRetention extends Basis {
  readonly kind: 'estimated';
  readonly alpha: number;
  readonly beta: number;
  readonly standardErrors: { readonly alpha: number; readonly beta: number };
  /** Of ln α and ln β. */
  readonly covariance: { readonly alpha: number; readonly beta: number; readonly both: number };
  readonly logLikelihood: number;
}

/** α and β have grown beyond all bounds: no difference between customers can be seen, the same share leaves in every period. */
export interface ConstantRetention extends Basis {
  readonly kind: 'constant';
  /** Share that leaves per period, in (0, 1). */
  readonly churnRate: number;
  readonly standardError: number;
  readonly logLikelihood: number;
}

/** The data cannot tell how retention goes on. */
export interface UndeterminedRetention extends Basis {
  readonly kind: 'undetermined';
  readonly reason: 'no-customers' | 'nobody-left' | 'nobody-stayed' | 'one-period' | 'loss-in-first-period-only';
}

export type RetentionFit = EstimatedRetention | ConstantRetention | UndeterminedRetention;

/**
 * The shifted beta-geometric model of contractual retention by maximum likelihood, over cohorts of any ages: a cohort observed for three
 * periods says nothing about the fourth (censored), those of equal age may be added up. Counts need not be whole. Never NaN: where no
 * maximum exists the result says why. Source: Fader & Hardie (2007), "How to Project Customer Retention", Journal of Interactive Marketing
 * 21(1), 76-90. Throws a RangeError on counts that are negative, rising or not finite.
 */
export function fitShiftedBetaGeometric(cohorts: readonly Survivors[]): RetentionFit {
  const { lost, kept } = countByPeriod(cohorts);
  const basis = { customers: cohorts.reduce((total, cohort) => total + (cohort[0] ?? 0), 0), lost: sum(lost), periods: lost.length };
  const undetermined = (reason: UndeterminedRetention['reason']) => ({ kind: 'undetermined', reason, ...basis }) as const;
  const stays = sum(kept);
  if (basis.lost + stays === 0) return undetermined('no-customers');
  if (basis.lost === 0) return undetermined('nobody-left');
  if (stays === 0) return undetermined('nobody-stayed');
  if (basis.periods === 1) return undetermined('one-period');
  if (lost[0] === basis.lost) return undetermined('loss-in-first-period-only');
  const exposure = basis.lost + stays;
  const start = bestStart(lost, kept);
  const maximum = maximise((point) => likelihood(lost, kept, point), start, { low: [-25, -25], high: [25, 25] });
  const churnRate = basis.lost / exposure;
  const constant = basis.lost * Math.log(churnRate) + stays * Math.log1p(-churnRate);
  const information = cholesky(maximum.hessian.map((row) => row.map((value) => -value * exposure)));
  if (information === null || maximum.atBound.includes(true) || maximum.value * exposure <= constant + 1e-7) {
    const standardError = Math.sqrt((churnRate * (1 - churnRate)) / exposure);
    return { kind: 'constant', churnRate, standardError, logLikelihood: constant, ...basis };
  }
  const covariance = inverse(information);
  const [alpha, beta] = [Math.exp(maximum.point[0]!), Math.exp(maximum.point[1]!)];
  const [ofAlpha, ofBeta] = [covariance[0]![0]!, covariance[1]![1]!];
  return {
    kind: 'estimated',
    alpha,
    beta,
    standardErrors: { alpha: alpha * Math.sqrt(ofAlpha), beta: beta * Math.sqrt(ofBeta) },
    covariance: { alpha: ofAlpha, beta: ofBeta, both: covariance[0]![1]! },
    logLikelihood: maximum.value * exposure,
    ...basis,
  };
}

/** How many left and how many stayed in each period of age, over all cohorts; periods without anybody at risk at the end are cut off. */
function countByPeriod(cohorts: readonly Survivors[]): { lost: number[]; kept: number[] } {
  const lost: number[] = [];
  const kept: number[] = [];
  for (const cohort of cohorts) {
    for (const [age, count] of cohort.entries()) {
      const before = cohort[age - 1] ?? count;
      if (!(count >= 0 && count <= before && before < Infinity)) throw new RangeError(`survivors go from ${before} to ${count}`);
      if (age === 0 || before === 0) continue;
      lost[age - 1] = (lost[age - 1] ?? 0) + before - count;
      kept[age - 1] = (kept[age - 1] ?? 0) + count;
    }
  }
  return { lost, kept };
}

/**
 * Mean log-likelihood per customer and period at (ln α, ln β). In period t = 1, 2, … a customer leaves with probability α / (α + β + t - 1),
 * so that no gamma function is needed.
 */
function likelihood(lost: readonly number[], kept: readonly number[], [logAlpha, logBeta]: readonly number[]): Expansion {
  const [alpha, beta] = [Math.exp(logAlpha!), Math.exp(logBeta!)];
  let [value, byAlpha, byBeta, alphaAlpha, betaBeta, alphaBeta, exposure] = [0, 0, 0, 0, 0, 0, 0];
  for (const [index, left] of lost.entries()) {
    const stayed = kept[index]!;
    const all = left + stayed;
    const both = alpha + beta + index;
    const later = beta + index;
    exposure += all;
    value += left * Math.log(alpha / both) + stayed * Math.log1p(-alpha / both);
    byAlpha += left / alpha - all / both;
    byBeta += stayed / later - all / both;
    alphaBeta += all / both / both;
    alphaAlpha += all / both / both - left / alpha / alpha;
    betaBeta += all / both / both - stayed / later / later;
  }
  return {
    value: value / exposure,
    gradient: [(alpha * byAlpha) / exposure, (beta * byBeta) / exposure],
    hessian: [
      [(alpha * (alpha * alphaAlpha + byAlpha)) / exposure, (alpha * beta * alphaBeta) / exposure],
      [(alpha * beta * alphaBeta) / exposure, (beta * (beta * betaBeta + byBeta)) / exposure],
    ],
  };
}

/** The best (ln α, ln β) for sums α + β from e⁻⁸ to e¹⁴: for a given sum the likelihood has one maximum, found by bisection. */
function bestStart(lost: readonly number[], kept: readonly number[]): readonly number[] {
  const leaving = sum(lost);
  let best: { point: readonly number[]; value: number } = { point: [0, 0], value: -Infinity };
  for (let logSum = -8; logSum <= 14; logSum += 0.5) {
    const total = Math.exp(logSum);
    let [low, high] = [0, 1];
    for (let step = 0; step < 50; step += 1) {
      const share = (low + high) / 2;
      const pull = kept.reduce((slope, stayed, index) => slope + (stayed * total) / ((1 - share) * total + index), 0);
      if (leaving / share > pull) low = share;
      else high = share;
    }
    const share = Math.min(1 - 1e-12, Math.max(1e-12, (low + high) / 2));
    const point = [Math.log(share * total), Math.log((1 - share) * total)];
    const { value } = likelihood(lost, kept, point);
    if (value > best.value) best = { point, value };
  }
  return best.point;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
