import { addDays, addMonths, daysBetween, type IsoDate, type Period } from '../../lib/dates.ts';
import { isWorkingDay, type PublicHolidays, type WorkingCalendar } from '../../lib/working-calendar.ts';

/** When people work: the calendar, and the public holidays that it may name. */
export interface WorkingTime {
  readonly calendar: WorkingCalendar;
  readonly holidays: PublicHolidays;
}

/** A stretch of time of which only the days up to and with `cut` are looked at. */
export interface Window extends Period {
  /** The last day that has passed; the day before `from` where none has. */
  readonly cut: IsoDate;
  /** Share of its working days that have passed by then, 0 to 1; of all days where none of them is worked. */
  readonly share: number;
}

/** Working days of a stretch of time. */
export function workingDaysOf({ from, to }: Period, { calendar, holidays }: WorkingTime): number {
  let count = 0;
  for (let day = from; day < to; day = addDays(day, 1)) if (isWorkingDay(calendar, holidays, day)) count += 1;
  return count;
}

/** Share of the working days of a period that have passed on a day, that day included. */
export function shareBy(period: Period, day: IsoDate, time: WorkingTime): number {
  if (day < period.from) return 0;
  if (addDays(day, 1) >= period.to) return 1;
  const all = workingDaysOf(period, time);
  const passed = { from: period.from, to: addDays(day, 1) };
  if (all === 0) return daysBetween(passed.from, passed.to) / daysBetween(period.from, period.to);
  return workingDaysOf(passed, time) / all;
}

/** The last day by which at most this share of the working days of a period has passed. */
export function cutAt(period: Period, share: number, time: WorkingTime): IsoDate {
  const all = workingDaysOf(period, time);
  const most = Math.round(share * all);
  let passed = 0;
  let cut = addDays(period.from, -1);
  for (let day = period.from; day < period.to; day = addDays(day, 1)) {
    passed += isWorkingDay(time.calendar, time.holidays, day) ? 1 : 0;
    if (passed > most) break;
    cut = day;
  }
  return all === 0 ? addDays(period.from, Math.round(share * daysBetween(period.from, period.to)) - 1) : cut;
}

/** So many earlier windows are looked at, at most. */
const mostWindows = 60;

/**
 * Windows of the same length before a period, oldest first, each cut where as large a share of its working days has passed. They follow one
 * another month by month where the period is made of whole months (so those of a quarter overlap), else length by length. The first
 * begins on or after `first`.
 */
export function windowsBefore(period: Period, share: number, first: IsoDate, time: WorkingTime): Window[] {
  const months = wholeMonths(period);
  const length = daysBetween(period.from, period.to);
  const windows: Window[] = [];
  for (let step = 1; step <= mostWindows; step += 1) {
    const from = months === null ? addDays(period.from, -step * length) : addMonths(period.from, -step);
    const to = months === null ? addDays(from, length) : addMonths(from, months);
    if (from < first) break;
    const cut = cutAt({ from, to }, share, time);
    windows.push({ from, to, cut, share: shareBy({ from, to }, cut, time) });
  }
  return windows.toReversed();
}

/** How many months lie between a window of `windowsBefore` and that of the year before; null where no step of theirs is a month. */
export function monthsOfYear(period: Period): number | null {
  return wholeMonths(period) === null ? null : 12;
}

/** How many calendar months from the first of one to the first of another; null for anything else. */
function wholeMonths({ from, to }: Period): number | null {
  if (!from.endsWith('-01') || !to.endsWith('-01')) return null;
  const [fromYear, fromMonth] = from.split('-').map(Number);
  const [toYear, toMonth] = to.split('-').map(Number);
  return (toYear! - fromYear!) * 12 + toMonth! - fromMonth!;
}
