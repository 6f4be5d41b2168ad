import { type Sql, sql, trusted } from '../../../engine/sql.ts';
import { addDays, daysBetween, type IsoDate, type Period } from '../../../lib/dates.ts';
import { comparisonWindows, lastFullMonths, lastStart } from '../../windows.ts';

/** The period under review and those it is compared with: ids of rows and parts of column names. */
export const reviewed = ['current', 'previous', 'year_ago'] as const;

export type Reviewed = (typeof reviewed)[number];

/** What the period under review is compared with. */
export const bases = ['previous', 'year_ago'] as const;

export type Base = (typeof bases)[number];

export type Review = Readonly<Record<Reviewed, Period>>;

/** The periods of a review: of the one asked for, else of the last calendar month that is over; null where there is no date to go by. */
export function reviewOf(asked: Period | null, asOf: IsoDate | null): Review | null {
  const period = asked ?? (asOf === null ? null : lastFullMonths(1, asOf));
  if (period === null) return null;
  const { current, previous, yearAgo } = comparisonWindows(period, asOf);
  return { current, previous, year_ago: yearAgo };
}

/** The window right before the previous one, to date where that is; null where there is no date to go by. */
export function beforePrevious(asked: Period | null, asOf: IsoDate | null): Period | null {
  const period = asked ?? (asOf === null ? null : lastFullMonths(1, asOf));
  if (period === null) return null;
  const { from, to } = comparisonWindows(comparisonWindows(period, null).previous, null).previous;
  const { current } = comparisonWindows(period, asOf);
  if (current.to === period.to) return { from, to };
  const cut = addDays(from, daysBetween(current.from, current.to));
  return { from, to: cut < to ? cut : to };
}

/** Whether the orders, which begin on `first_on`, reach back to the period; the one under review is there in any case. */
export function isKnown(of: Reviewed, review: Review | null, first = sql`first_on`): Sql {
  if (review === null) return sql`false`;
  return of === 'current' ? sql`true` : sql`${first} <= ${lastStart(review[of])}::date`;
}

/** A column of a period: `current_orders`. */
export function columnOf(of: Reviewed, figure: string): Sql {
  return trusted(`${of}_${figure}`);
}

/** Whether a deal was decided by the end of the period under review; one that does not say when, too. */
export function decidedBy(asked: Period | null, asOf: IsoDate | null): Sql {
  const end = reviewOf(asked, asOf)?.current.to;
  return end === undefined ? sql`true` : sql`(closed_on < ${end}::date or closed_on is null)`;
}
