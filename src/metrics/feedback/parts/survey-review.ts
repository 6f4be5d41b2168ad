import type { IsoDate, Period } from '../../../lib/dates.ts';
import type { Review } from '../../reps/parts/review.ts';
import { comparisonWindows, lastTwelveMonths } from '../../windows.ts';

/** With fewer answers than this a figure of a group is not compared, ranked or coloured. */
export const fewAnswers = 10;

/** The period under review, the twelve months up to the day unless one is asked for, and those it is compared with; null without a date to go by. */
export function surveyReview(asked: Period | null, asOf: IsoDate | null): Review | null {
  const period = asked ?? (asOf === null ? null : lastTwelveMonths(asOf));
  if (period === null) return null;
  const { current, previous, yearAgo } = comparisonWindows(period, asOf);
  return { current, previous, year_ago: yearAgo };
}
