import { type Sql, sql, trusted } from '../../../engine/sql.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import { both } from '../../columns.ts';
import type { PoolRecords } from '../../parameters.ts';
import { poolActivities } from './pool-records.ts';
import { sameDayWithoutTime } from './working-time.ts';

/**
 * Whether the files record contacts at all, and since when, in a row: `logged` contacts of the log and of activities, `first_day` the first day of
 * those, `noted` leads of which the lead file says something. Where both counts are 0, a lead without a contact has one that nobody wrote down, or
 * none: nobody knows. Reads lead_log and lead_file.
 */
export function contactRecords(records: PoolRecords, day: IsoDate | null): Sql {
  const none = sql`cast(null as timestamp)`;
  return sql`
    select cast(sum(logged) as bigint) as logged, cast(min(first_at) as date) as first_day, cast(sum(noted) as bigint) as noted
    from (
      select count(*) as logged, min(first_contact_at) as first_at, 0 as noted from lead_log where contacts > 0
      union all
      select count(*) as logged, min("at") as first_at, 0 as noted from (${poolActivities(records, day)}) as worked
      union all
      select 0 as logged, ${none} as first_at, count(*) as noted
      from lead_file
      where contacts is not null or first_contact_at is not null or last_contact_at is not null
    ) as sources`;
}

/** A lead may wait so many days for the first of all contacts on record. */
const daysBeforeRecords = 30;

/** Holds for what began so long before the first contact on record (`since`, a day) that earlier contacts are missing. */
export function isBeforeRecords(instant: string, since: string): Sql {
  return sql`coalesce(cast(${trusted(instant)} as date) < ${trusted(since)} - ${daysBeforeRecords}::integer, false)`;
}

/** Holds for a lead of lead_course that was not contacted after this instant; not where nobody knows. */
export function isUncontactedSince(instant: string): Sql {
  return sql`(
    (last_contact_at is null and (contacts = 0 or ${isRecordedSince(instant)}))
    or (last_contact_at < ${trusted(instant)} and not ${sameDayWithoutTime('last_contact_at', instant)})
  )`;
}

/** Holds for a lead of lead_course of which nobody knows whether it was contacted after this instant. */
export function isUnknownSince(instant: string): Sql {
  return sql`(last_contact_at is null and contacts is null and not ${isRecordedSince(instant)})`;
}

function isRecordedSince(instant: string): Sql {
  return sql`(${trusted(instant)} is not null and contacts_since is not null and not ${isBeforeRecords(instant, 'contacts_since')})`;
}

/** Why a count of contacted leads is missing. */
export const contactsUnknown = both(
  'Of more than one in twenty of them nobody knows whether there was a contact.',
  '超过二十分之一的线索无法得知是否有跟进。',
);

/** Up to one in so many may lack what is counted by: a figure of the others alone would be none of all. */
const mostUnknown = 20;

/** The figure, where what is unknown is at most one in twenty of all: both are counts. */
export function unlessUnknown(unknown: Sql, all: Sql, figure: Sql): Sql {
  return sql`case when ${unknown} * ${mostUnknown} <= ${all} then ${figure} end`;
}
