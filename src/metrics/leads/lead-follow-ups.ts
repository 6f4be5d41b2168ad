import { z } from 'zod';
import { type Sql, sql } from '../../engine/sql.ts';
import { addDays, type IsoDate } from '../../lib/dates.ts';
import { both, column, leadId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, type Pool, pool } from '../parameters.ts';
import { isUncontactedSince } from './parts/contact-records.ts';
import { isInPlay } from './parts/in-play.ts';
import { fallsBackOn } from './parts/falls-back-on.ts';
import { workedBefore, workedSeconds } from './parts/working-time.ts';

export const leadFollowUps = defineMetric({
  id: 'lead_follow_ups',
  question: both('Which leads have to be followed up now?', '哪些线索现在需要有人处理？'),
  grain: ['lead_id'],
  columns: {
    lead_id: leadId,
    lead: column.text(both('Lead', '线索'), both('As the lead file has it.', '按线索表原样。'), {
      empty: both('The files do not tell.', '数据文件中没有。'),
    }),
    owner: column.text(both('Owner', '负责人'), both('Rep who has the open lead.', '持有该未决线索的销售。')),
    manager: column.text(both('Manager', '主管'), both('Of the owner, by the list of reps.', '负责人的主管，取自销售人员表。'), {
      empty: both('The list of reps does not say.', '销售人员表中没有。'),
    }),
    is_overdue: column.flag(
      both('Overdue', '已逾期'),
      both('A contact was planned for a day that has passed, and there has been none since.', '计划跟进日已过，且此后没有跟进。'),
    ),
    is_falling_back: column.flag(
      both('About to fall back', '即将收回'),
      both(
        'It falls back to the pool within pool.recycle_notice_days, or should have by now.',
        '在 pool.recycle_notice_days 天内收回公海，或本应已收回。',
      ),
    ),
    is_uncontacted: column.flag(
      both('Never contacted', '未跟进'),
      both(
        'No contact since its owner got it, for longer than pool.service_hours working hours.',
        '负责人取得后一直没有跟进，且已超过 pool.service_hours 工作小时。',
      ),
    ),
    is_due_today: column.flag(
      both('Due today', '今日应跟进'),
      both('A contact is planned for the as-of date, and there has been none on it.', '计划在统计日期跟进且当日尚未跟进。'),
    ),
    next_contact_on: column.date(
      both('Planned for', '计划跟进日'),
      both('Day of the next contact that is planned.', '计划的下一次跟进日期。'),
      {
        empty: both('None is planned.', '没有计划。'),
      },
    ),
    falls_back_on: column.date(
      both('Falls back on', '收回日期'),
      both(
        'Day on which it falls back to the pool: of the lead file, else pool.recycle_days after its last contact or its assignment.',
        '收回公海的日期：取线索表，没有时为最近一次跟进或分配后 pool.recycle_days 天。',
      ),
      { empty: both('Neither the file nor the settings say.', '文件与设置中均没有。') },
    ),
    late_since: column.date(
      both('Late since', '逾期起始日'),
      both(
        'Earliest of: the day planned, of an overdue lead, or the later day on which its owner got it; the day its owner got it, of one never contacted; the day it should have fallen back.',
        '取最早者：逾期线索的计划跟进日（负责人取得更晚时为取得日）；未跟进线索的取得日；本应收回的日期。',
      ),
      { empty: both('Nothing is late yet.', '尚未逾期。') },
    ),
    late_days: column.count(
      both('Days late', '逾期天数'),
      both('Calendar days since then; 0 where nothing is late yet.', '距该日的自然天数；尚未逾期为 0。'),
      {
        unit: 'days',
      },
    ),
    escalation: column.text(
      both('For', '升级'),
      both(
        'By the days late (pool.escalation): owner, rep (is reminded), manager (is told too), reassign.',
        '按逾期天数（pool.escalation）：owner 负责人、rep 提醒销售、manager 同时通知主管、reassign 改派。',
      ),
    ),
  },
  requires: [['leads.owner', 'pool_events.rep', 'customers.owner']],
  reads: ['reps.name', 'reps.manager'],
  uses: ['lead_course', 'working_days'],
  source: 'Definition: open leads with an owner; day 3 rep, day 5 rep and manager, day 7 reassign, as users ask for it.',
  parameters: z.object({ as_of: asOf, pool }),
  sql: ({ as_of, pool: settings }) => followUpQuery(as_of, settings),
});

function followUpQuery(day: IsoDate | null, { calendar, service_hours, recycle_days, recycle_notice_days, escalation }: Pool): Sql {
  const today = sql`${day}::date`;
  const notice = sql`${day === null ? null : addDays(day, recycle_notice_days)}::date`;
  return sql`
    with days as (select day, working_minutes, minutes_before from working_days),
    ending as (select day, minutes_before from working_days where day = ${day === null ? null : addDays(day, 1)}::date),
    listed as (select name as owner, max(manager) as manager from reps where name is not null group by name),
    held as (
      select
        lead_id, lead, owner, coalesce(held_since, created_at) as got_at, last_contact_at, contacts, contacts_since,
        cast(next_contact_at as date) as next_contact_on,
        cast(last_contact_at as date) as last_contact_on,
        ${fallsBackOn(recycle_days)} as falls_back_on
      from lead_course
      where ${isInPlay} and owner is not null
    ),
    waiting as (
      select held.lead_id, ${workedBefore('ending')} - ${workedSeconds(calendar, 'opening', 'got_at')} as seconds
      from held
      inner join days as opening on opening.day = cast(held.got_at as date)
      cross join (select day, minutes_before from ending) as ending
      where ${isUncontactedSince('got_at')}
    ),
    judged as (
      select
        held.lead_id, lead, held.owner, listed.manager, next_contact_on, falls_back_on, cast(got_at as date) as got_on,
        coalesce(next_contact_on < ${today} and (last_contact_on is null or last_contact_on < next_contact_on), false) as is_overdue,
        coalesce(next_contact_on = ${today} and (last_contact_on is null or last_contact_on < next_contact_on), false) as is_due_today,
        coalesce(falls_back_on <= ${notice}, false) as is_falling_back,
        coalesce(seconds > ${service_hours * 3600}::double precision, false) as is_uncontacted
      from held
      left join listed on listed.owner = held.owner
      left join waiting on waiting.lead_id = held.lead_id
    ),
    dated as (
      select
        judged.*,
        least(
          case when is_overdue then greatest(next_contact_on, got_on) end,
          case when is_uncontacted then got_on end,
          case when falls_back_on < ${today} then falls_back_on end
        ) as late_since
      from judged
      where is_overdue or is_due_today or is_falling_back or is_uncontacted
    ),
    late as (select dated.*, coalesce(${today} - late_since, 0) as late_days from dated)
    select
      lead_id, lead, owner, manager, is_overdue, is_falling_back, is_uncontacted, is_due_today, next_contact_on, falls_back_on,
      late_since, late_days,
      case
        when late_since is null then 'owner'
        when late_days >= ${escalation.reassign}::bigint then 'reassign'
        when late_days >= ${escalation.manager}::bigint then 'manager'
        when late_days >= ${escalation.rep}::bigint then 'rep'
        else 'owner'
      end as escalation
    from late`;
}
