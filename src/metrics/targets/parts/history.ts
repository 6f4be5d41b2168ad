import { sql } from '../../../engine/sql.ts';
import { onceARun } from '../../../forecast/once-a-run.ts';
import { sumOf } from '../../../forecast/targets/season.ts';
import { addDays, addMonths, type IsoDate } from '../../../lib/dates.ts';

/** What was sold in the full months that the orders cover. */
export interface SalesHistory {
  /** First days of the months, in order. */
  readonly months: readonly IsoDate[];
  /** The day after the last of them. */
  readonly to: IsoDate;
  /** Value of each month; of one who never sold, zeros. */
  readonly of: (level: string, owner: string) => readonly number[];
  readonly owners: (level: string) => readonly string[];
}

/** Where the first sale lies later in its month, that month is not a full one. */
const firstDays = 7;

/** Null where the orders cover no full month, or none of them says what is split. */
export const readHistory = onceARun(
  (asOf: IsoDate) => asOf,
  async (read, asOf): Promise<SalesHistory | null> => {
    const rows = await read(sql`select level, owner, month, value from sales_months where value is not null order by level, owner, month`);
    const [row] = await read(sql`select min(day) as first_day from sales_days`);
    const firstDay = (row?.['first_day'] ?? null) as IsoDate | null;
    if (firstDay === null || rows.length === 0) return null;
    const to = monthOf(addDays(asOf, 1));
    const start = monthOf(firstDay);
    const months = monthsBetween(Number(firstDay.slice(8)) <= firstDays ? start : addMonths(start, 1), to);
    if (months.length === 0) return null;
    const values = new Map<string, Map<string, Map<string, number>>>();
    for (const { level, owner, month, value } of rows) {
      const owners = values.get(String(level)) ?? new Map<string, Map<string, number>>();
      values.set(String(level), owners);
      const own = owners.get(String(owner)) ?? new Map<string, number>();
      owners.set(String(owner), own.set(String(month), Number(value)));
    }
    return {
      months,
      to,
      of: (level, owner) => months.map((month) => values.get(level)?.get(owner)?.get(month) ?? 0),
      owners: (level) => [...(values.get(level)?.keys() ?? [])],
    };
  },
);

export const monthsOfYear = 12;

/** Sum of the last twelve full months, or of as many as there are. */
export function lastYearOf(values: readonly number[]): number {
  return sumOf(values.slice(-monthsOfYear));
}

/** Sum of the twelve months before those; null where the history does not reach back so far. */
export function yearBefore(values: readonly number[]): number | null {
  return values.length < 2 * monthsOfYear ? null : sumOf(values.slice(-2 * monthsOfYear, -monthsOfYear));
}

/** What the same month of the year brought when it was last over; null where the history does not have it. */
export function lastOf(month: IsoDate, { months }: SalesHistory, values: readonly number[]): number | null {
  const index = months.findLastIndex((each) => each.slice(5) === month.slice(5));
  return index === -1 || index < months.length - monthsOfYear ? null : values[index]!;
}

/** Place of a month in the shares of a season, which begin twelve months before the end of the history. */
export function placeInSeason(month: IsoDate, { to }: SalesHistory): number {
  const [first, own] = [to, month].map((day) => Number(day.slice(5, 7)));
  return (own! - first! + monthsOfYear) % monthsOfYear;
}

export function monthOf(day: IsoDate): IsoDate {
  return `${day.slice(0, 8)}01`;
}

/** First days of the months from one to before another. */
export function monthsBetween(from: IsoDate, to: IsoDate): IsoDate[] {
  const months: IsoDate[] = [];
  for (let month = from; month < to; month = addMonths(month, 1)) months.push(month);
  return months;
}
