import { sql } from '../../../engine/sql.ts';
import { unlessUnknown } from '../../leads/parts/contact-records.ts';

/** The reps of whose customers it is known whether they were contacted: their contacts are on record, and at most one in twenty names nobody. */
export const toldReps = sql`
  select rep
  from contact_rows
  where rep <> ''
  group by rep
  having ${unlessUnknown(sql`count(*) filter (where customer_id is null and lead_id is null)`, sql`count(*)`, sql`1`)} = 1`;
