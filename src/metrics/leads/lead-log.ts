import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, leadId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, poolRecords } from '../parameters.ts';
import { loggedEvents } from './parts/lead-events.ts';

const none = both('There is no such event.', '没有该类事件。');
const instant = (en: string, zh: string, enMeaning: string, zhMeaning: string) =>
  column.instant(both(en, zh), both(enMeaning, zhMeaning), { empty: none });

export const leadLog = defineMetric({
  id: 'lead_log',
  question: both(
    'What does the log of the pool say of each lead, from one claim to the next?',
    '流转记录中每条线索在两次领取之间发生了什么？',
  ),
  grain: ['lead_id', 'spell_order'],
  columns: {
    lead_id: leadId,
    spell_order: column.count(
      both('Number', '第几次'),
      both('Claims and assignments so far: 0 before the first.', '至此领取与分配的次数：首次之前为 0。'),
    ),
    rep: column.text(both('Rep', '销售'), both('Who claimed or was given the lead.', '领取或被分配的销售。'), {
      empty: both('Before the first claim, or the log does not say.', '首次领取之前，或记录未注明。'),
    }),
    claims: column.count(
      both('Claims', '领取'),
      both('Claims at that moment: 1, more where several share it.', '该时刻的领取次数，通常为 1。'),
    ),
    assigns: column.count(both('Assignments', '分配'), both('Assignments at that moment.', '该时刻的分配次数。')),
    from_at: instant('From', '起', 'When it was claimed or assigned.', '领取或分配的时间。'),
    first_at: column.instant(both('First event', '首个事件'), both('Earliest event of the log.', '流转记录中最早的事件时间。'), {
      empty: both('There are only activities.', '只有跟进记录。'),
    }),
    returned_at: instant('Given back', '退回', 'First return.', '首次退回。'),
    recycled_at: instant('Recycled', '回收', 'First recycle.', '首次回收。'),
    converted_at: instant('Converted', '转化', 'First conversion.', '首次转化。'),
    invalid_at: instant('Invalid', '判无效', 'First invalidation.', '首次判无效。'),
    last_invalid_at: instant('Last invalid', '末次判无效', 'Last invalidation.', '最后一次判无效。'),
    first_contact_at: instant('First contact', '首次跟进', 'First contact of log and activities.', '流转记录与跟进记录中的首次跟进。'),
    last_contact_at: instant('Last contact', '末次跟进', 'Last contact of log and activities.', '流转记录与跟进记录中的最后一次跟进。'),
    contacts: column.count(
      both('Contacts', '跟进次数'),
      both('The larger of the contacts logged and the activities.', '流转记录与跟进记录中较多者。'),
    ),
    comebacks: column.count(both('Times back', '回到公海次数'), both('Returns and recycles.', '退回与回收次数。')),
  },
  requires: [['pool_events.lead_id', 'pool_events.customer_id']],
  reads: ['pool_events.event', 'pool_events.at', 'pool_events.rep', 'activities.lead_id', 'activities.customer_id', 'activities.at'],
  uses: [],
  source:
    'Definition: events in order of time; of one moment what frees a lead goes before what hands it out, and what ends it comes last. A contact without a time of day comes last on its day. Activities are those of leads in the log.',
  parameters: z.object({ as_of: asOf, pool_records: poolRecords }),
  sql: ({ as_of, pool_records: records }) => sql`
    with events as (${loggedEvents(records, as_of)}),
    numbered as (
      select
        lead_id, event, happened_at, rep,
        sum(case when event_order = 2 then 1 else 0 end) over (partition by lead_id order by placed_at, event_order) as spell_order
      from events
    )
    select
      lead_id,
      spell_order,
      max(case when event = 'claim' or event = 'assign' then rep end) as rep,
      count(*) filter (where event = 'claim') as claims,
      count(*) filter (where event = 'assign') as assigns,
      min(case when event = 'claim' or event = 'assign' then happened_at end) as from_at,
      min(case when event <> 'activity' then happened_at end) as first_at,
      min(case when event = 'return' then happened_at end) as returned_at,
      min(case when event = 'recycle' then happened_at end) as recycled_at,
      min(case when event = 'convert' then happened_at end) as converted_at,
      min(case when event = 'invalidate' then happened_at end) as invalid_at,
      max(case when event = 'invalidate' then happened_at end) as last_invalid_at,
      min(case when event = 'contact' or event = 'activity' then happened_at end) as first_contact_at,
      max(case when event = 'contact' or event = 'activity' then happened_at end) as last_contact_at,
      greatest(count(*) filter (where event = 'contact'), count(*) filter (where event = 'activity')) as contacts,
      count(*) filter (where event = 'return' or event = 'recycle') as comebacks
    from numbered
    group by lead_id, spell_order`,
});
