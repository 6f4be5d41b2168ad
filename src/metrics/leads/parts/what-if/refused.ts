import { type Sql, sql } from '../../../../engine/sql.ts';

/**
 * Tables, the last of them `over_limit`: the claims and assignments with which a rep held more leads than the limit, as the log has it; with `freed`
 * holdings end where that table says. They read `spells`.
 */
export function limitTables(limit: number, isFreed: boolean): Sql {
  const end = isFreed ? sql`least(spells.to_at, cast(freed.freed_on as timestamp))` : sql`spells.to_at`;
  const freed = isFreed ? sql`left join freed on freed.lead_id = spells.lead_id and freed.spell_order = spells.spell_order` : sql``;
  return sql`
    lasting as (select spells.lead_id, spells.spell_order, spells.rep, spells.from_at, ${end} as ends_at from spells ${freed}),
    changes as (
      select lead_id, spell_order, rep, from_at as changed_at, 1 as change from lasting
      union all
      select lead_id, spell_order, rep, ends_at as changed_at, -1 as change from lasting where ends_at is not null
    ),
    counted as (
      select
        lead_id, spell_order, change,
        sum(change) over (partition by rep order by changed_at, change, lead_id, spell_order rows between unbounded preceding and current row) as held
      from changes
    ),
    over_limit as (
      select spells.*, held - ${limit}::bigint as leads_over
      from counted
      inner join spells on spells.lead_id = counted.lead_id and spells.spell_order = counted.spell_order
      where change = 1 and held > ${limit}::bigint
    )`;
}

/** The table `over_quota`: claims of a rep beyond so many on one day. It reads `spells`. */
export function quotaTable(quota: number): Sql {
  return sql`
    over_quota as (
      select * from (
        select spells.*, row_number() over (partition by rep, cast(from_at as date) order by from_at, lead_id, spell_order) as place
        from spells
        where taken_by = 'claim'
      ) as placed
      where place > ${quota}::bigint
    )`;
}

/** The table `in_ban`: claims of a lead by a rep who had given it back, or lost it by the rules, no more than so many days before. It reads `spells`. */
export function banTable(days: number): Sql {
  return sql`
    claimed_before as (
      select claims.lead_id, claims.spell_order, count(*) as times
      from spells as claims
      inner join spells as lost on lost.lead_id = claims.lead_id
      where claims.taken_by = 'claim' and lost.rep = claims.rep and (lost.ended_by = 'return' or lost.ended_by = 'recycle')
        and lost.spell_order < claims.spell_order and cast(claims.from_at as date) - cast(lost.to_at as date) <= ${days}
      group by claims.lead_id, claims.spell_order
    ),
    in_ban as (
      select spells.* from spells
      inner join claimed_before on claimed_before.lead_id = spells.lead_id and claimed_before.spell_order = spells.spell_order
    )`;
}
