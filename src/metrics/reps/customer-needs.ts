import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { clearFall } from './fall-recovery.ts';
import { lapseMonths, lapseTables, leastCustomers } from './parts/customer-lapse.ts';
import { isKnown, reviewOf } from './parts/review.ts';

const noEstimate = both(
  `Fewer than ${leastCustomers} customers tell the rate, or no order of the last twelve months has an amount.`,
  `可估算比率的客户不足 ${leastCustomers} 位，或近 12 个月没有带金额的订单。`,
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
        `Revenue of the period before less that of the period, where that is at least ${100 * clearFall}%; no more than the fall against the year before, where orders reach back to it, so that a season is none.`,
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
    usual_revenue: column.average(
      both('Usual purchase', '常规购买额'),
      both(
        'What it buys in as many days as the period has, whether it bought in the period or not: its revenue of the twelve months that end with the period, or since the first order of the files, × days of the period ÷ days of those.',
        '与本期同等天数的常规购买额，不论本期是否购买：截至期末 12 个月（数据不足 12 个月时自首张订单起）的销售额 × 本期天数 ÷ 该段天数。',
      ),
      { empty: both('No order of these months has an amount.', '这 12 个月没有带金额的订单。') },
    ),
    lapse_of_silent: column.flag(
      both('Share of silent ones', '按停购客户'),
      both(
        `Whether it bought nothing in the last ${lapseMonths} months (the period where that is longer), and the share that stays away is that of such customers.`,
        `近 ${lapseMonths} 个月（本期更长时为本期）没有订单，且未复购率取自同样停购的客户。`,
      ),
    ),
    lapse_customers: column.count(
      both('Customers of that share', '未复购率基数'),
      both(
        `Customers that the share that stays away is taken over: those that had bought in the window before where this one bought in the last, else those that had not; both where they are fewer than ${leastCustomers}.`,
        `计算未复购率的客户数：该客户最近窗口有订单时取前一窗口有订单的客户，否则取没有订单的；同类不足 ${leastCustomers} 位时两类合计。`,
      ),
      { unit: 'customers' },
    ),
    lapsed_customers: column.count(
      both('Of these stayed away', '其中未复购'),
      both('Those without an order in the last window.', '最近窗口没有订单的客户数。'),
      {
        unit: 'customers',
      },
    ),
    lapse_rate: column.ratio(
      both('Share that stays away', '未复购率'),
      both(
        `Stayed away ÷ customers of that share: of those that bought in the year before the last ${lapseMonths} months (the period where that is longer), the share without an order since.`,
        `其中未复购 ÷ 未复购率基数：近 ${lapseMonths} 个月（本期更长时为本期）之前一年内购买过的客户，此后没有订单的占比。`,
      ),
      { empty: both(`Fewer than ${leastCustomers} customers tell it.`, `可计算的客户不足 ${leastCustomers} 位。`) },
    ),
    value: column.average(
      both('Expected value', '预期金额'),
      both(
        'The larger of: what it bought less × the share of such falls that came back; its usual purchase × the share of such customers that stay away, where a complaint is open or a contact is due.',
        '取较大者：减购额 × 回补率；有未关闭投诉或应联系未联系时，常规购买额 × 同类客户未复购率。',
      ),
      { empty: noEstimate },
    ),
  },
  requires: [['orders.customer_id'], ['orders.ordered_at'], ['orders.amount']],
  uses: ['rep_customers', 'fall_recovery', 'customer_profile', 'order_totals'],
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
    ${lapseTables(review)},
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
        recovery.rate as recovery_rate, purchases.usual_revenue,
        coalesce(purchases.recent_orders, 0) = 0 and lapses.silent >= ${leastCustomers} as lapse_of_silent,
        coalesce(purchases.recent_orders, 0) > 0 and lapses.buying >= ${leastCustomers} as lapse_of_buying,
        lapses.silent, lapses.silent_lapsed, lapses.buying, lapses.buying_lapsed
      from totals
      join customer_profile as profile on profile.customer_id = totals.customer_id
      left join purchases on purchases.customer_id = totals.customer_id
      left join sellers on sellers.customer_id = totals.customer_id
      left join churn_feedback as complaints on complaints.customer_id = totals.customer_id
      left join last_contacts on last_contacts.customer_id = totals.customer_id
      left join neglected on neglected.customer_id = totals.customer_id
      cross join starts
      cross join recovery
      cross join lapses
      where profile.lost_on is null or profile.lost_on > ${as_of}::date
    ),
    counted as (
      select
        judged.*, case when fall >= previous_revenue * ${clearFall} then fall end as clear_fall,
        case when lapse_of_silent then silent when lapse_of_buying then buying else silent + buying end as lapse_customers,
        case when lapse_of_silent then silent_lapsed when lapse_of_buying then buying_lapsed else silent_lapsed + buying_lapsed end
          as lapsed_customers
      from judged
    ),
    needing as (
      select
        counted.*,
        case when lapse_customers >= ${leastCustomers} then lapsed_customers::double precision / nullif(lapse_customers, 0) end as lapse_rate
      from counted
    )
    select
      customer_id, customer_name, rep, revenue, clear_fall as fall,
      clear_fall::double precision / nullif(previous_revenue::double precision, 0) as fall_share,
      open_complaints, complaint_days, is_neglected, silent_days, rhythm_days, missed_on, recovery_rate,
      usual_revenue, lapse_of_silent, lapse_customers, lapsed_customers, lapse_rate,
      greatest(
        clear_fall::double precision * recovery_rate,
        case when open_complaints > 0 or is_neglected or missed_on is not null then usual_revenue * lapse_rate end
      ) as value
    from needing
    where clear_fall is not null or open_complaints > 0 or is_neglected or missed_on is not null`;
  },
});
