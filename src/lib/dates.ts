/** A calendar date, `2026-10-31`. Dates are text everywhere; days are counted in UTC so that no time zone can shift them. */
export type IsoDate = string;

/** Half-open: from ≤ date < to. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const dayMs = 86_400_000;

/** True for a real calendar date written yyyy-mm-dd. */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [, year, month, day] = match.map(Number);
  return month! >= 1 && month! <= 12 && day! >= 1 && day! <= daysInMonth(year!, month!);
}

/** True for a date that files are read with and a run can look at: 1970 to 2099. */
export function isPlausibleDate(text: string): boolean {
  return isIsoDate(text) && text >= '1970-01-01' && text <= '2099-12-31';
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function epochDay(date: IsoDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs);
}

function fromEpochDay(day: number): IsoDate {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return fromEpochDay(epochDay(date) + days);
}

/** Adds calendar months; a day that the target month lacks becomes its last one (31 January + 1 month = 28 or 29 February). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = date.split('-').map(Number);
  const index = year! * 12 + (month! - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = (index % 12) + 1;
  const targetDay = Math.min(day!, daysInMonth(targetYear, targetMonth));
  return [String(targetYear).padStart(4, '0'), String(targetMonth).padStart(2, '0'), String(targetDay).padStart(2, '0')].join('-');
}

/** Days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return epochDay(to) - epochDay(from);
}
