import { z } from 'zod';
import { identifier, type Sql, sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { period } from '../parameters.ts';
import { contactsUnknown, unlessUnknown } from './parts/contact-records.ts';
import { inPeriod } from './parts/in-period.ts';

const leads = { unit: 'leads' };
const hours = { unit: 'hours', empty: both('None of them was contacted.', '均未跟进。') };

export const contactSpeed = defineMetric({
  id: 'contact_speed',
  question: both('How fast are leads contacted, by rep, pool and source?', '各销售、公海、来源的线索多快得到首次跟进？'),
  grain: ['dimension', 'member'],
  columns: {
    dimension: column.text(both('By', '维度'), both('all, rep, pool or source.', 'all 全部、rep 销售、pool 公海、source 来源。')),
    member: column.text(
      both('Group', '分组'),
      both(
        'A rep, a pool, a source; leads without one are only among all. A lead counts for the rep who took it first, by the contacts while that rep had it; of all, pools and sources the first contact by anybody counts.',
        '销售、公海或来源；没有的只计入全部。线索计入首次取得的销售，只看其持有期间的跟进；全部、公海与来源则不论何人跟进。',
      ),
    ),
    leads: column.count(
      both('Leads', '线索数'),
      both(
        'Leads with a date of coming in or of assignment; with a period those that came in during it.',
        '有创建或分配时间的线索；给出期间时只计其间进入的。',
      ),
      leads,
    ),
    contacted: column.count(both('Contacted', '已跟进'), both('Those with a first contact on record.', '其中有首次跟进记录的线索数。'), {
      ...leads,
      empty: contactsUnknown,
    }),
    unanswered: column.count(
      both('Unanswered', '未跟进'),
      both(
        'Open leads that nobody has contacted; of a rep those not contacted while the rep had them: still held, given back, recycled or passed on.',
        '无人跟进的未决线索数；销售一行为其持有期间未跟进的线索：仍在手，或已退回、被回收、转给他人。',
      ),
      { ...leads, empty: contactsUnknown },
    ),
    median_hours: column.number(
      both('Median hours', '首次跟进中位数'),
      both('Median of the working hours to the first contact, of those contacted.', '已跟进线索从取得到首次跟进的工作小时中位数。'),
      hours,
    ),
    p90_hours: column.number(
      both('90% within', '90% 分位'),
      both('Nine in ten of those contacted waited no longer: working hours.', '九成已跟进线索的等待不超过此工作小时数。'),
      hours,
    ),
    median_calendar_hours: column.number(
      both('Median by the clock', '自然小时中位数'),
      both('Median of all hours to the first contact, nights and days off too.', '含夜间与休息日的全部小时中位数。'),
      hours,
    ),
    judged: column.count(
      both('Judged', '可判断'),
      both(
        'Leads contacted, and those without a contact that waited longer than pool.service_hours.',
        '已跟进的线索，以及未跟进且等待已超过 pool.service_hours 的线索。',
      ),
      { ...leads, empty: contactsUnknown },
    ),
    in_time: column.count(
      both('In time', '及时跟进'),
      both('Those of them contacted within pool.service_hours working hours.', '其中在 pool.service_hours 工作小时内跟进的线索数。'),
      { ...leads, empty: contactsUnknown },
    ),
    median_waiting_hours: column.number(
      both('Unanswered wait', '未跟进已等待'),
      both('Median of the working hours that unanswered leads have waited so far.', '未跟进线索已等待的工作小时中位数。'),
      { unit: 'hours', empty: both('None is unanswered.', '没有未跟进的线索。') },
    ),
    without_time: column.count(
      both('Without time of day', '无具体时间'),
      both('First contacts that have a date and no time of day.', '首次跟进只有日期、没有时间的线索数。'),
      leads,
    ),
    median_conversion_days: column.number(
      both('Days to convert', '转化天数'),
      both('Median days from coming in to converting, of those that have converted.', '已转化线索从创建到转化的天数中位数。'),
      { unit: 'days', empty: both('None has converted, or dates are missing.', '没有已转化的线索，或缺少日期。') },
    ),
  },
  requires: [['leads.first_contact_at', 'pool_events.event', 'activities.lead_id', 'activities.customer_id']],
  uses: ['lead_speed', 'rep_speed', 'lead_course'],
  source: 'Definition: median and 90th percentile (linear between neighbours) of those contacted; unanswered leads are counted apart.',
  parameters: z.object({ period }),
  sql: ({ period: asked }) => {
    // Of whole seconds the 90th percentile is a whole number of tenths: found as such, it is the same to the last digit in every engine.
    const figures = sql`answer, in_time, working_hours, calendar_hours, waiting_hours, conversion_days, lacks_time`;
    const of = (dimension: string, member: string, table = sql`of_leads`) => sql`
      select ${dimension} as dimension, ${identifier(member)} as member, ${figures} from ${table} where ${identifier(member)} is not null`;
    return sql`
    with of_leads as (
      select speed.*, course.pool, course.source, 'all' as everything, ${lacksTime(sql`course.first_contact_at`)} as lacks_time
      from lead_speed as speed
      inner join lead_course as course on course.lead_id = speed.lead_id
      where ${inPeriod(sql`created_at`, asked)}
    ),
    of_reps as (
      select speed.*, ${lacksTime(sql`speed.first_contact_at`)} as lacks_time
      from rep_speed as speed
      inner join lead_course as course on course.lead_id = speed.lead_id
      where ${inPeriod(sql`created_at`, asked)}
    ),
    grouped as (
      ${of('all', 'everything')}
      union all ${of('rep', 'rep', sql`of_reps`)}
      union all ${of('pool', 'pool')}
      union all ${of('source', 'source')}
    )
    select
      dimension, member,
      count(*) as leads,
      ${known(sql`count(*) filter (where answer = 'contacted')`)} as contacted,
      ${known(sql`count(*) filter (where answer in ('waiting', 'missed'))`)} as unanswered,
      percentile_cont(0.5) within group (order by working_hours::double precision) as median_hours,
      floor(percentile_cont(0.9) within group (order by floor(working_hours * 3600 + 0.5)::double precision) * 10 + 0.5)::double precision
        / 36000 as p90_hours,
      percentile_cont(0.5) within group (order by calendar_hours::double precision) as median_calendar_hours,
      ${known(sql`count(in_time)`)} as judged,
      ${known(sql`count(*) filter (where in_time)`)} as in_time,
      percentile_cont(0.5) within group (order by waiting_hours::double precision) as median_waiting_hours,
      sum(lacks_time) as without_time,
      percentile_cont(0.5) within group (order by conversion_days::double precision) as median_conversion_days
    from grouped
    group by dimension, member`;
  },
});

/** 1 where only the day of the first contact is known. */
function lacksTime(at: Sql): Sql {
  return sql`case when ${at} = cast(cast(${at} as date) as timestamp) then 1 else 0 end`;
}

/** The count, unless of more than one lead in twenty nobody knows whether or when it was contacted. */
function known(count: Sql): Sql {
  return unlessUnknown(sql`count(*) filter (where answer = 'unknown')`, sql`count(*)`, count);
}
