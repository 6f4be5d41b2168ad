import { type Sql, sql } from '../../../engine/sql.ts';
import { daysBetween, type IsoDate, type Period } from '../../../lib/dates.ts';
import { type ComparedPeriods, comparedPeriods, lastFullMonths } from '../../windows.ts';

/** The two sides of a comparison, the earlier one first: parts of column names. */
export const sides = ['before', 'after'] as const;

export type Side = (typeof sides)[number];

/** The periods asked for, else the last full month and the one before it; null where there is no date to go by. */
export function periodsOf(asked: ComparedPeriods | null, asOf: IsoDate | null): ComparedPeriods | null {
  if (asked !== null) return asked;
  return asOf === null ? null : comparedPeriods(lastFullMonths(1, asOf), 'previous', asOf);
}

/** Whether a day lies in the period; never without one. */
export function within(day: Sql, period: Period | undefined): Sql {
  if (period === undefined) return sql`false`;
  return sql`${day} >= ${period.from}::date and ${day} < ${period.to}::date`;
}

export function daysOf({ from, to }: Period): number {
  return daysBetween(from, to);
}
