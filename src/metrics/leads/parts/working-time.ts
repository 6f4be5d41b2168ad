import { join, type Sql, sql, trusted } from '../../../engine/sql.ts';
import { shiftsOf, type WorkingCalendar } from '../../../lib/working-calendar.ts';

/** Whole seconds since midnight. */
export function secondOfDay(instant: string): Sql {
  const at = trusted(instant);
  return sql`(cast(extract(hour from ${at}) as bigint) * 3600 + cast(extract(minute from ${at}) as bigint) * 60 + cast(floor(extract(second from ${at})) as bigint))`;
}

/**
 * Seconds worked from the first day of `working_days` to an instant, `day` being the row of its day: that of two instants is apart by the
 * working time between them, 0 where both are in one night. What begins off hours begins at the next opening.
 */
export function workedSeconds(calendar: Pick<WorkingCalendar, 'hours'>, day: string, instant: string): Sql {
  const second = secondOfDay(instant);
  const parts = shiftsOf(calendar).map(
    ({ from, to }) => sql`greatest(least(${second}, ${trusted(String(to * 60))}) - ${trusted(String(from * 60))}, 0)`,
  );
  const row = trusted(day);
  return sql`(${row}.minutes_before * 60 + case when ${row}.working_minutes > 0 then ${join(parts, ' + ')} else 0 end)`;
}

/** The same of a midnight. */
export function workedBefore(day: string): Sql {
  return sql`(${trusted(day)}.minutes_before * 60)`;
}

/** Holds for an instant later than another; of a day without a time, on a later day. */
export function isAfter(instant: string, other: string): Sql {
  return sql`(${trusted(instant)} > ${trusted(other)} and not ${sameDayWithoutTime(other, instant)})`;
}

/** An instant that is only a date, on that of another: nobody knows which came first. */
export function sameDayWithoutTime(instant: string, other: string): Sql {
  return sql`(${trusted(instant)} = cast(cast(${trusted(other)} as date) as timestamp))`;
}
