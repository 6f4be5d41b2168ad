import { type Sql, sql, trusted } from '../../../engine/sql.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import { both } from '../../columns.ts';
import type { PoolRecords } from '../../parameters.ts';
import { poolActivities } from './pool-records.ts';
import { sameDayWithoutTime } from './working-time.ts';

/**
 * Whether the files record contacts at all, in a row of two counts: `logged` those of the log and of activities, `noted` leads of which the
 * lead file says something. Where both are 0, a lead without a contact has one that nobody wrote down, or none: nobody knows. Reads lead_log
 * and lead_file.
 */
export function contactRecords(records: PoolRecords, day: IsoDate | null): Sql {
  return sql`
    select cast(sum(logged) as bigint) as logged, cast(sum(noted) as bigint) as noted
    from (
      select count(*) as logged, 0 as noted from lead_log where contacts > 0
      union all
      select count(*) as logged, 0 as noted from (${poolActivities(records, day)}) as worked
      union all
      select 0 as logged, count(*) as noted
      from lead_file
      where contacts is not null or first_contact_at is not null or last_contact_at is not null
    ) as sources`;
}

/** Holds for a lead of lead_course that was not contacted after this instant; not where nobody knows. */
export function isUncontactedSince(instant: string): Sql {
  return sql`(
    (last_contact_at is null and contacts = 0)
    or (last_contact_at < ${trusted(instant)} and not ${sameDayWithoutTime('last_contact_at', instant)})
  )`;
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
