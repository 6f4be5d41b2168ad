import { differenceInterval } from '../difference-interval.ts';
import { compareProportions, expectsFew, type Proportion, type ProportionComparison, twoProportionScoreTest } from '../proportions.ts';
import type { IncidenceEstimate } from './aalen-johansen.ts';

/**
 * The uncensored sample that would tell as much as the estimate: F (1 − F) / se² trials, at the estimates 0 and 1 those fully followed; not
 * whole. Without censoring the sample itself. For tests and models that are made for counts.
 */
export function effectiveProportion({ value, standardError, fullyFollowed }: IncidenceEstimate): Proportion {
  const trials = standardError > 0 ? (value * (1 - value)) / (standardError * standardError) : fullyFollowed;
  return { successes: value * trials, trials };
}

/**
 * Compares the incidences of two independent groups at the same age. The interval comes from their own ones. The p-value is that of the score
 * test on the effective samples (a z test with the Aalen–Johansen standard errors, scaled to the common incidence, so that an estimate of 0
 * has one, too); where a cell expects fewer than five, Fisher's on the samples in whole numbers. Without censoring it is
 * `compareProportions`, but for the interval. Null where one of them does not exist.
 */
export function compareIncidences(first: IncidenceEstimate | null, second: IncidenceEstimate | null): ProportionComparison | null {
  if (first === null || second === null) return null;
  const [before, after] = [effectiveProportion(first), effectiveProportion(second)];
  const difference = second.value - first.value;
  const interval = differenceInterval(first, second);
  if (!expectsFew(before, after)) return { difference, interval, p: twoProportionScoreTest(before, after)!.p, test: 'score' };
  const exact = compareProportions(wholeProportion(before), wholeProportion(after));
  return { difference, interval, p: exact?.p ?? 1, test: 'fisher' };
}

/** The nearest proportion in whole numbers, for exact tests. */
export function wholeProportion({ successes, trials }: Proportion): Proportion {
  const rounded = Math.round(trials);
  return { successes: Math.min(rounded, Math.round(successes)), trials: rounded };
}
