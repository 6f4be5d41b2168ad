import { addDays, daysBetween } from '../../src/lib/dates.ts';
import type { IsoDate } from '../../src/lib/dates.ts';

/** The history of the made-up company, both days included. */
export const firstDate: IsoDate = '2024-05-01';
export const lastDate: IsoDate = '2026-10-31';

/** Days are counted from `firstDate` (day 0), moments in minutes from its midnight; both may be negative. */
export const lastDay = daysBetween(firstDate, lastDate);

const dates: readonly IsoDate[] = Array.from({ length: lastDay + 1 }, (_, day) => addDays(firstDate, day));

export function dateOf(day: number): IsoDate {
  return dates[day] ?? addDays(firstDate, day);
}

export function dayOf(date: IsoDate): number {
  return daysBetween(firstDate, date);
}

export function dayOfMinute(minute: number): number {
  return Math.floor(minute / 1440);
}

/** `2026-03-05 14:20:37`; the seconds are made from the minute. */
export function instantOf(minute: number): string {
  const ofDay = minute - dayOfMinute(minute) * 1440;
  const seconds = (((minute * 37) % 60) + 60) % 60;
  return `${dateOf(dayOfMinute(minute))} ${twoDigits(Math.floor(ofDay / 60))}:${twoDigits(ofDay % 60)}:${twoDigits(seconds)}`;
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** 1 to 12. */
export function monthOf(day: number): number {
  return Number(dateOf(day).slice(5, 7));
}

/** The day itself, or the Monday after it. `firstDate` is a Wednesday. */
export function workday(day: number): number {
  const weekday = (((day + 2) % 7) + 7) % 7;
  return weekday < 5 ? day : day + 7 - weekday;
}

/** The moment itself where it is between 9:00 and 18:00 of a working day, else a moment within the next working day. */
export function workingMinute(minute: number): number {
  const day = dayOfMinute(minute);
  const ofDay = minute - day * 1440;
  if (workday(day) === day && ofDay >= 540 && ofDay < 1080) return minute;
  const target = workday(ofDay >= 1080 ? day + 1 : day);
  return target * 1440 + 540 + (ofDay % 540);
}

/** A copy in order of time, those of one time in order of their ids (by code units), otherwise as they were. */
export function inOrder<T>(items: readonly T[], time: (item: T) => number, id: (item: T) => string): T[] {
  return items.toSorted((left, right) => time(left) - time(right) || (id(left) < id(right) ? -1 : id(left) > id(right) ? 1 : 0));
}
