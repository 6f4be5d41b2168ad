import { type Sql, sql } from '../../../engine/sql.ts';
import type { IsoDate, Period } from '../../../lib/dates.ts';
import { holdingRecords } from './holding-records.ts';
import { inPeriod } from './in-period.ts';
import { takenSpells } from './taken-spells.ts';

/**
 * Each time that a rep got a lead in the period: when (`taken_at`), whether nobody had it before (`is_first`), and what became of it while the rep had
 * it, by the days since then (`outcome`, `age_days` and `timed_as` as in lead_course). A lead of which no rep is known to have taken it counts
 * for its owner, from the day it came in. `lead_age_days` are the days since it came in when the rep took it; null where either is not known. Not
 * the times that one was handed out after it had converted. None where the files have forgotten who had the leads of the pool (`holdingRecords`).
 * A query to read from.
 */
export function takenLeads(asOf: IsoDate | null, period: Period | null): Sql {
  return sql`
    select
      spells.lead_id, spells.rep, from_at as taken_at, spell_order = 1 as is_first, spells.outcome,
      case
        when ended_at < from_at then null
        when spells.outcome = 'converted' and ended_at is null then null
        else coalesce(cast(ended_at as date), ${asOf}::date) - cast(from_at as date)
      end as age_days,
      case when spells.outcome = 'lost' and ended_at is null then 'open' else spells.outcome end as timed_as,
      case when from_at >= spells.created_at then cast(from_at as date) - cast(spells.created_at as date) end as lead_age_days
    from (${takenSpells(period)}) as spells
    where spells.outcome is not null
    union all
    select
      course.lead_id, course.owner as rep, course.created_at as taken_at, coalesce(course.comebacks, 0) = 0 as is_first, course.outcome,
      course.age_days, course.timed_as, null::bigint as lead_age_days
    from lead_course as course
    left join (select lead_id, count(*) as spells from lead_spells where rep is not null group by lead_id) as named
      on named.lead_id = course.lead_id
    cross join (select forgotten from (${holdingRecords}) as records) as records
    where records.forgotten = 0 and named.lead_id is null and course.owner is not null and ${inPeriod(sql`course.created_at`, period)}`;
}
