import { type Sql, sql } from '../../../engine/sql.ts';
import { addDays, addMonths, type IsoDate } from '../../../lib/dates.ts';
import type { Row } from '../../../lib/rows.ts';
import type { Cohorts } from '../../parameters.ts';
import { lastCompletePeriod, periodNumber, periodStart } from './cohort-calendar.ts';
import type { CohortUnit } from '../../choices.ts';
import { lastStart } from '../../windows.ts';

/** Two windows of equal length, one right after the other: from ≤ earlier < middle ≤ later < to. */
export interface RevenueWindow {
  readonly from: IsoDate;
  readonly middle: IsoDate;
  readonly to: IsoDate;
  readonly months: number;
  /** The orders reach back to its first month: begin in the first tenth of that, or before it. */
  readonly isWhole: boolean;
}

/** Twelve months leave no season out; shorter windows are for data that do not reach back two years. */
const lengths = [12, 6, 3, 1] as const;

/** Five years of months. An odd date long ago must not make hundreds of them. */
const mostWindows = 60;

/**
 * The window that ends with the as-of date and those that end with each calendar period before it, latest first, at most 60; all of the same length, the
 * longest for which the data reach back far enough (the first order of all lies in the first tenth of the earlier window, or before it).
 * Empty where the data do not cover two months.
 */
export function revenueWindows(unit: CohortUnit, firstOrder: IsoDate, asOf: IsoDate): RevenueWindow[] {
  const to = addDays(asOf, 1);
  const months = lengths.find((length) => covered(windowUpTo(to, length, firstOrder), firstOrder));
  if (months === undefined) return [];
  const first = periodNumber(unit, firstOrder);
  const ends = [to];
  for (let number = lastCompletePeriod(unit, asOf) + 1; number > first && ends.length < mostWindows; number -= 1) {
    const end = periodStart(unit, number);
    if (end !== to) ends.push(end);
  }
  return ends.map((end) => windowUpTo(end, months, firstOrder)).filter((window) => covered(window, firstOrder));
}

function windowUpTo(to: IsoDate, months: number, firstOrder: IsoDate): RevenueWindow {
  const from = addMonths(to, -2 * months);
  const isWhole = firstOrder <= lastStart({ from, to: addMonths(from, 1) });
  return { from, middle: addMonths(to, -months), to, months, isWhole };
}

function covered({ from, middle }: RevenueWindow, firstOrder: IsoDate): boolean {
  return firstOrder <= lastStart({ from, to: middle });
}

/** The windows over the orders there are; without an as-of date up to the last of them. */
export async function readWindows(
  rows: (query: Sql) => Promise<Row[]>,
  { as_of, cohorts: { unit } }: { readonly as_of: IsoDate | null; readonly cohorts: Cohorts },
): Promise<RevenueWindow[]> {
  const [days] = await rows(sql`select min(ordered_on) as first_on, max(ordered_on) as last_on from order_totals`);
  const [first, last] = [days?.['first_on'] ?? null, as_of ?? days?.['last_on'] ?? null];
  return first === null || last === null ? [] : revenueWindows(unit, String(first), String(last));
}
