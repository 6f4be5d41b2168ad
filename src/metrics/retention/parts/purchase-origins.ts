import { join, type Sql, sql } from '../../../engine/sql.ts';
import { addDays, type IsoDate } from '../../../lib/dates.ts';
import type { Retention } from '../../parameters.ts';

/** The days from which the future is looked at: those asked for, else the as-of date, and the further ones; ascending, none twice. */
export function originsOf({ origins, further }: Retention, asOf: IsoDate | null): IsoDate[] {
  const days = origins.length > 0 ? origins : asOf === null ? [] : [asOf];
  return [...new Set([...days, ...further])].toSorted();
}

/** Those whose horizon has passed by the as-of date: what came after them is known. */
export function pastOrigins(retention: Retention, asOf: IsoDate | null): IsoDate[] {
  return originsOf(retention, asOf).filter((origin) => asOf !== null && addDays(origin, retention.horizon_days) <= asOf);
}

/** One row a day, as a table with the column `origin`; without a day, a table without a row. */
export function originTable(days: readonly IsoDate[]): Sql {
  if (days.length === 0) return sql`select cast(null as date) as origin where false`;
  return join(
    days.map((day) => sql`select ${day}::date as origin`),
    ' union all ',
  );
}
