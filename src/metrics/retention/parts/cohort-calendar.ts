import { type Sql, sql, trusted } from '../../../engine/sql.ts';
import { addDays, type IsoDate } from '../../../lib/dates.ts';
import type { CohortUnit } from '../../choices.ts';

const periodsPerYear: Readonly<Record<CohortUnit, number>> = { month: 12, quarter: 4, year: 1 };

/** Numbers the calendar periods without a gap, so that an age is a difference of two of them. */
export function periodNumber(unit: CohortUnit, date: IsoDate): number {
  const [year, month] = date.split('-').map(Number);
  return year! * periodsPerYear[unit] + Math.floor(((month! - 1) * periodsPerYear[unit]) / 12);
}

/** The same number in SQL, of a column of dates. */
export function periodNumberOf(unit: CohortUnit, column: string): Sql {
  const date = trusted(column);
  const year = sql`cast(extract(year from ${date}) as bigint)`;
  if (unit === 'year') return year;
  if (unit === 'quarter') return sql`(${year} * 4 + cast(extract(quarter from ${date}) as bigint) - 1)`;
  return sql`(${year} * 12 + cast(extract(month from ${date}) as bigint) - 1)`;
}

/** First day of the period. */
export function periodStart(unit: CohortUnit, number: number): IsoDate {
  const year = Math.floor(number / periodsPerYear[unit]);
  const month = ((number - year * periodsPerYear[unit]) * 12) / periodsPerYear[unit] + 1;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}

/** `2026-03`, `2026-Q1` or `2026`. */
export function periodLabel(unit: CohortUnit, number: number): string {
  const start = periodStart(unit, number);
  if (unit === 'year') return start.slice(0, 4);
  return unit === 'month' ? start.slice(0, 7) : `${start.slice(0, 4)}-Q${(number % 4) + 1}`;
}

/** Number of the last period that is over at the end of the day. */
export function lastCompletePeriod(unit: CohortUnit, asOf: IsoDate): number {
  return periodNumber(unit, addDays(asOf, 1)) - 1;
}
