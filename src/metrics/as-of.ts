import { type Sql, sql, trusted } from '../engine/sql.ts';
import { addDays, type IsoDate } from '../lib/dates.ts';

/** Holds for order lines up to and with the day, and for those without a date. */
export function linesUpTo(asOf: IsoDate | null): Sql {
  return asOf === null ? sql`true` : sql`(ordered_at is null or ordered_at < ${addDays(asOf, 1)}::timestamp)`;
}

/** Days from a date column to the day; null where either is missing. */
export function daysSince(column: string, asOf: IsoDate | null): Sql {
  return sql`(${asOf}::date - ${trusted(column)})`;
}

/** Days in a year, as far as rates a year are concerned. */
export const yearDays = 365;

/** Orders a year: over the days since the first order, at least a year of them, so that a new customer is not extrapolated. */
export function ordersPerYear(orders: string, tenureDays: string): Sql {
  const [count, days] = [trusted(orders), trusted(tenureDays)];
  return sql`case when ${days} is not null then (${count} * ${yearDays})::double precision / greatest(${days}, ${yearDays}) end`;
}
