import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';

const leads = { unit: 'leads' };

export const repFollowUps = defineMetric({
  id: 'rep_follow_ups',
  question: both('Who has how many leads to follow up, and which is the worst?', '每位销售有多少线索待处理，最严重的是哪条？'),
  grain: ['rep'],
  columns: {
    rep: column.text(both('Rep', '销售'), both('Who has the leads.', '持有线索的销售。')),
    manager: column.text(both('Manager', '主管'), both('Of the list of reps.', '取自销售人员表。'), {
      empty: both('The list of reps does not say.', '销售人员表中没有。'),
    }),
    leads: column.count(
      both('To follow up', '待处理'),
      both('Open leads with at least one reason to act.', '至少有一项待处理原因的未决线索数。'),
      leads,
    ),
    overdue: column.count(both('Overdue', '已逾期'), both('Planned contact missed.', '错过计划跟进的线索数。'), leads),
    falling_back: column.count(
      both('About to fall back', '即将收回'),
      both('They fall back to the pool soon, or should have.', '即将收回或本应已收回的线索数。'),
      leads,
    ),
    uncontacted: column.count(
      both('Never contacted', '未跟进'),
      both('Without a contact for longer than the service level.', '超过时限仍未跟进的线索数。'),
      leads,
    ),
    to_contact: column.count(
      both('To contact', '待首次跟进'),
      both('Those of them that stay with the rep: not late enough to go to somebody else.', '其中仍由该销售跟进（未到改派天数）的线索数。'),
      leads,
    ),
    due_today: column.count(
      both('Due today', '今日应跟进'),
      both('Contact planned for the as-of date.', '计划在统计日期跟进的线索数。'),
      leads,
    ),
    for_rep: column.count(
      both('Rep', '提醒销售'),
      both('Late enough that the rep is to be reminded.', '达到提醒销售天数的线索数。'),
      leads,
    ),
    for_manager: column.count(
      both('Rep and manager', '通知主管'),
      both('Late enough for the manager.', '达到通知主管天数的线索数。'),
      leads,
    ),
    to_reassign: column.count(both('Reassign', '改派'), both('Late enough to go to somebody else.', '达到改派天数的线索数。'), leads),
    worst_lead: column.id(both('Worst lead', '最严重线索'), both('The one that is late for longest.', '逾期最久的线索。')),
    worst_days: column.count(both('Days late', '逾期天数'), both('Of the worst lead.', '最严重线索的逾期天数。'), { unit: 'days' }),
  },
  requires: [],
  uses: ['lead_follow_ups'],
  source: 'Definition: counts of lead_follow_ups by owner; a lead with several reasons counts under each.',
  parameters: z.object({}),
  sql: () => sql`
    with ranked as (
      select follow_ups.*, row_number() over (partition by owner order by late_days desc nulls last, lead_id) as place
      from lead_follow_ups as follow_ups
    )
    select
      owner as rep, max(manager) as manager,
      count(*) as leads,
      count(*) filter (where is_overdue) as overdue,
      count(*) filter (where is_falling_back) as falling_back,
      count(*) filter (where is_uncontacted) as uncontacted,
      count(*) filter (where is_uncontacted and (escalation is null or escalation <> 'reassign')) as to_contact,
      count(*) filter (where is_due_today) as due_today,
      count(*) filter (where escalation = 'rep') as for_rep,
      count(*) filter (where escalation = 'manager') as for_manager,
      count(*) filter (where escalation = 'reassign') as to_reassign,
      max(case when place = 1 then lead_id end) as worst_lead,
      max(late_days) as worst_days
    from ranked
    group by owner`,
});
