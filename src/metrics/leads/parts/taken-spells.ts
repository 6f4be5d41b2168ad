import { type Sql, sql } from '../../../engine/sql.ts';
import type { Period } from '../../../lib/dates.ts';
import { holdingRecords } from './holding-records.ts';
import { inPeriod } from './in-period.ts';
import { isAfter } from './working-time.ts';

/**
 * The times that a rep got a lead in the period, each with what became of the lead and when, when it came in and its pool. One that ended without a conversion is lost to the
 * rep, whatever becomes of the lead; one that is left open ends as the lead did. Where the lead had converted before it began, nothing is left to
 * become of it (`outcome` null): a customer that is handed out again; a lead is not taken then, unless it was taken away again.
 * There are none where the files have forgotten who had the leads of the pool: `holdingRecords`.
 */
export function takenSpells(period: Period | null): Sql {
  return sql`
    select
      spell.lead_id, spell.spell_order, spell.rep, spell.taken_by, spell.from_at, spell.ended_by, spell.contacts,
      case
        when spell.converted_at is not null or ended_by = 'convert' then 'converted'
        when course.outcome = 'converted' and ${isAfter('spell.from_at', 'course.outcome_at')} then null
        when ended_by is not null then 'lost' else coalesce(course.outcome, 'open')
      end as outcome,
      case when spell.converted_at is not null then spell.converted_at when ended_by is not null then to_at else course.outcome_at end as ended_at,
      course.created_at, course.pool
    from lead_spells as spell
    left join lead_course as course on course.lead_id = spell.lead_id
    cross join (select forgotten from (${holdingRecords}) as records) as records
    where records.forgotten = 0 and spell.rep is not null and ${inPeriod(sql`spell.from_at`, period)} and (ended_by is not null or course.back_at is not null or coalesce(course.outcome, 'open') <> 'converted')`;
}
