import { type Sql, sql } from '../../../engine/sql.ts';
import { addDays, type IsoDate } from '../../../lib/dates.ts';
import { minutesOfWorkday } from '../../../lib/working-calendar.ts';
import { both, column } from '../../columns.ts';
import type { Pool } from '../../parameters.ts';
import { speedBandColumn } from './speed-bands.ts';
import { secondOfDay, workedSeconds } from './working-time.ts';

const hours = { unit: 'hours' };
const notContacted = { ...hours, empty: both('No contact is on record.', '没有跟进记录。') };

/** The columns of a wait for the first contact that `waitingTimes` yields. */
export const waitingColumns = {
  working_hours: column.number(
    both('Working hours', '工作小时'),
    both(
      'Working hours (pool.calendar) from then to the first contact; nights and days off do not count.',
      '从起点到首次跟进的工作小时（pool.calendar），夜间与休息日不计。',
    ),
    notContacted,
  ),
  calendar_hours: column.number(
    both('Hours by the clock', '自然小时'),
    both('All hours from then to the first contact.', '从起点到首次跟进的全部小时。'),
    notContacted,
  ),
  waiting_hours: column.number(
    both('Waiting', '已等待'),
    both(
      'Working hours without a contact: of an open lead to the end of the as-of date, of one that the rep lost to that moment.',
      '没有跟进的工作小时：未决线索算到统计日期结束，销售失去的线索算到失去时。',
    ),
    { ...hours, empty: both('It was contacted, or is closed.', '已跟进或已结束。') },
  ),
  in_time: column.flag(
    both('In time', '是否及时'),
    both(
      'Whether it was contacted within pool.service_hours; a lead that waited longer than that was not.',
      '是否在 pool.service_hours 内跟进；等待已超过时限的为否。',
    ),
    { empty: speedBandColumn.empty },
  ),
  speed_band: column.text(speedBandColumn.title, speedBandColumn.meaning, { empty: speedBandColumn.empty }),
};

/** The end of the as-of date. */
export function endOf(day: IsoDate | null): Sql {
  return sql`${day === null ? null : addDays(day, 1)}::timestamp`;
}

/**
 * How long each of these waits was: all columns of `waits` and those of `waitingColumns`. A wait has `started_at`, `answer`, and `until_at`: the
 * first contact, or where there is none when the wait ended or was last looked at; null where nobody knows. Reads working_days. Common table
 * expressions, the last one `measured`, and what to select from it.
 */
export function waitingTimes(waits: Sql, { calendar, service_hours }: Pool): { readonly tables: Sql; readonly columns: Sql } {
  const limit = sql`${service_hours * 3600}::double precision`;
  const workday = minutesOfWorkday(calendar) * 60;
  const late = sql`seconds > ${limit}`;
  return {
    tables: sql`
    days as (select day, working_minutes, minutes_before from working_days),
    waits as (${waits}),
    spans as (
      select waits.*, until_at is not null as is_known, greatest(started_at, until_at) as ends_at
      from waits
      where started_at is not null
    ),
    placed as (select spans.*, cast(started_at as date) as first_day, cast(ends_at as date) as last_day from spans),
    measured as (
      select
        placed.*,
        ${workedSeconds(calendar, 'closing', 'ends_at')} - ${workedSeconds(calendar, 'opening', 'started_at')} as seconds,
        cast(last_day - first_day as bigint) * 86400 + ${secondOfDay('ends_at')} - ${secondOfDay('started_at')} as clock_seconds
      from placed
      inner join days as opening on opening.day = placed.first_day
      inner join days as closing on closing.day = placed.last_day
    )`,
    columns: sql`
      case when answer = 'contacted' then seconds::double precision / 3600 end as working_hours,
      case when answer = 'contacted' then clock_seconds::double precision / 3600 end as calendar_hours,
      case when answer in ('waiting', 'missed') then seconds::double precision / 3600 end as waiting_hours,
      case when answer = 'contacted' then not (${late}) when is_known and ${late} then false end as in_time,
      case
        when answer <> 'contacted' then case when is_known and ${late} then 'never' end
        when not (${late}) then 'in_time'
        when seconds <= ${workday} then 'one_day'
        when seconds <= ${workday * 3} then 'three_days'
        else 'later'
      end as speed_band`,
  };
}
