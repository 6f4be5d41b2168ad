import { addDays, addMonths, daysBetween, type IsoDate, type Period } from '../lib/dates.ts';

/** A period and the two it is compared with; all half-open. */
export interface ComparisonWindows {
  readonly current: Period;
  readonly previous: Period;
  readonly yearAgo: Period;
}

/** Two periods that are compared; half-open. */
export interface ComparedPeriods {
  readonly before: Period;
  readonly after: Period;
}

/** The twelve months that end with the day itself. */
export function lastTwelveMonths(asOf: IsoDate): Period {
  const to = addDays(asOf, 1);
  return { from: addMonths(to, -12), to };
}

/**
 * The window of the same length right before the period, and the same window one calendar year earlier. A period of whole
 * calendar months (counted from its first day) is compared with as many months, any other with as many days. A period that
 * the date `asOf` falls into is compared to date: both other windows stop after as many days as have passed.
 */
export function comparisonWindows(period: Period, asOf: IsoDate | null): ComparisonWindows {
  const current = { from: period.from, to: elapsedEnd(period, asOf) };
  const months = wholeMonths(period);
  const previousFrom = months === null ? addDays(period.from, -daysBetween(period.from, period.to)) : addMonths(period.from, -months);
  const cut = current.to !== period.to;
  const previousTo = cut ? earlier(period.from, addDays(previousFrom, daysBetween(current.from, current.to))) : period.from;
  return {
    current,
    previous: { from: previousFrom, to: previousTo },
    yearAgo: { from: addMonths(current.from, -12), to: endYearEarlier(current.to) },
  };
}

/** A year of months, and the one that the last is held against. */
export const courseMonths = 13;

/** The day, and the last days of so many months in all up to that of the day, the latest first. */
export function monthEnds(asOf: IsoDate, months: number = courseMonths): IsoDate[] {
  const first = `${asOf.slice(0, 8)}01`;
  return Array.from({ length: months }, (_, index) => (index === 0 ? asOf : addDays(addMonths(first, 1 - index), -1)));
}

/** Windows of whole months that end with this one, each a month before the one after it, the latest first; of any other window none. */
export function monthlySteps({ from, to }: Period): Period[] {
  if (!from.endsWith('-01') || !to.endsWith('-01')) return [];
  return Array.from({ length: courseMonths }, (_, index) => ({ from: addMonths(from, -index), to: addMonths(to, -index) }));
}

/** The last calendar months that are over on the day: its own is on the last day of it. */
export function lastFullMonths(months: number, asOf: IsoDate): Period {
  const to = `${addDays(asOf, 1).slice(0, 8)}01`;
  return { from: addMonths(to, -months), to };
}

/**
 * A period and what it is compared with: the window right before, the same one a year earlier (see `comparisonWindows`), or any other. One
 * that `asOf` falls into is compared to date, so the other one stops after as many days, too.
 */
export function comparedPeriods(period: Period, against: 'previous' | 'year-ago' | Period, asOf: IsoDate | null): ComparedPeriods {
  const { current, previous, yearAgo } = comparisonWindows(period, asOf);
  if (against === 'previous') return { before: previous, after: current };
  if (against === 'year-ago') return { before: yearAgo, after: current };
  const cut = current.to !== period.to;
  const end = cut ? earlier(against.to, addDays(against.from, daysBetween(current.from, current.to))) : against.to;
  return { before: { from: against.from, to: end }, after: current };
}

function elapsedEnd(period: Period, asOf: IsoDate | null): IsoDate {
  if (asOf === null || asOf < period.from) return period.to;
  return earlier(period.to, addDays(asOf, 1));
}

function earlier(left: IsoDate, right: IsoDate): IsoDate {
  return left < right ? left : right;
}

/** How many calendar months after `from` the period ends, or null where it does not end on such a day. */
function wholeMonths(period: Period): number | null {
  const [fromYear, fromMonth] = period.from.split('-').map(Number);
  const [toYear, toMonth] = period.to.split('-').map(Number);
  const months = (toYear! - fromYear!) * 12 + (toMonth! - fromMonth!);
  return months >= 1 && addMonths(period.from, months) === period.to ? months : null;
}

/** An end is exclusive: a window up to and with 28 February ended before 29 February, and ends before 1 March in other years. */
function endYearEarlier(to: IsoDate): IsoDate {
  return to.endsWith('-02-29') ? addDays(addMonths(to, -12), 1) : addMonths(to, -12);
}

/** The last day on which what covers a window may begin, its first tenth: a company need not sell on its very first day. */
export function lastStart({ from, to }: Period): IsoDate {
  return addDays(from, Math.floor(daysBetween(from, to) / 10));
}
