import { type Sql, sql } from '../../../engine/sql.ts';
import type { Read } from '../../../forecast/read.ts';
import type { IsoDate, Period } from '../../../lib/dates.ts';
import { groupedBy } from '../../../lib/groups.ts';
import { inPeriod } from './in-period.ts';
import { takenSpells } from './taken-spells.ts';
import { countedOutcomes, countOutcomes, type TimedOutcomes } from './timed-outcomes.ts';

export interface RepOutcomes {
  readonly rep: string;
  readonly outcomes: TimedOutcomes;
}

/** What became of the leads of each rep while they had them, by name. */
export async function readRepOutcomes(rows: Read, asOf: IsoDate | null, period: Period | null): Promise<readonly RepOutcomes[]> {
  const found = groupedBy(await rows(takenLeads(asOf, period)), ({ rep }) => String(rep));
  return [...found].map(([rep, of]) => ({ rep, outcomes: countOutcomes(of) }));
}

/** Leads by rep and days since the rep got them. A lead of which no rep is known to have taken it counts for its owner, from the day it came in. */
function takenLeads(asOf: IsoDate | null, period: Period | null): Sql {
  return sql`
    with named as (select lead_id from lead_spells where rep is not null group by lead_id),
    spells as (${takenSpells(period)}),
    taken as (
      select
        rep,
        outcome,
        case
          when ended_at < from_at then null
          when outcome = 'converted' and ended_at is null then null
          else coalesce(cast(ended_at as date), ${asOf}::date) - cast(from_at as date)
        end as age_days,
        case when outcome = 'lost' and ended_at is null then 'open' else outcome end as timed_as
      from spells
      union all
      select course.owner as rep, course.outcome, course.age_days, course.timed_as
      from lead_course as course
      left join named on named.lead_id = course.lead_id
      where named.lead_id is null and course.owner is not null and ${inPeriod(sql`course.created_at`, period)}
    )
    select rep, age_days, ${countedOutcomes}
    from taken
    group by rep, age_days
    order by rep, age_days`;
}
