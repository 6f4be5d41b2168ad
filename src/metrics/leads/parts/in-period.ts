import { type Sql, sql } from '../../../engine/sql.ts';
import type { Period } from '../../../lib/dates.ts';

/** Holds for what happened during the half-open period; for everything where none is asked for. */
export function inPeriod(instant: Sql, period: Period | null): Sql {
  return period === null ? sql`true` : sql`(${instant} >= ${period.from}::timestamp and ${instant} < ${period.to}::timestamp)`;
}
