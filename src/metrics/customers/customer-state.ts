import { z } from 'zod';
import { join, type Sql, sql } from '../../engine/sql.ts';
import { daysBetween } from '../../lib/dates.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { alarmCycles, leastOverdueDays, purchasesOfCycle } from '../../forecast/churn/silence.ts';
import { asOf, churn, period } from '../parameters.ts';
import { overdueAfter } from '../retention/parts/late.ts';
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
        `The first that holds of: lost (see churn_status); complaint: a complaint is open; payment: it owes past the due date at least as much as its average order; overdue: bought on at least ${purchasesOfCycle} days and silent for longer than ever between two purchases (or than ${alarmCycles} times its mean gap, where it once paused for longer), and for more than ${leastOverdueDays} days; falling: it has a rhythm, and the revenue of the twelve months (or the period, where that is as long) is at least ${100 * clearFall}% below the ones before; new: first bought lately (churn.min_age_days), or bought once and no longer ago than others take to buy again; once_or_twice: bought once or twice, too little for a rhythm; steady: none of these. What the files do not tell is passed over.`,
        `依次取最先成立者：lost 已流失（见 churn_status）；complaint 有未关闭投诉；payment 逾期欠款不低于其客单价；overdue 超期：至少在 ${purchasesOfCycle} 天有购买，且沉默超过以往最长的购买间隔（曾有更长停顿者为平均间隔的 ${alarmCycles} 倍），并超过 ${leastOverdueDays} 天；falling 有购买节奏，且近十二个月（或不短于此的统计期）销售额较上期下降 ${100 * clearFall}% 以上；new 首购不久（churn.min_age_days），或仅购一次且未超过其他客户复购所需的天数；once_or_twice 仅购一两次，看不出节奏；steady 以上均无。数据文件未提供的不判断。`,
      ),
      { empty: both('Nothing is known of its purchases.', '没有该客户的购买信息。') },
    ),
    rhythm: column.id(
      both('Purchase rhythm', '购买节奏'),
      both(
        'lost, overdue, new, once_or_twice or in_time, by its purchases (or the mark of a loss) alone; without orders by the summary columns of the customer file.',
        'lost 已流失、overdue 超期未购、new 新客户、once_or_twice 仅购一两次、in_time 正常，仅依据购买（或流失标记）；没有订单时依据客户文件的汇总列。',
      ),
      { empty: both('Nothing is known of its purchases.', '没有该客户的购买信息。') },
    ),
    rfm_segment: column.id(
      both('RFM segment', 'RFM 客群'),
      both(
        'The segment of rfm_scores, which compares customers with each other, unless the own rhythm of the customer contradicts it: lost and new customers are so in both; one that is overdue is in none that says it buys, one in time in none that says it fades, one that bought once or twice is neither lost nor new. Then frequency (and money) alone choose.',
        'rfm_scores 的客群是客户之间的相对比较；与客户自身购买节奏矛盾时以节奏为准：已流失与新客户两者一致；超期未购者不归入“在购买”的客群，节奏正常者不归入“在流失”的客群，仅购一两次者不归入已流失或新客户，此时仅按频率（与金额）归类。',
      ),
      { empty: both('The customer has no RFM scores.', '该客户没有 RFM 评分。') },
    ),
  },
  requires: [],
  uses: ['customer_profile'],
  usesIfComputed: ['churn_status', 'churn_flags', 'churn_feedback', 'revenue_growth', 'rfm_scores'],
  source:
    'Definition: by the churn rule and the usual gap of the customer; complaints and debts of the files go before what its purchases say.',
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
        coalesce(churn_status.purchases, profile.orders) as purchases,
        churn_status.cycle_days as usual_days,
        case when churn_status.status is null and profile.orders >= ${purchasesOfCycle}
          then (profile.tenure_days - profile.recency_days)::double precision / (profile.orders - 1)
        end as cycle_days,
        churn_status.overdue_after_days,
        coalesce(${as_of}::date - churn_status.first_on, profile.tenure_days) as age_days,
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
          when silence_days is not null and age_days < ${rule.min_age_days} then 'new'
          when silence_days > overdue_after_days or (cycle_days is not null and silence_days > ${overdueAfter(sql`null`, sql`cycle_days`)}) then 'overdue'
          when purchases = 1 and silence_days <= usual_days then 'new'
          when purchases < ${purchasesOfCycle} and silence_days is not null then 'once_or_twice'
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
        ${isLong ? sql`when rhythm = 'in_time' and revenue_growth.growth_rate <= ${-clearFall} then 'falling'` : sql``}
        when rhythm in ('new', 'once_or_twice') then rhythm
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
        when rhythm = 'once_or_twice' and silence_days > usual_days and rfm_scores.rfm_segment in (${texts(buying)}) then 'about_to_sleep'
        when rfm_scores.rfm_segment = 'new' then 'promising'
        when rfm_scores.rfm_segment = 'lost' then 'about_to_sleep'
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
