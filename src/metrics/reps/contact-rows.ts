import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { within } from '../comparison/parts/periods.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { reviewOf } from './parts/review.ts';

const notGiven = { empty: both('The file does not say.', '文件未提供。') };

export const contactRows = defineMetric({
  id: 'contact_rows',
  question: both('Who contacted whom, how, and was the next contact kept?', '谁联系了谁、用什么方式，计划的下次联系是否兑现？'),
  grain: ['customer_id', 'contact_order'],
  columns: {
    contact_order: column.count(
      both('Number', '序号'),
      both(
        'Which contact with the customer it is, by time; those with no customer are numbered together.',
        '与该客户的第几次联系，按时间；没有客户的联系一起编号。',
      ),
    ),
    rep: column.text(
      both('Rep', '销售'),
      both(
        'Who made the contact, else who owns the customer, as in rep_names; empty where neither is known.',
        '跟进人，没有时取客户负责人，写法同 rep_names；均不详时为空文本。',
      ),
    ),
    customer_id: column.id(both('Customer id', '客户编号'), both('The customer contacted.', '所联系的客户。'), {
      empty: both('The contact was with a lead, or the file does not say.', '联系的是线索，或文件未提供。'),
    }),
    lead_id: column.id(both('Lead id', '线索编号'), both('The lead contacted.', '所联系的线索。'), notGiven),
    channel: column.id(
      both('Channel', '跟进方式'),
      both('visit, call, email, meeting or message.', 'visit 拜访、call 电话、email 邮件、meeting 会议、message 消息。'),
      notGiven,
    ),
    contacted_on: column.date(both('Contacted on', '跟进日期'), both('Day of the contact.', '跟进的日期。')),
    period: column.id(
      both('Period', '时期'),
      both('current: the period under review; previous: the one before.', 'current 本期；previous 上期。'),
      { empty: both('It lies in neither.', '不在这两期之内。') },
    ),
    next_on: column.date(
      both('Next planned for', '计划下次跟进日'),
      both('Day of the next contact that was planned, after that of this one.', '计划的下一次跟进日期（晚于本次）。'),
      { empty: both('None was planned.', '没有计划。') },
    ),
    followed_on: column.date(
      both('Next contact', '实际下次跟进日'),
      both('The next day on which anybody contacted the same customer.', '任何人再次联系该客户的下一个日期。'),
      { empty: both('There was none by the as-of date, or the contact was not with a customer.', '至截止日没有，或联系的不是客户。') },
    ),
    plan: column.id(
      both('Plan', '计划兑现'),
      both(
        'Of a contact with a customer that planned the next one. kept: it took place by that day; late: later; missed: the day has passed and there has been none; open: the day has not passed.',
        '与客户的联系中计划了下次跟进的：kept 按期；late 逾期后才跟进；missed 已过期且未跟进；open 未到期。',
      ),
      {
        empty: both(
          'No next contact was planned, it was not with a customer, or the customer was lost before that day.',
          '没有计划、联系的不是客户，或客户在计划日前已流失。',
        ),
      },
    ),
  },
  requires: [['activities.at']],
  reads: ['activities.customer_id', 'activities.lead_id', 'activities.rep', 'activities.channel', 'activities.next_at'],
  uses: ['rep_names'],
  usesIfComputed: ['customer_profile'],
  source: 'Definition: contacts as the files have them, up to the as-of date; what is planned for later is no contact.',
  parameters: z.object({ as_of: asOf, period }),
  sql: ({ as_of, period: asked }) => {
    const review = reviewOf(asked, as_of);
    return sql`
    with sellers as (select key as written, rep from rep_names),
    owners as (select key as owner, rep from rep_names),
    owned as (
      select profile.customer_id, owners.rep, profile.lost_on
      from customer_profile as profile
      left join owners on owners.owner = profile.owner
    ),
    written_contacts as (
      select
        customer_id, lead_id, rep as written, channel, activities.at as contacted_at, cast(activities.at as date) as contacted_on,
        case when cast(next_at as date) > cast(activities.at as date) then cast(next_at as date) end as next_on
      from activities
      where activities.at is not null ${as_of === null ? sql`` : sql`and cast(activities.at as date) <= ${as_of}::date`}
    ),
    contact_days as (select customer_id, contacted_on from written_contacts where customer_id is not null group by customer_id, contacted_on),
    followed as (
      select customer_id, contacted_on, lead(contacted_on) over (partition by customer_id order by contacted_on) as followed_on
      from contact_days
    ),
    placed as (
      select
        coalesce(sellers.rep, owned.rep, '') as rep, contacts.customer_id, contacts.lead_id, contacts.channel, contacts.contacted_at,
        contacts.contacted_on, contacts.next_on, followed.followed_on, owned.lost_on
      from written_contacts as contacts
      left join sellers on sellers.written = contacts.written
      left join owned on owned.customer_id = contacts.customer_id
      left join followed on followed.customer_id = contacts.customer_id and followed.contacted_on = contacts.contacted_on
    )
    select
      row_number() over (
        partition by customer_id order by contacted_at, rep, channel nulls last, next_on nulls last, lead_id nulls last
      ) as contact_order,
      rep, customer_id, lead_id, channel, contacted_on, next_on, followed_on,
      case
        when ${within(sql`contacted_on`, review?.current)} then 'current'
        when ${within(sql`contacted_on`, review?.previous)} then 'previous'
      end as period,
      case
        when customer_id is null or next_on is null or lost_on < next_on then null
        when followed_on <= next_on then 'kept'
        when followed_on is not null then 'late'
        when next_on < ${as_of}::date then 'missed'
        else 'open'
      end as plan
    from placed`;
  },
});
