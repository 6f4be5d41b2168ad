import { durationToReach } from '../../../stats/survival/duration-to-reach.ts';
import { kaplanMeier } from '../../../stats/survival/kaplan-meier.ts';

/** A complaint, by the days that it took to close or has been open for. */
export interface Closing {
  readonly days: number;
  readonly isClosed: boolean;
}

export interface ClosingTimes {
  /** Days within which half, and nine in ten, are closed; null where the follow-up does not reach that. */
  readonly median: number | null;
  readonly ninety: number | null;
}

/** How long complaints take to be closed; those still open are known to take longer than until now, so they count as censored (Kaplan–Meier). */
export function closingTimes(closings: readonly Closing[]): ClosingTimes {
  if (closings.length === 0) return { median: null, ninety: null };
  const { incidence } = kaplanMeier(
    closings.map(({ days, isClosed }) => ({ duration: days, events: isClosed ? 1 : 0, competing: 0, censored: isClosed ? 0 : 1 })),
  );
  return { median: durationToReach(incidence, 0.5).duration, ninety: durationToReach(incidence, 0.9).duration };
}

/** The days of a row of feedback_rows; null where they are not known. */
export function closingOf(row: Readonly<Record<string, unknown>>): Closing | null {
  const { close_days: closed, open_days: open } = row;
  if (typeof closed === 'number') return { days: closed, isClosed: true };
  return typeof open === 'number' && open >= 0 ? { days: open, isClosed: false } : null;
}
