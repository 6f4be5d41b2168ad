import { type Sql, sql } from '../../../engine/sql.ts';

/**
 * Whether the files tell who had a lead before, in a row of two counts: `logged` rows of lead_log, and `forgotten` leads that lie in the pool with
 * no past owner, of a list without a log; one that has never come back by the list is none. Where any is forgotten, reps have only the leads that
 * they kept: no share of what a rep took can be told. Reads lead_log and lead_file.
 */
export const holdingRecords: Sql = sql`
  select
    logs.logged,
    case when logs.logged > 0 then 0 else files.ownerless end as forgotten
  from (select count(*) as logged from lead_log) as logs
  cross join (
    select count(*) as ownerless
    from lead_file
    where owner is null and not is_converted and (returned_at is not null or assigned_at is not null or recycles > 0 or (recycles is null and pool is not null))
  ) as files`;
