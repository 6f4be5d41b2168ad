import { type Sql, sql } from '../../../../engine/sql.ts';
import type { IsoDate } from '../../../../lib/dates.ts';
import type { PoolRecords } from '../../../parameters.ts';
import { loggedEvents } from '../lead-events.ts';

/**
 * Tables, the last of them `freed`: the spells in which a rep did nothing with a lead for more than so many days, with the day on which it would
 * have fallen back (`freed_on`) and the first contact after that (`next_contact_on`). What was done on that very day was in time. They read
 * `spells`.
 */
export function freedTables(records: PoolRecords, asOf: IsoDate | null, days: number): Sql {
  const ended = sql`coalesce(cast(spells.to_at as date), ${asOf}::date)`;
  return sql`
    long_spells as (
      select lead_id, spell_order, cast(from_at as date) as from_on, ${ended} as until_on, first_contact_at, last_contact_at
      from spells
      where ${ended} - cast(from_at as date) > ${days}
    ),
    long_leads as (select lead_id, count(*) as spells from long_spells group by lead_id),
    numbered as (
      select
        events.lead_id, event, happened_at,
        sum(case when event_order = 2 then 1 else 0 end) over (partition by events.lead_id order by placed_at, event_order) as spell_order
      from (${loggedEvents(records, asOf)}) as events
      inner join long_leads on long_leads.lead_id = events.lead_id
    ),
    touches as (
      select lead_id, spell_order, cast(happened_at as date) as touched_on from numbered where event in ('contact', 'activity')
      union all
      select lead_id, spell_order, from_on as touched_on from long_spells
      union all
      select lead_id, spell_order, cast(first_contact_at as date) as touched_on from long_spells where first_contact_at is not null
      union all
      select lead_id, spell_order, cast(last_contact_at as date) as touched_on from long_spells where last_contact_at is not null
    ),
    touched as (
      select touches.lead_id, touches.spell_order, touched_on, until_on
      from touches
      inner join long_spells on long_spells.lead_id = touches.lead_id and long_spells.spell_order = touches.spell_order
      where touched_on between from_on and until_on
    ),
    gaps as (
      select lead_id, spell_order, touched_on, until_on, lead(touched_on) over (partition by lead_id, spell_order order by touched_on) as next_on
      from touched
    ),
    first_gaps as (
      select lead_id, spell_order, min(touched_on) + ${days}::integer as freed_on
      from gaps
      where coalesce(next_on, until_on) > touched_on + ${days}::integer
      group by lead_id, spell_order
    ),
    later as (
      select first_gaps.lead_id, first_gaps.spell_order, min(touched_on) as next_contact_on
      from first_gaps
      inner join touched on touched.lead_id = first_gaps.lead_id and touched.spell_order = first_gaps.spell_order
      where touched_on > freed_on
      group by first_gaps.lead_id, first_gaps.spell_order
    ),
    freed as (
      select spells.*, freed_on, next_contact_on
      from first_gaps
      inner join spells on spells.lead_id = first_gaps.lead_id and spells.spell_order = first_gaps.spell_order
      left join later on later.lead_id = first_gaps.lead_id and later.spell_order = first_gaps.spell_order
    )`;
}
