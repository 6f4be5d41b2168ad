import { type Sql, sql } from '../../../engine/sql.ts';
import type { Read } from '../../../forecast/read.ts';
import type { IsoDate, Period } from '../../../lib/dates.ts';
import { groupedBy } from '../../../lib/groups.ts';
import { takenLeads } from './taken-leads.ts';
import { countedOutcomes, countOutcomes, type TimedOutcomes } from './timed-outcomes.ts';

export interface RepOutcomes {
  readonly rep: string;
  readonly outcomes: TimedOutcomes;
}

/** What became of the leads of each rep while they had them, by name. */
export async function readRepOutcomes(rows: Read, asOf: IsoDate | null, period: Period | null): Promise<readonly RepOutcomes[]> {
  const found = groupedBy(await rows(byRepAndAge(asOf, period)), ({ rep }) => String(rep));
  return [...found].map(([rep, of]) => ({ rep, outcomes: countOutcomes(of) }));
}

/** Leads by rep and days since the rep got them. */
function byRepAndAge(asOf: IsoDate | null, period: Period | null): Sql {
  return sql`
    with taken as (${takenLeads(asOf, period)})
    select rep, age_days, ${countedOutcomes}
    from taken
    group by rep, age_days
    order by rep, age_days`;
}
