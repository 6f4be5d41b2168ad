import { addDays, type IsoDate } from './dates.ts';

export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

export type Weekday = (typeof weekdays)[number];

/** When people work, in local time: there is no time zone in it, and no clock is put forward or back. */
export interface WorkingCalendar {
  /** `09:00-18:00`, or several in their order. Every working day has the same. */
  readonly hours: string | readonly string[];
  readonly weekend: readonly Weekday[];
  readonly holidays: 'cn' | 'none' | readonly IsoDate[];
  /** Worked whatever the weekend and the holidays say. */
  readonly workdays: readonly IsoDate[];
}

/** Days of public holidays, and days at weekends that are worked in their place. */
export interface PublicHolidays {
  readonly off: ReadonlySet<IsoDate>;
  readonly worked: ReadonlySet<IsoDate>;
}

/** Minutes from midnight, 0 ≤ from < to ≤ 1,440. */
export interface Shift {
  readonly from: number;
  readonly to: number;
}

/** A shift written `09:00-18:00`; null for any other text, and for one that does not end after it starts. */
export function shiftOf(text: string): Shift | null {
  const match = /^(\d{2}):([0-5]\d)-(\d{2}):([0-5]\d)$/.exec(text);
  if (match === null) return null;
  const [fromHour, fromMinute, toHour, toMinute] = match.slice(1).map(Number);
  const [from, to] = [fromHour! * 60 + fromMinute!, toHour! * 60 + toMinute!];
  return from < to && to <= 1440 ? { from, to } : null;
}

/** The shifts of a working day; what is no shift is left out. */
export function shiftsOf({ hours }: Pick<WorkingCalendar, 'hours'>): Shift[] {
  return [hours].flat().flatMap((text) => shiftOf(text) ?? []);
}

/** Minutes of a working day. */
export function minutesOfWorkday(calendar: Pick<WorkingCalendar, 'hours'>): number {
  return shiftsOf(calendar).reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Named working days come before holidays, holidays and the days worked for them before weekends. */
export function isWorkingDay({ weekend, holidays, workdays }: WorkingCalendar, publicHolidays: PublicHolidays, day: IsoDate): boolean {
  if (workdays.includes(day)) return true;
  if (Array.isArray(holidays) && holidays.includes(day)) return false;
  if (holidays === 'cn' && publicHolidays.off.has(day)) return false;
  if (holidays === 'cn' && publicHolidays.worked.has(day)) return true;
  return !weekend.includes(weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]!);
}

/** The day by which so many working days have passed after a day; calendar days where the calendar has none for a year. */
export function workingDayAfter(calendar: WorkingCalendar, publicHolidays: PublicHolidays, day: IsoDate, days: number): IsoDate {
  let left = days;
  for (let ahead = 1; ahead <= days + 366; ahead += 1) {
    const next = addDays(day, ahead);
    if (isWorkingDay(calendar, publicHolidays, next)) left -= 1;
    if (left <= 0) return next;
  }
  return addDays(day, days);
}

export interface WorkingDay {
  readonly day: IsoDate;
  readonly working_minutes: number;
  /** Of all earlier days. */
  readonly minutes_before: number;
}

/** Every day of the span, both ends included; none where it ends before it begins. */
export function workingDays(calendar: WorkingCalendar, publicHolidays: PublicHolidays, from: IsoDate, to: IsoDate): WorkingDay[] {
  const days: WorkingDay[] = [];
  const minutes = minutesOfWorkday(calendar);
  let before = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const working = isWorkingDay(calendar, publicHolidays, day) ? minutes : 0;
    days.push({ day, working_minutes: working, minutes_before: before });
    before += working;
  }
  return days;
}
