import { z } from 'zod';
import { join, type Sql, sql, trusted } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { within } from '../comparison/parts/periods.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { repReview } from '../rep-parameter.ts';
import { dealUnit } from './parts/deal-unit.ts';
import { isKnown, reviewOf } from './parts/review.ts';
import { toldReps } from './parts/told-reps.ts';
import { repCustomers } from './rep-customers.ts';

const money = (en: string, zh: string, meaningEn: string, meaningZh: string) => column.money(both(en, zh), both(meaningEn, meaningZh));
const cases = (en: string, zh: string, meaningEn: string, meaningZh: string) => column.count(both(en, zh), both(meaningEn, meaningZh));

/** Fields of a customer that are to be filled in. */
const profileFields = ['industry', 'region', 'level', 'size', 'source'] as const;

export const repUnits = defineMetric({
  id: 'rep_units',
  question: both('What does each customer add to the measures of each rep?', '每位客户对每位销售的各项指标贡献多少？'),
  grain: ['customer_id', 'rep'],
  columns: {
    customer_id: {
      ...customerId,
      meaning: both(
        'Of the customer; a deal without one stands for itself: deal and its place in deal_rows.',
        '客户编号；没有客户的商机各成一行：deal 加其在 deal_rows 中的序号。',
      ),
    },
    rep: repCustomers.columns['rep']!,
    revenue: money('Revenue', '销售额', 'Of the period, sold by the rep.', '本期由其成交的销售额。'),
    profit: money('Profit', '利润', 'Of the lines whose profit is known.', '利润已知各行的利润。'),
    profit_base: money('Base of the profit', '利润对应销售额', 'Revenue of those lines.', '上述各行的销售额。'),
    revenue_difference: money(
      'Difference of revenue',
      '销售额增减',
      'Against the period before; 0 where that is not known.',
      '较上期；上期未知为 0。',
    ),
    previous_revenue: money('Revenue before', '上期销售额', 'Of the period before; 0 where that is not known.', '上期销售额；未知为 0。'),
    gained: cases('Gained', '新增', '1 where the first order of all lies in the period.', '首单在本期为 1。'),
    bought_before: cases('Bought before', '上期购买', '1 where it bought from the rep in the period before.', '上期向其购买为 1。'),
    kept: cases('Kept', '留存', 'Of these, 1 where it bought again, from anybody.', '其中本期仍购买（不论向谁）为 1。'),
    kept_revenue: money('Revenue of those kept', '留存销售额', 'Revenue now of who bought before.', '上期客户的本期销售额。'),
    won: cases('Deals won', '赢单数', 'Deals of the rep closed in the period.', '本期结束的赢单数。'),
    decided: cases('Deals decided', '已结束商机', 'Deals won and lost in the period.', '本期赢单与输单数。'),
    contacted: cases(
      'In time',
      '按时联系',
      '1 where the last contact lies within the days of the tier.',
      '最近联系在层级规定天数之内为 1。',
    ),
    to_contact: cases(
      'To contact',
      '应联系',
      '1 where the rep owns the customer and records contacts, of which at most one in twenty names nobody.',
      '由其负责，且其跟进记录至多二十分之一未写明对象为 1。',
    ),
    satisfaction: column.wide(both('Satisfaction', '满意度合计'), both('Sum of the scores of the period.', '本期评分合计。')),
    answers: cases('Answers', '评分数', 'Scores of the period.', '本期评分数。'),
    complaints: cases('Complaints', '投诉数', 'Complaints of the period.', '本期投诉数。'),
    orders: column.count(
      both('Orders', '订单数'),
      both('Orders of the period; 0 where no feedback is on record.', '本期订单数；没有反馈数据为 0。'),
      { unit: 'orders' },
    ),
    payments: money('Paid', '回款', 'Of the lines that say.', '有付款信息各行的已付金额。'),
    payments_base: money('Base of what was paid', '回款对应销售额', 'Revenue of those lines.', '上述各行的销售额。'),
    filled_fields: cases(
      'Fields filled in',
      '已填项',
      'Of industry, region, level, size and source.',
      '行业、地区、级别、规模、来源中已填的项数。',
    ),
    fields: cases('Fields', '应填项', 'Of these, those that any customer has.', '其中至少一位客户有值的项数。'),
  },
  requires: [['orders.ordered_at', 'opportunities.state', 'opportunities.stage']],
  reads: [
    'orders.customer_id',
    'activities.customer_id',
    'activities.at',
    'feedback.customer_id',
    'feedback.at',
    'feedback.kind',
    'feedback.csat',
    'feedback.nps',
  ],
  uses: [],
  usesIfComputed: ['rep_customers', 'deal_rows', 'customer_profile', 'customer_scores', 'contact_rows'],
  source: 'Definition: what the measures of rep_measures are sums and ratios of, by customer and rep.',
  parameters: z.object({ as_of: asOf, period, reps: repReview }),
  sql: ({ as_of, period: asked, reps: { contact_days: days } }) => {
    const review = reviewOf(asked, as_of);
    const current = review?.current;
    const [last = 90, ...others] = days.toReversed();
    const standard = sql`case tiered.tier ${join(
      others.toReversed().map((each, index) => sql`when ${index + 1} then ${each}`),
      ' ',
    )} else ${last} end`;
    const inTime =
      current === undefined ? sql`false` : sql`called.last_on >= ${current.to}::date - (${others.length === 0 ? sql`${last}` : standard})`;
    return sql`
    with decided as (
      select ${dealUnit} as customer_id, rep, count(*) filter (where state = 'won') as won, count(*) as decided
      from deal_rows
      where in_period
      group by ${dealUnit}, rep
    ),
    called as (
      select customer_id, cast(max(activities.at) as date) as last_on
      from activities
      where customer_id is not null and ${current === undefined ? sql`true` : sql`activities.at < ${current.to}::timestamp`}
      group by customer_id
    ),
    answered as (
      select
        customer_id,
        sum(csat) as csat, count(csat) as csat_answers, sum(nps) as nps, count(nps) as nps_answers,
        count(*) filter (where kind = 'complaint') as complaints
      from feedback
      where customer_id is not null and ${within(sql`cast(feedback.at as date)`, current)}
      group by customer_id
    ),
    scales as (select coalesce(sum(csat_answers), 0) as with_csat, count(*) as customers from answered),
    told as (${toldReps}),
    tiered as (select customer_id, tier from customer_scores),
    known as (select ${join(profileFields.map((field) => sql`max(case when ${trusted(field)} is not null then 1 else 0 end) as ${trusted(field)}`))} from customer_profile),
    starts as (select min(first_on) as first_on from rep_customers),
    pairs as (
      select
        held.*, ${isKnown('previous', review, sql`starts.first_on`)} as has_previous,
        ${join(profileFields.map((field) => sql`case when customer_profile.${trusted(field)} is not null then 1 else 0 end as ${trusted(`has_${field}`)}`))}
      from rep_customers as held
      left join customer_profile on customer_profile.customer_id = held.customer_id
      cross join starts
      where held.current_in_book or held.previous_in_book or held.current_revenue is not null or held.previous_revenue is not null
    ),
    pairings as (select customer_id, rep from pairs union select customer_id, rep from decided)
    select
      pairings.customer_id, pairings.rep,
      coalesce(pairs.current_revenue, 0) as revenue,
      coalesce(pairs.current_profit, 0) as profit,
      coalesce(pairs.current_profit_base, 0) as profit_base,
      case when pairs.has_previous then coalesce(pairs.current_revenue, 0) - coalesce(pairs.previous_revenue, 0) else 0 end as revenue_difference,
      case when pairs.has_previous then coalesce(pairs.previous_revenue, 0) else 0 end as previous_revenue,
      case when pairs.current_orders > 0 and ${within(sql`pairs.first_on`, current)} then 1 else 0 end as gained,
      ${flag(sql`pairs.has_previous and pairs.previous_orders > 0`)} as bought_before,
      ${flag(sql`pairs.has_previous and pairs.previous_orders > 0 and pairs.current_all_orders > 0`)} as kept,
      case when pairs.has_previous and pairs.previous_orders > 0 then coalesce(pairs.current_revenue, 0) else 0 end as kept_revenue,
      coalesce(decided.won, 0) as won,
      coalesce(decided.decided, 0) as decided,
      ${flag(sql`${owned} and told.rep is not null and ${inTime}`)} as contacted,
      ${flag(sql`${owned} and told.rep is not null`)} as to_contact,
      case when pairs.is_owner then coalesce(case when scales.with_csat > 0 then answered.csat else answered.nps end, 0) else 0 end as satisfaction,
      case when pairs.is_owner then coalesce(case when scales.with_csat > 0 then answered.csat_answers else answered.nps_answers end, 0) else 0 end as answers,
      case when pairs.is_owner then coalesce(answered.complaints, 0) else 0 end as complaints,
      case when scales.customers > 0 then coalesce(pairs.current_orders, 0) else 0 end as orders,
      coalesce(pairs.current_payments, 0) as payments,
      coalesce(pairs.current_payments_base, 0) as payments_base,
      case when ${owned} then ${join(
        profileFields.map((field) => sql`${trusted(`pairs.has_${field}`)} * ${trusted(`known.${field}`)}`),
        ' + ',
      )} else 0 end as filled_fields,
      case when ${owned} then ${join(
        profileFields.map((field) => trusted(`known.${field}`)),
        ' + ',
      )} else 0 end as fields
    from pairings
    left join pairs on pairs.customer_id = pairings.customer_id and pairs.rep = pairings.rep
    left join decided on decided.customer_id = pairings.customer_id and decided.rep = pairings.rep
    left join called on called.customer_id = pairings.customer_id
    left join told on told.rep = pairings.rep
    left join answered on answered.customer_id = pairings.customer_id
    left join tiered on tiered.customer_id = pairings.customer_id
    cross join scales
    cross join known`;
  },
});

const owned = sql`pairs.is_owner and pairs.current_in_book`;

function flag(condition: Sql): Sql {
  return sql`case when ${condition} then 1 else 0 end`;
}
