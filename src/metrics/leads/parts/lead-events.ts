import { type Sql, sql } from '../../../engine/sql.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import type { PoolRecords } from '../../parameters.ts';
import { poolActivities, poolEvents } from './pool-records.ts';

/**
 * Rank of an event among those of the same moment: what frees a lead goes before what hands it out again, and what ends it comes last.
 * Its name ends with _order for the rule on total orders; peers are told apart by nothing, and no figure depends on which comes first.
 */
const eventOrder = sql`case event when 'enter' then 0 when 'return' then 1 when 'recycle' then 1 when 'claim' then 2 when 'assign' then 2 when 'contact' then 3 when 'activity' then 3 else 4 end`;

/** Holds for a contact of which only the day is known: it may have been after whatever else happened on that day. */
const isSomeTimeThatDay = sql`(event = 'contact' or event = 'activity') and happened_at = cast(cast(happened_at as date) as timestamp)`;

/**
 * The pool events that count, and the activities of leads that have any (event `activity`), each with when it happened, and with its place: the
 * moment and the place among those of one moment.
 */
export function loggedEvents(records: PoolRecords, asOf: IsoDate | null): Sql {
  return sql`
    select
      lead_id, event, happened_at, rep,
      case when ${isSomeTimeThatDay} then cast(cast(happened_at as date) + 1 as timestamp) else happened_at end as placed_at,
      case when ${isSomeTimeThatDay} then -1 else ${eventOrder} end as event_order
    from (
      select lead_id, event, "at" as happened_at, rep
      from (${poolEvents(records, asOf)}) as events
      union all
      select worked.lead_id, 'activity' as event, worked."at" as happened_at, null as rep
      from (${poolActivities(records, asOf)}) as worked
      inner join (select lead_id from (${poolEvents(records, asOf)}) as events group by lead_id) as logged on logged.lead_id = worked.lead_id
    ) as together`;
}
