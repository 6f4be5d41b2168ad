import { studentBelow, studentQuantile } from './student.ts';
import { normalDistribution, normalQuantile } from './normal.ts';
import type { Interval } from './wilson.ts';

/** Answers to “how likely are you to recommend us”: 9 and 10, 7 and 8, 0 to 6. Whole numbers of at least 0. */
export interface PromoterCounts {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

/** Answers that the adjusted interval adds to either end, and four times that to all. */
const added = 0.75;
const addedInAll = 3;

/** From so many answers on the normal quantile stands for that of Student's t. */
const many = 30;

/** A sample larger than this share of the base says more of it than the formula for endless bases knows. */
const largeShare = 0.05;

/** 100 × (promoters − detractors) ÷ answers, from −100 to 100; null without answers. Computed from counts, so that no share is rounded before. */
export function netPromoterScore({ promoters, passives, detractors }: PromoterCounts): number | null {
  const n = promoters + passives + detractors;
  return n === 0 ? null : (100 * (promoters - detractors)) / n;
}

/** Variance of one answer that counts 1, 0 or −1, from the shares of promoters and detractors: 0 to 1. */
export function promoterVariance(promoters: number, detractors: number): number {
  return Math.max(0, promoters + detractors - (promoters - detractors) ** 2);
}

export interface PromoterOptions {
  readonly level?: number;
  /** How many customers there are in all, each asked once at most; only then and above 5% of them the interval narrows. */
  readonly base?: number;
}

/**
 * Interval of the score, within −100 and 100, which holds it: adjusted Wald, with ¾ of an answer added to promoters and detractors and 3 to all,
 * and Student's t below 30 answers. Never a point: where all gave the same answer chance remains. One answer tells nothing: −100 to 100; null
 * without any. Sources: Rocks (2016), The American Statistician 70, 365-372; Cochran (1977), Sampling Techniques, 2.6, for finite bases.
 */
export function netPromoterInterval(counts: PromoterCounts, { level = 0.95, base }: PromoterOptions = {}): Interval | null {
  const estimate = netPromoterScore(counts);
  if (estimate === null) return null;
  const n = answersOf(counts);
  if (n < 2) return { low: -100, high: 100 };
  const { score, variance } = adjusted(counts);
  const margin = quantile(0.5 + level / 2, n) * 100 * Math.sqrt(variance) * finite(n, base);
  return { low: Math.max(-100, Math.min(estimate, score - margin)), high: Math.min(100, Math.max(estimate, score + margin)) };
}

export interface PromoterDifference {
  /** The second score less the first, in points from −200 to 200. */
  readonly difference: number;
  readonly interval: Interval;
  /** Two-sided, of no difference. */
  readonly p: number;
}

/** Two independent scores against each other, adjusted as the interval of one; null where one of them has fewer than two answers. */
export function compareNetPromoters(first: PromoterCounts, second: PromoterCounts, level = 0.95): PromoterDifference | null {
  const n = Math.min(answersOf(first), answersOf(second));
  if (n < 2) return null;
  const difference = netPromoterScore(second)! - netPromoterScore(first)!;
  const [one, other] = [adjusted(first), adjusted(second)];
  const centre = other.score - one.score;
  const error = 100 * Math.sqrt(one.variance + other.variance);
  const margin = quantile(0.5 + level / 2, n) * error;
  const below = n < many ? studentBelow(-Math.abs(centre / error), n - 1) : normalDistribution(-Math.abs(centre / error));
  return {
    difference,
    interval: { low: Math.max(-200, Math.min(difference, centre - margin)), high: Math.min(200, Math.max(difference, centre + margin)) },
    p: Math.min(1, 2 * below),
  };
}

function answersOf({ promoters, passives, detractors }: PromoterCounts): number {
  return promoters + passives + detractors;
}

/** Score and variance of the score ÷ 100 with the added answers. */
function adjusted(counts: PromoterCounts): { readonly score: number; readonly variance: number } {
  const n = answersOf(counts) + addedInAll;
  const [promoters, detractors] = [(counts.promoters + added) / n, (counts.detractors + added) / n];
  return { score: 100 * (promoters - detractors), variance: promoterVariance(promoters, detractors) / n };
}

function quantile(p: number, n: number): number {
  return n < many ? studentQuantile(p, n - 1) : normalQuantile(p);
}

function finite(n: number, base: number | undefined): number {
  return base === undefined || n >= base || n <= largeShare * base ? 1 : Math.sqrt((base - n) / (base - 1));
}
