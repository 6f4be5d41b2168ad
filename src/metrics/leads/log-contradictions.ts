import { z } from 'zod';
import { type Sql, sql, trusted } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, poolRecords } from '../parameters.ts';
import { happenedBy } from './parts/pool-records.ts';
import { isAfter, sameDayWithoutTime } from './parts/working-time.ts';

export const logContradictions = defineMetric({
  id: 'log_contradictions',
  question: both('Where does the log of the pool contradict itself, or lack what it needs?', '公海流转记录有哪些自相矛盾或缺漏？'),
  grain: ['contradiction'],
  columns: {
    contradiction: column.id(
      both('Contradiction', '矛盾'),
      both(
        'conversion_by_other, contact_by_other: by a rep who did not have the lead then; returned_twice: given back or recycled again without a claim in between; claimed_after_invalid: claimed or assigned after it was judged invalid; claimed_before_created: before it came in, by the lead file; without_lead, without_time; without_rep: claimed or assigned, by whom is not known.',
        'conversion_by_other、contact_by_other 转化或跟进者当时并未持有；returned_twice 其间未领取又再次退回或回收；claimed_after_invalid 判无效后又领取或分配；claimed_before_created 早于线索表的创建时间；without_lead 无编号；without_time 无时间；without_rep 领取或分配未注明销售。',
      ),
    ),
    events: column.count(both('Events', '流转次数'), both('Events of the log up to the as-of date.', '截至统计日期的流转记录条数。')),
    lead_id: column.id(both('Lead id', '线索编号'), both('One of the leads.', '其中一条线索。'), {
      empty: both('The events have no lead.', '记录没有线索编号。'),
    }),
    first_at: column.instant(both('First at', '最早时间'), both('When the earliest was.', '其中最早的时间。'), {
      empty: both('The events have no time.', '记录没有时间。'),
    }),
  },
  requires: [['pool_events.lead_id', 'pool_events.customer_id']],
  reads: ['pool_events.event', 'pool_events.at', 'pool_events.rep'],
  uses: ['lead_log'],
  usesIfComputed: ['lead_file'],
  source:
    'Definition: a rep has a lead from a claim or an assignment to its return, its recycling or the next one. Of events of which only the day is known nobody is taken to be wrong on that day; nor of leads of which nobody knows who had them: nothing was logged before, or a claim without a rep.',
  parameters: z.object({ as_of: asOf, pool_records: poolRecords }),
  sql: ({ as_of, pool_records: records }) => sql`
    with raw as (
      select ${trusted(records.id)} as lead_id, event, "at", rep
      from pool_events
      where ${trusted(records.id)} is not null and event is not null and ${happenedBy(sql`"at"`, as_of)}
    ),
    known as (
      select lead_id, min("at") as known_from, count(*) filter (where event in ('claim', 'assign') and rep is null) as unnamed
      from raw
      where event in ('enter', 'claim', 'assign', 'return', 'recycle')
      group by lead_id
    ),
    holding as (
      select lead_id, rep, from_at, least(returned_at, recycled_at, lead(from_at) over (partition by lead_id order by spell_order)) as until_at
      from lead_log
      where spell_order > 0
    ),
    work as (select lead_id, event, "at", rep from raw where event in ('contact', 'convert') and rep is not null),
    worked_counts as (select lead_id, count(*) as worked from work group by lead_id),
    held_counts as (
      select work.lead_id, count(*) as held
      from work
      inner join holding on holding.lead_id = work.lead_id and holding.rep = work.rep
      where ${isHeldThen('work')}
      group by work.lead_id
    ),
    suspects as (
      select worked_counts.lead_id
      from worked_counts
      left join held_counts on held_counts.lead_id = worked_counts.lead_id
      where coalesce(held_counts.held, 0) < worked_counts.worked
    ),
    worked as (
      select work.lead_id, work.event, work.rep, work."at"
      from work
      inner join suspects on suspects.lead_id = work.lead_id
      inner join known on known.lead_id = work.lead_id and known.known_from <= work."at" and known.unnamed = 0
      group by work.lead_id, work.event, work.rep, work."at"
    ),
    by_holder as (
      select worked.lead_id, worked.event, worked.rep, worked."at"
      from worked
      inner join holding on holding.lead_id = worked.lead_id and holding.rep = worked.rep
      where ${isHeldThen('worked')}
      group by worked.lead_id, worked.event, worked.rep, worked."at"
    ),
    strangers as (
      select worked.lead_id, worked.event, worked."at"
      from worked
      left join by_holder
        on by_holder.lead_id = worked.lead_id and by_holder.event = worked.event and by_holder.rep = worked.rep and by_holder."at" = worked."at"
      where by_holder.lead_id is null
    ),
    nameless as (
      select lead_id, event, "at" from raw where event in ('claim', 'assign') and rep is null group by lead_id, event, "at"
    ),
    before_created as (
      select log.lead_id, log.from_at
      from lead_log as log
      inner join lead_file as given on given.lead_id = log.lead_id
      where log.spell_order = 1 and ${isAfter('given.created_at', 'log.from_at')}
    ),
    after_invalid as (
      select lead_id, spell_order, from_at, max(last_invalid_at) over (partition by lead_id order by spell_order rows between unbounded preceding and 1 preceding) as was_invalid_at
      from lead_log
    )
    ${counted('conversion_by_other', sql`strangers where event = 'convert'`)}
    union all ${counted('contact_by_other', sql`strangers where event = 'contact'`)}
    union all
    select 'returned_twice' as contradiction, cast(sum(comebacks - 1) as bigint) as events, min(lead_id) as lead_id, min(least(returned_at, recycled_at)) as first_at
    from lead_log where comebacks > 1 having count(*) > 0
    union all ${counted('claimed_after_invalid', sql`after_invalid where spell_order > 0 and was_invalid_at is not null`, sql`from_at`)}
    union all ${counted('claimed_before_created', sql`before_created`, sql`from_at`)}
    union all ${counted('without_lead', sql`pool_events where lead_id is null and customer_id is null and event is not null and ${happenedBy(sql`"at"`, as_of)}`)}
    union all ${counted('without_time', sql`(select coalesce(lead_id, customer_id) as lead_id, "at" from pool_events where event is not null and "at" is null) as timeless where lead_id is not null`)}
    union all ${counted('without_rep', sql`nameless`)}`,
});

/** Holds where a time that the rep of the event had the lead (`holding`) has begun by then, and not ended before. */
function isHeldThen(events: string): Sql {
  const at = `${events}."at"`;
  return sql`(holding.from_at <= ${trusted(at)} or ${sameDayWithoutTime(at, 'holding.from_at')})
    and (holding.until_at is null or holding.until_at >= ${trusted(at)} or ${sameDayWithoutTime('holding.until_at', at)})`;
}

/** One row, or none where there is no such event. */
function counted(contradiction: string, events: Sql, at = sql`"at"`): Sql {
  return sql`select ${contradiction} as contradiction, count(*) as events, min(lead_id) as lead_id, min(${at}) as first_at from ${events} having count(*) > 0`;
}
