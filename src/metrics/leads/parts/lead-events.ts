import { type Sql, sql } from '../../../engine/sql.ts';
import { addDays, type IsoDate } from '../../../lib/dates.ts';

/** Holds for what happened up to and with the day; what has no date did not. */
export function happenedBy(instant: Sql, asOf: IsoDate | null): Sql {
  return asOf === null ? sql`${instant} is not null` : sql`${instant} < ${addDays(asOf, 1)}::timestamp`;
}

/**
 * Rank of an event among those of the same moment: what frees a lead goes before what hands it out again, and what ends it comes last.
 * Its name ends with _order for the rule on total orders; peers are told apart by nothing, and no figure depends on which comes first.
 */
const eventOrder = sql`case event when 'enter' then 0 when 'return' then 1 when 'recycle' then 1 when 'claim' then 2 when 'assign' then 2 when 'contact' then 3 else 4 end`;

/** The pool events that count, each with its place among those of one moment. */
export function loggedEvents(asOf: IsoDate | null): Sql {
  return sql`
    select lead_id, event, "at" as happened_at, rep, ${eventOrder} as event_order
    from pool_events
    where lead_id is not null and event is not null and ${happenedBy(sql`"at"`, asOf)}`;
}
