import { type Sql, sql } from '../../../engine/sql.ts';

/**
 * Day on which a lead of lead_course that somebody holds falls back to the pool: of the lead file, else so many days after its last contact or
 * its assignment; null where neither is known, or no rule says so.
 */
export function fallsBackOn(recycleDays: number | null): Sql {
  return sql`coalesce(
    cast(expires_at as date),
    cast(coalesce(greatest(last_contact_at, held_since), created_at) as date) + ${recycleDays}::integer
  )`;
}
