import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, leadId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { happenedBy } from './parts/lead-events.ts';

export const leadSpells = defineMetric({
  id: 'lead_spells',
  question: both('Who held each lead, from when to when, and how did it end?', '每条线索由谁持有、起止何时、如何结束？'),
  grain: ['lead_id', 'spell_order'],
  columns: {
    lead_id: leadId,
    spell_order: column.count(both('Number', '第几次'), both('1 for the first time that a rep had the lead.', '首次被持有为 1。')),
    rep: column.text(both('Rep', '销售'), both('Who claimed or was given the lead.', '领取或被分配的销售。'), {
      empty: both('The log does not say.', '流转记录未注明。'),
    }),
    taken_by: column.text(both('Taken by', '取得方式'), both('claim or assign.', 'claim 领取，assign 分配。')),
    from_at: column.instant(both('From', '起'), both('When the rep got the lead.', '取得线索的时间。')),
    to_at: column.instant(both('To', '止'), both('When it ended, or the lead went to another rep.', '结束或转给他人的时间。'), {
      empty: both('The rep still holds the lead.', '仍在持有。'),
    }),
    ended_by: column.text(
      both('Ended by', '结束方式'),
      both(
        'return, recycle, convert, invalidate; pass: it went to another rep without coming back to the pool.',
        'return 退回、recycle 回收、convert 转化、invalidate 判无效；pass 未回公海直接转给他人。',
      ),
      { empty: both('The rep still holds the lead.', '仍在持有。') },
    ),
    first_contact_at: column.instant(
      both('First contact', '首次跟进'),
      both('First contact logged in that time.', '期间记录的首次跟进。'),
      {
        empty: both('None was logged.', '没有记录。'),
      },
    ),
    contacts: column.count(both('Contacts', '跟进次数'), both('Contacts logged in that time.', '期间记录的跟进次数。')),
  },
  requires: [['pool_events.lead_id', 'leads.assigned_at']],
  reads: ['lead_id', 'owner', 'assigned_at', 'first_contact_at', 'contacts', 'converted_at', 'created_at'].map((field) => `leads.${field}`),
  uses: [],
  usesIfComputed: ['lead_log'],
  source:
    'Definition: from a claim or an assignment to the first return, recycle, conversion or invalidation that follows, else to the next claim; a lead without a log has one spell from its assignment, where it has an owner.',
  parameters: z.object({ as_of: asOf }),
  sql: ({ as_of }) => sql`
    with ended as (
      select
        lead_id, spell_order, rep, claims, from_at, converted_at, invalid_at, recycled_at, first_contact_at, contacts,
        least(returned_at, recycled_at, converted_at, invalid_at) as ended_at,
        lead(from_at) over (partition by lead_id order by spell_order) as next_at
      from lead_log
      where spell_order > 0
    ),
    logged as (select lead_id from lead_log group by lead_id)
    select
      lead_id,
      spell_order,
      rep,
      case when claims > 0 then 'claim' else 'assign' end as taken_by,
      from_at,
      coalesce(ended_at, next_at) as to_at,
      case
        when ended_at is null then case when next_at is not null then 'pass' end
        when ended_at = converted_at then 'convert'
        when ended_at = invalid_at then 'invalidate'
        when ended_at = recycled_at then 'recycle'
        else 'return'
      end as ended_by,
      first_contact_at,
      contacts
    from ended
    union all
    select
      leads.lead_id,
      1 as spell_order,
      leads.owner as rep,
      'assign' as taken_by,
      leads.assigned_at as from_at,
      case when ${happenedBy(sql`leads.converted_at`, as_of)} then leads.converted_at end as to_at,
      case when ${happenedBy(sql`leads.converted_at`, as_of)} then 'convert' end as ended_by,
      case when leads.first_contact_at >= leads.assigned_at then leads.first_contact_at end as first_contact_at,
      coalesce(leads.contacts, 0) as contacts
    from leads
    left join logged on logged.lead_id = leads.lead_id
    where logged.lead_id is null and leads.lead_id is not null and leads.owner is not null and ${happenedBy(sql`leads.assigned_at`, as_of)}`,
});
