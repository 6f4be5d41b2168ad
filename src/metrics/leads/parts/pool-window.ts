import { type Sql, sql } from '../../../engine/sql.ts';
import { unlessUnknown } from './contact-records.ts';

/** First instant of a window and that after it, as expressions. */
export interface PoolWindow {
  readonly from: Sql;
  readonly to: Sql;
}

/** Whether an instant lies in the window. */
export function withinWindow(instant: Sql, { from, to }: PoolWindow): Sql {
  return sql`(${instant} >= ${from} and ${instant} < ${to})`;
}

/** Of the spells of a lead: whether it was held when the window began, and of those begun in it whether one was contacted by its end, or nobody knows. */
export function spellColumns(window: PoolWindow): Sql {
  const { from, to } = window;
  const begins = withinWindow(sql`from_at`, window);
  return sql`
      max(case when from_at < ${from} and (to_at is null or to_at >= ${from}) then 1 else 0 end) as held_at_start,
      max(case when ${begins} then 1 else 0 end) as claimed,
      max(case when ${begins} and least(first_contact_at, last_contact_at) < ${to} then 1 else 0 end) as utilised,
      max(case when ${begins} and (contacts is null or (contacts > 0 and first_contact_at is null)) then 1 else 0 end) as is_unclear,
      count(*) filter (where ${withinWindow(sql`to_at`, window)} and ended_by = 'return') as returned,
      count(*) filter (where ${withinWindow(sql`to_at`, window)} and ended_by = 'recycle') as recycled`;
}

/** Whether a lead of lead_course lay in the pool at an instant, where it was not held then. */
export function inPool(at: Sql, held: Sql): Sql {
  // Lost on a day that nobody knows: it may have been in the pool or not.
  const unknown = sql`(outcome <> 'open' and outcome_at is null)`;
  return sql`created_at < ${at} and (outcome_at is null or outcome_at >= ${at} or back_at < ${at}) and not ${unknown} and coalesce(${held}, 0) = 0`;
}

/** Counts over leads of lead_course beside their `spellColumns`. */
export interface PoolCounts {
  readonly entered: Sql;
  readonly available: Sql;
  readonly claimed: Sql;
  /** Null where of more than one in twenty of those claimed nobody knows whether they were contacted. */
  readonly utilised: Sql;
  readonly cohortConverted: Sql;
}

export function poolCounts(window: PoolWindow): PoolCounts {
  const came = withinWindow(sql`created_at`, window);
  const available = sql`(${came} or coalesce(returned, 0) + coalesce(recycled, 0) > 0 or (${inPool(window.from, sql`held_at_start`)}))`;
  const claimed = sql`${available} and claimed = 1`;
  const counted = (what: Sql): Sql => sql`count(*) filter (where ${what})`;
  return {
    entered: counted(came),
    available: counted(available),
    claimed: counted(claimed),
    utilised: unlessUnknown(
      counted(sql`${claimed} and utilised = 0 and is_unclear = 1`),
      counted(claimed),
      counted(sql`${available} and utilised = 1`),
    ),
    cohortConverted: counted(sql`outcome = 'converted' and ${came} and (outcome_at is null or outcome_at < ${window.to})`),
  };
}
