import type { Estimate } from '../estimate.ts';
import { incidenceInterval } from './incidence-interval.ts';
import { type OutcomeCounts, riskTable, type RiskStep } from './risk-table.ts';

/** Probability that the event has happened by some age, in [0, 1], while competing events may come first. */
export interface IncidenceEstimate extends Estimate {
  /** 0 where the estimate is 0 or 1: there only the interval tells how sure it is. */
  readonly standardError: number;
  /** Subjects with a duration of at least this age. */
  readonly atRisk: number;
  /** How many of all subjects would have been followed to this age if nothing had happened to them; not whole. All without censoring. */
  readonly fullyFollowed: number;
}

export interface IncidenceStep extends IncidenceEstimate, RiskStep {
  /** Probability that neither event has happened by this age. */
  readonly remaining: number;
}

export interface CumulativeIncidence {
  readonly level: number;
  readonly subjects: number;
  readonly events: number;
  readonly competing: number;
  readonly censored: number;
  /** The longest duration; null without subjects. */
  readonly lastFollowUp: number | null;
  readonly steps: readonly IncidenceStep[];
}

/**
 * The Aalen–Johansen estimator of the cumulative incidence of one event with a competing one: subjects still open are censored, those lost
 * have left for good, and neither inflates the share. Events come before censorings of the same duration. For the incidence of the competing
 * event swap the two counts. The standard error is of Greenwood's type by the delta method: √(F (1 − F) / n) without censoring, Greenwood's
 * without competing events. Sources: Aalen & Johansen (1978), Scandinavian Journal of Statistics 5, 141-150; variance: Andersen, Borgan,
 * Gill & Keiding (1993), Statistical Models Based on Counting Processes, 4.4.1.3 (as etm's and Dinse & Larson's (1986); not the jackknife of
 * R survival). Censoring must not depend on what would have come next. Throws a RangeError on durations and counts below 0.
 */
export function aalenJohansen(counts: readonly OutcomeCounts[], level = 0.95): CumulativeIncidence {
  const table = riskTable(counts);
  const total = (of: (step: RiskStep) => number) => table.reduce((sum, step) => sum + of(step), 0);
  const subjects = table[0]?.atRisk ?? 0;
  const state: State = { value: 0, remaining: 1, ofValue: 0, ofRemaining: 0, both: 0, competed: false };
  let fullyFollowed = subjects;
  const steps = table.map((step): IncidenceStep => {
    advance(state, step);
    const value = Math.min(1, state.value);
    const standardError = value > 0 && value < 1 ? Math.sqrt(Math.max(0, state.ofValue)) : 0;
    const interval = incidenceInterval(value, standardError, fullyFollowed, level);
    const described = { ...step, value, standardError, interval, fullyFollowed, remaining: state.remaining };
    fullyFollowed = followedBeyond(described);
    return described;
  });
  return {
    level,
    subjects,
    events: total((step) => step.events),
    competing: total((step) => step.competing),
    censored: total((step) => step.censored),
    lastFollowUp: table.at(-1)?.duration ?? null,
    steps,
  };
}

/**
 * The incidence by an age ≥ 0. Null beyond the last follow-up, where nothing is known, unless nobody was open any more: what happened to all
 * is known then, and the curve stays level. Null without subjects.
 */
export function incidenceAt(curve: CumulativeIncidence, age: number): IncidenceEstimate | null {
  if (curve.lastFollowUp === null) return null;
  const index = curve.steps.findLastIndex((step) => step.duration <= age);
  const step = curve.steps[index];
  if (step === undefined) {
    const { subjects } = curve;
    const interval = incidenceInterval(0, 0, subjects, curve.level);
    return { value: 0, standardError: 0, interval, atRisk: subjects, fullyFollowed: subjects };
  }
  if (age > curve.lastFollowUp && step.remaining > 0) return null;
  const { value, standardError } = step;
  if (step.duration === age)
    return { value, standardError, interval: step.interval, atRisk: step.atRisk, fullyFollowed: step.fullyFollowed };
  const fullyFollowed = followedBeyond(step);
  const interval = incidenceInterval(value, standardError, fullyFollowed, curve.level);
  return { value, standardError, interval, atRisk: curve.steps[index + 1]?.atRisk ?? 0, fullyFollowed };
}

interface State {
  value: number;
  remaining: number;
  /** Variances of the two, and their covariance. */
  ofValue: number;
  ofRemaining: number;
  both: number;
  competed: boolean;
}

function advance(state: State, { atRisk, events, competing }: RiskStep): void {
  const hazard = events / atRisk;
  const stays = (atRisk - events - competing) / atRisk;
  const { remaining, ofRemaining, both } = state;
  const noise = (remaining * remaining) / atRisk;
  state.ofValue += 2 * hazard * both + hazard * hazard * ofRemaining + noise * hazard * (1 - hazard);
  state.both = stays * (both + hazard * ofRemaining) - noise * hazard * stays;
  state.ofRemaining = stays * stays * ofRemaining + noise * stays * (1 - stays);
  state.remaining = remaining * stays;
  state.competed ||= competing > 0;
  // Without competing events the two sum to 1, which adding up would miss by a rounding.
  state.value = state.competed ? state.value + remaining * hazard : 1 - state.remaining;
}

/** Share of the censoring curve that is left behind a step: events come first, so those censored here are among the ones without. */
function followedBeyond(step: RiskStep & { readonly fullyFollowed: number }): number {
  const open = step.atRisk - step.events - step.competing;
  return open > 0 ? (step.fullyFollowed * (open - step.censored)) / open : step.fullyFollowed;
}
