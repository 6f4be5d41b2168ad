import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { clearFall } from './fall-recovery.ts';
import { isKnown, reviewOf } from './parts/review.ts';

/** Rates over fewer customers are no ground for an estimate. */
const leastCustomers = 10;

const noEstimate = both(
  `The customer has no such need, or fewer than ${leastCustomers} customers tell the rate.`,
  `该客户没有此项需求，或可估算比率的客户不足 ${leastCustomers} 位。`,
);

export const customerNeeds = defineMetric({
  id: 'customer_needs',
  question: both('Which customers need somebody now, who is that, and what hangs on it?', '哪些客户现在需要跟进，由谁跟进，涉及多少金额？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    customer_name: column.text(both('Customer', '客户'), both('As in customer_profile.', '同 customer_profile。'), {
      empty: both('The files do not tell.', '数据文件中没有。'),
    }),
    rep: column.text(
      both('Rep', '销售'),
      both(
        'Who owns the customer, else who sold most to it in the two periods; empty where neither is known.',
        '客户负责人，没有时为两期内成交最多者；均不详时为空文本。',
      ),
    ),
    revenue: column.money(both('Revenue', '销售额'), both('Of the period under review, whoever sold it.', '本期销售额，不论由谁成交。')),
    fall: column.money(
      both('Bought less', '减购额'),
      both(
        `Revenue of the period before less that of the period, where that is at least ${100 * clearFall} %; no more than the fall against the year before, where orders reach back to it, so that a season is none.`,
        `上期减本期销售额，降幅达 ${100 * clearFall}% 以上时计；订单覆盖去年同期时，不超过较去年同期的减少额，以排除季节因素。`,
      ),
      { empty: both('It did not buy less by so much, or the period before is not known.', '没有明显减购，或上期未知。') },
    ),
    fall_share: column.ratio(both('Fall', '降幅'), both('Against the period before.', '较上期。'), { empty: both('As above.', '同上。') }),
    open_complaints: column.count(both('Open complaints', '未关闭投诉'), both('As in churn_feedback.', '同 churn_feedback。')),
    complaint_days: column.count(both('Oldest open complaint', '最早未关闭投诉'), both('As in churn_feedback.', '同 churn_feedback。'), {
      unit: 'days',
      empty: both('There is none.', '没有。'),
    }),
    is_neglected: column.flag(
      both('Neglected', '被冷落'),
      both('A key customer that nobody contacts, as in contact_customers.', '无人联系的重点客户，同 contact_customers。'),
    ),
    silent_days: column.count(
      both('Not contacted for', '未联系天数'),
      both('Of a neglected one, as in contact_customers.', '被冷落客户，同 contact_customers。'),
      {
        unit: 'days',
        empty: both('It is not neglected, or never contacted.', '未被冷落，或从未联系。'),
      },
    ),
    rhythm_days: column.number(
      both('Usual rhythm', '通常联系间隔'),
      both('Of a neglected one, as in contact_customers.', '被冷落客户，同 contact_customers。'),
      {
        unit: 'days',
        empty: both('It is not neglected, or has fewer than three days of contact.', '未被冷落，或联系日少于 3 天。'),
      },
    ),
    missed_on: column.date(
      both('Missed contact', '逾期跟进'),
      both('Day for which the last contact planned the next one, where it has passed.', '最近一次跟进所约定、已过期的下次跟进日。'),
      { empty: both('None is missed.', '没有逾期跟进。') },
    ),
    recovery_rate: column.ratio(both('Share that comes back', '回补率'), both('As in fall_recovery.', '同 fall_recovery。'), {
      empty: both(`Fewer than ${leastCustomers} customers tell it.`, `可计算的客户不足 ${leastCustomers} 位。`),
    }),
    lapse_rate: column.ratio(
      both('Share that stays away', '未复购率'),
      both(
        'Of the customers that bought in the period before, the share without an order in the period.',
        '上期购买的客户中本期没有订单的占比。',
      ),
      { empty: both(`Fewer than ${leastCustomers} bought in the period before.`, `上期购买的客户不足 ${leastCustomers} 位。`) },
    ),
    value: column.average(
      both('Expected value', '预期金额'),
      both(
        'The larger of: what it bought less × the share of such falls that came back; its revenue × the share of customers that stay away, where a complaint is open or a contact is due.',
        '取较大者：减购额 × 回补率；有未关闭投诉或应联系未联系时，本期销售额 × 未复购率。',
      ),
      { empty: noEstimate },
    ),
  },
  requires: [['orders.customer_id'], ['orders.ordered_at'], ['orders.amount']],
  uses: ['rep_customers', 'fall_recovery', 'customer_profile'],
  usesIfComputed: ['contact_rows', 'contact_customers', 'churn_feedback'],
  source: 'Definition: falls, open complaints and missed contacts by the as-of date; the estimates are rates of the same files.',
  parameters: z.object({ as_of: asOf, period }),
  sql: ({ as_of, period: asked }) => {
    const review = reviewOf(asked, as_of);
    return sql`
    with starts as (select min(first_on) as first_on from rep_customers),
    totals as (
      select
        customer_id,
        coalesce(sum(current_revenue), 0) as revenue, coalesce(sum(previous_revenue), 0) as previous_revenue,
        coalesce(sum(year_ago_revenue), 0) as year_revenue,
        max(current_all_orders) as orders, max(previous_all_orders) as previous_orders,
        max(case when is_owner then rep end) as owner
      from rep_customers
      group by customer_id
    ),
    sold as (
      select customer_id, rep, coalesce(current_revenue, 0) + coalesce(previous_revenue, 0) as revenue
      from rep_customers
      where rep <> '' and (current_orders > 0 or previous_orders > 0)
    ),
    most as (select customer_id, max(revenue) as revenue from sold group by customer_id),
    sellers as (
      select sold.customer_id, min(sold.rep) as rep
      from sold
      join most on most.customer_id = sold.customer_id and most.revenue = sold.revenue
      group by sold.customer_id
    ),
    lapses as (
      select
        case when count(*) >= ${leastCustomers}
          then (count(*) filter (where coalesce(orders, 0) = 0))::double precision / nullif(count(*), 0)
        end as rate
      from totals
      where previous_orders > 0
    ),
    recovery as (select case when customers >= ${leastCustomers} then share end as rate from fall_recovery),
    contacts as (
      select customer_id, contacted_on as day, next_on from contact_rows where customer_id is not null
    ),
    last_days as (select customer_id, max(day) as day from contacts group by customer_id),
    last_contacts as (
      select last_days.customer_id, last_days.day, max(contacts.next_on) as next_on
      from last_days
      join contacts on contacts.customer_id = last_days.customer_id and contacts.day = last_days.day
      group by last_days.customer_id, last_days.day
    ),
    neglected as (select customer_id, silent_days, rhythm_days from contact_customers where is_neglected),
    judged as (
      select
        totals.customer_id, profile.customer_name, coalesce(totals.owner, sellers.rep, '') as rep, totals.revenue, totals.previous_revenue,
        case when ${isKnown('previous', review, sql`starts.first_on`)} and totals.previous_revenue > 0
          then least(
            totals.previous_revenue - totals.revenue,
            case when ${isKnown('year_ago', review, sql`starts.first_on`)} then totals.year_revenue - totals.revenue
              else totals.previous_revenue - totals.revenue
            end
          )
        end as fall,
        coalesce(complaints.open_complaints, 0) as open_complaints, complaints.oldest_complaint_days as complaint_days,
        neglected.customer_id is not null as is_neglected, neglected.silent_days, neglected.rhythm_days,
        case when last_contacts.next_on < ${as_of}::date then last_contacts.next_on end as missed_on,
        recovery.rate as recovery_rate, lapses.rate as lapse_rate
      from totals
      join customer_profile as profile on profile.customer_id = totals.customer_id
      left join sellers on sellers.customer_id = totals.customer_id
      left join churn_feedback as complaints on complaints.customer_id = totals.customer_id
      left join last_contacts on last_contacts.customer_id = totals.customer_id
      left join neglected on neglected.customer_id = totals.customer_id
      cross join starts
      cross join recovery
      cross join lapses
      where profile.lost_on is null or profile.lost_on > ${as_of}::date
    ),
    needing as (
      select judged.*, case when fall >= previous_revenue * ${clearFall} then fall end as clear_fall
      from judged
    )
    select
      customer_id, customer_name, rep, revenue, clear_fall as fall,
      clear_fall::double precision / nullif(previous_revenue::double precision, 0) as fall_share,
      open_complaints, complaint_days, is_neglected, silent_days, rhythm_days, missed_on, recovery_rate, lapse_rate,
      greatest(
        clear_fall::double precision * recovery_rate,
        case when open_complaints > 0 or is_neglected or missed_on is not null
          then greatest(revenue::double precision, 0) * lapse_rate
        end
      ) as value
    from needing
    where clear_fall is not null or open_complaints > 0 or is_neglected or missed_on is not null`;
  },
});
