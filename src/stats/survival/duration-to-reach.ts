import type { CumulativeIncidence, IncidenceStep } from './aalen-johansen.ts';
import { incidenceInterval } from './incidence-interval.ts';

/** In the unit of the durations; null where it is not reached within the follow-up. */
export interface ReachedDuration {
  readonly duration: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Shares that differ by rounding alone are equal. */
const slack = 1e-10;

/**
 * The age at which the incidence reaches a share in (0, 1), 0.5 for the median: the first with at least this share, or, where the curve is
 * level at exactly the share, the middle of that stretch, as R survival has it. The interval holds the ages whose own interval holds the
 * share. All null without subjects. Source: Brookmeyer & Crowley (1982), Biometrics 38, 29-41. Throws a RangeError on another share.
 */
export function durationToReach(curve: CumulativeIncidence, share: number): ReachedDuration {
  if (!(share > 0 && share < 1)) throw new RangeError(`a share to reach lies between 0 and 1, not ${share}`);
  const { subjects, steps, level } = curve;
  if (subjects === 0) return { duration: null, low: null, high: null };
  const soonest = incidenceInterval(0, 0, subjects, level).high;
  return {
    duration: reached(curve, (step) => step.value, share),
    low: soonest >= share ? 0 : reached(curve, (step) => step.interval.high, share),
    high: steps.length === 0 ? null : reached(curve, (step) => step.interval.low, share),
  };
}

function reached({ steps, lastFollowUp }: CumulativeIncidence, of: (step: IncidenceStep) => number, share: number): number | null {
  const first = steps.findIndex((step) => of(step) >= share - slack);
  if (first === -1) return null;
  const start = steps[first]!;
  if (of(start) > share + slack) return start.duration;
  const above = steps.slice(first).find((step) => of(step) > share + slack);
  return (start.duration + (above?.duration ?? lastFollowUp!)) / 2;
}
