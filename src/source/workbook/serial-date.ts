const dayMs = 86_400_000;
/** The first day after 9999-12-31, from 1970-01-01. */
const lastDay = 2_932_897;
/** Days from 1900's day 0 (1899-12-31, as counted from March 1900 on: 1899-12-30) and 1904's to 1970-01-01. */
const epoch1900 = 25_569;
const epoch1904 = 24_107;

/** A day that no calendar has: 1900-02-29, which Excel counts, or the day 0 of its calendar. */
export interface ImpossibleDate {
  readonly impossible: string;
}

/**
 * A serial date as `2026-10-31`, or `2026-10-31 09:00:00` where it is not midnight; below one day in the 1900 system it is a
 * time alone. Null where the number is no date (negative, after 9999). Rounded to the millisecond, and to the second within 1 ms
 * of it: a double near today resolves a microsecond, so 11:30 never becomes 11:29:59.
 */
export function dateText(serial: number, date1904: boolean): string | ImpossibleDate | null {
  if (!(serial >= 0) || serial >= lastDay + (date1904 ? epoch1904 : epoch1900)) return null;
  const ms = roundTime(serial);
  let day = Math.floor(ms / dayMs);
  const time = timeText(ms - day * dayMs);
  if (date1904) {
    day -= epoch1904;
  } else {
    if (day === 0) return time === '00:00:00' ? { impossible: '1900-01-00' } : time;
    if (day === 60) return { impossible: '1900-02-29' };
    day -= day < 60 ? epoch1900 - 1 : epoch1900;
  }
  const date = dayText(day);
  return time === '00:00:00' ? date : `${date} ${time}`;
}

/** The last day asked for: the rows of an export follow each other in time, and many share one. */
let lastAsked = { day: 0, text: '1970-01-01' };

function dayText(day: number): string {
  if (day !== lastAsked.day) lastAsked = { day, text: new Date(day * dayMs).toISOString().slice(0, 10) };
  return lastAsked.text;
}

/** Hours may exceed 24 and the whole may be negative: `36:00:00`. */
export function durationText(days: number): string {
  const ms = roundTime(Math.abs(days));
  return `${days < 0 && ms > 0 ? '-' : ''}${timeText(ms)}`;
}

function roundTime(days: number): number {
  const ms = Math.round(days * dayMs);
  const second = Math.round(ms / 1000) * 1000;
  return Math.abs(ms - second) <= 1 ? second : ms;
}

function timeText(ms: number): string {
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  const seconds = Math.floor(ms / 1000);
  const rest = ms - seconds * 1000;
  const text = `${pad(Math.floor(seconds / 3600), 2)}:${pad(Math.floor(seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)}`;
  return rest === 0 ? text : `${text}.${pad(rest, 3)}`;
}
