import { z } from 'zod';
import { join, type Sql, sql } from '../../engine/sql.ts';
import { daysBetween } from '../../lib/dates.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, churn, period } from '../parameters.ts';
import { lostAfter, markedAsLost } from '../retention/parts/lost.ts';

/** A loss of so much of the revenue is no swing any more. */
const clearFall = 0.3;

/** Shorter windows compare a season, or two orders. */
const leastWindowDays = 360;

/** Segments that say the customer buys, and those that say it does so less or no more. */
const buying = ['champions', 'loyal', 'potential_loyalist', 'new', 'promising'];
const fading = ['about_to_sleep', 'at_risk', 'cannot_lose', 'lost'];

export const customerState = defineMetric({
  id: 'customer_state',
  question: both('In which state is each customer, and what does it need first?', '每位客户处于什么状态，首先需要什么？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    state: column.id(
      both('State', '状态'),
      both(
        `The first that holds of: lost (see churn_status); complaint: a complaint is open; payment: it owes past the due date at least as much as its average order; overdue: silent for longer than its own cycle; falling: revenue of the twelve months (or the period, where that is as long) at least ${100 * clearFall} % below the ones before; new: bought once or for the first time lately, and not overdue; steady: none of these. What the files do not tell is passed over.`,
        `依次取最先成立者：lost 已流失（见 churn_status）；complaint 有未关闭投诉；payment 逾期欠款不低于其客单价；overdue 沉默超过自身购买周期；falling 近十二个月（或不短于此的统计期）销售额较上期下降 ${100 * clearFall}% 以上；new 仅购买一次或首购不久，且未超期；steady 以上均无。数据文件未提供的不判断。`,
      ),
      { empty: both('Nothing is known of its purchases.', '没有该客户的购买信息。') },
    ),
    rhythm: column.id(
      both('Purchase rhythm', '购买节奏'),
      both(
        'lost, overdue, new or in_time, by its purchases (or the mark of a loss) alone; without orders by the summary columns of the customer file.',
        'lost 已流失、overdue 超期未购、new 新客户、in_time 正常，仅依据购买（或流失标记）；没有订单时依据客户文件的汇总列。',
      ),
      { empty: both('Nothing is known of its purchases.', '没有该客户的购买信息。') },
    ),
    rfm_segment: column.id(
      both('RFM segment', 'RFM 客群'),
      both(
        'The segment of rfm_scores, which compares customers with each other, unless the own rhythm of the customer contradicts it: lost and new customers are so in both; one that is overdue is in none that says it buys, one in time in none that says it fades. Then frequency (and money) alone choose.',
        'rfm_scores 的客群是客户之间的相对比较；与客户自身购买节奏矛盾时以节奏为准：已流失与新客户两者一致；超期未购者不归入“在购买”的客群，节奏正常者不归入“在流失”的客群，此时仅按频率（与金额）归类。',
      ),
      { empty: both('The customer has no RFM scores.', '该客户没有 RFM 评分。') },
    ),
  },
  requires: [],
  uses: ['customer_profile'],
  usesIfComputed: ['churn_status', 'churn_flags', 'churn_feedback', 'revenue_growth', 'rfm_scores'],
  source:
    'Definition: by the churn rule and the own cycle of the customer; complaints and debts of the files go before what its purchases say.',
  parameters: z.object({ as_of: asOf, period, churn }),
  sql: ({ as_of, period: asked, churn: rule }) => {
    const isLong = asked === null || daysBetween(asked.from, asked.to) >= leastWindowDays;
    return sql`
    with histories as (
      select
        profile.customer_id,
        profile.average_order,
        churn_status.status,
        case when churn_status.status is null and ${markedAsLost('profile.last_order_on', as_of)} then 1 else 0 end as marked,
        coalesce(churn_status.silence_days, profile.recency_days) as silence_days,
        case
          when churn_status.status is not null then churn_status.cycle_days
          when profile.orders > 2 then (profile.tenure_days - profile.recency_days)::double precision / (profile.orders - 1)
        end as cycle_days,
        case when profile.orders = 1 or profile.tenure_days < ${rule.min_age_days} then 1 else 0 end as is_new,
        churn_flags.overdue_amount
      from customer_profile as profile
      left join churn_status on churn_status.customer_id = profile.customer_id
      left join churn_flags on churn_flags.customer_id = profile.customer_id
    ),
    paced as (
      select
        histories.*,
        case
          when status = 'lost' or marked = 1 or (status is null and silence_days > ${lostAfter(rule)}) then 'lost'
          when silence_days > cycle_days then 'overdue'
          when status = 'too_new' or (status is null and silence_days is not null and is_new = 1) then 'new'
          when silence_days is not null then 'in_time'
        end as rhythm
      from histories
    )
    select
      paced.customer_id,
      case
        when rhythm = 'lost' then 'lost'
        when churn_feedback.open_complaints > 0 then 'complaint'
        when overdue_amount > 0 and overdue_amount::double precision >= coalesce(average_order, 0) then 'payment'
        when rhythm = 'overdue' then 'overdue'
        ${isLong ? sql`when revenue_growth.growth_rate <= ${-clearFall} then 'falling'` : sql``}
        when rhythm = 'new' then 'new'
        when rhythm = 'in_time' then 'steady'
      end as state,
      rhythm,
      case
        when rfm_scores.rfm_segment is null then null
        when rhythm in ('lost', 'new') then rhythm
        when rhythm = 'overdue' and rfm_scores.rfm_segment in (${texts([...buying, 'lost'])}) then case
          when frequency_score >= 4 and monetary_score >= 4 then 'cannot_lose'
          when frequency_score >= 2 then 'at_risk'
          else 'about_to_sleep'
        end
        when rhythm = 'in_time' and rfm_scores.rfm_segment in (${texts(fading)}) then case when frequency_score >= 3 then 'loyal' else 'need_attention' end
        when rhythm = 'in_time' and rfm_scores.rfm_segment = 'new' then 'promising'
        else rfm_scores.rfm_segment
      end as rfm_segment
    from paced
    left join churn_feedback on churn_feedback.customer_id = paced.customer_id
    left join revenue_growth on revenue_growth.customer_id = paced.customer_id
    left join rfm_scores on rfm_scores.customer_id = paced.customer_id`;
  },
});

function texts(ids: readonly string[]): Sql {
  return join(ids.map((id) => sql`${id}`));
}
