import { type Sql, sql } from '../../../engine/sql.ts';

/** Holds for a record of lead_course that is in the pool or with a rep who got it from there: an open one, or a customer that is back after its first order. */
export const isInPlay: Sql = sql`(outcome = 'open' or back_at is not null)`;
