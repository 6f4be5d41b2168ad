import type { Estimate } from '../estimate.ts';
import { aalenJohansen, type CumulativeIncidence, incidenceAt } from './aalen-johansen.ts';
import type { OutcomeCounts } from './risk-table.ts';

/** Probability that the event has not happened by some age, in [0, 1]. */
export interface SurvivalEstimate extends Estimate {
  /** Greenwood's; 0 where the estimate is 0 or 1: there only the interval tells how sure it is. */
  readonly standardError: number;
  readonly atRisk: number;
}

export interface SurvivalStep extends SurvivalEstimate {
  readonly duration: number;
  readonly events: number;
  readonly censored: number;
}

export interface SurvivalCurve {
  readonly steps: readonly SurvivalStep[];
  /** The same curve as the share with the event, 1 − survival: for `durationToReach`. */
  readonly incidence: CumulativeIncidence;
}

/**
 * The Kaplan–Meier estimator with log-log intervals (exact binomial ones at the estimates 0 and 1). Competing events count as censored: where
 * there are any, 1 − survival is the naive share, which is too large; the right one is `aalenJohansen`. Events come before censorings of the
 * same duration. Sources: Kaplan & Meier (1958), JASA 53, 457-481; Greenwood (1926). Throws a RangeError on durations and counts below 0.
 */
export function kaplanMeier(counts: readonly OutcomeCounts[], level = 0.95): SurvivalCurve {
  const incidence = aalenJohansen(
    counts.map(({ duration, events, competing, censored }) => ({ duration, events, competing: 0, censored: censored + competing })),
    level,
  );
  const steps = incidence.steps.map((step) => ({
    duration: step.duration,
    events: step.events,
    censored: step.censored,
    ...complement(step.remaining, step),
  }));
  return { steps, incidence };
}

/** Survival at an age ≥ 0; null beyond the last follow-up, unless it is 0 there, and without subjects. */
export function survivalAt({ incidence }: SurvivalCurve, age: number): SurvivalEstimate | null {
  const at = incidenceAt(incidence, age);
  if (at === null) return null;
  return complement(incidence.steps.findLast((step) => step.duration <= age)?.remaining ?? 1, at);
}

function complement(value: number, of: SurvivalEstimate): SurvivalEstimate {
  return { value, standardError: of.standardError, interval: { low: 1 - of.interval.high, high: 1 - of.interval.low }, atRisk: of.atRisk };
}
