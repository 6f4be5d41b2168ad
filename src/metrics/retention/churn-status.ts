import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { alarmCycles, leastOverdueDays, purchasesOfCycle } from '../../forecast/churn/silence.ts';
import { asOf, churn } from '../parameters.ts';
import { overdueAfter } from './parts/late.ts';
import { contractEnd, lostAfter, markedAsLost } from './parts/lost.ts';
import { usualGap } from './parts/usual-gap.ts';

const days = { unit: 'days' };
const noRhythm = { empty: both('Fewer than three purchase days: no rhythm to tell.', '购买不足三天，看不出购买节奏。') };

export const churnStatus = defineMetric({
  id: 'churn_status',
  question: both('Which customers are lost, too new to tell, or still with us?', '哪些客户已流失、历史不足，或仍在合作？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    status: column.id(
      both('Status', '状态'),
      both(
        'lost, too_new (bought once, or for the first time too recently) or scored.',
        'lost 已流失、too_new 历史不足（仅购买一次或首购过近）、scored 可评估。',
      ),
    ),
    lost_by: column.id(both('Lost by', '流失依据'), both('mark, silence or contract.', 'mark 标记、silence 沉默、contract 合同到期。'), {
      empty: both('The customer is not lost.', '该客户未流失。'),
    }),
    purchases: column.count(both('Purchase days', '购买天数'), both('Days with a purchase so far.', '至今有购买的天数。'), days),
    first_on: column.date(both('First purchase', '首次购买'), both('First purchase day.', '首个购买日。')),
    last_on: column.date(both('Last purchase', '最近购买'), both('Last purchase day.', '最近购买日。')),
    silence_days: column.count(
      both('Silent for', '沉默天数'),
      both('Days from the last purchase to the as-of date.', '最近购买至截止日的天数。'),
      days,
    ),
    cycle_days: column.number(
      both('Usual gap', '通常购买间隔'),
      both(
        'Mean of the days between its purchases; with fewer than three purchase days too few to tell: the median of those means over all repeat customers.',
        '其历次购买间隔天数的均值；购买不足三天的客户无从判断，取全体复购客户间隔均值的中位数。',
      ),
      {
        ...days,
        empty: both('The customer has too few purchases, and nobody bought twice.', '该客户购买次数不足，且没有任何复购客户。'),
      },
    ),
    silent_cycles: column.number(
      both('Silence in usual gaps', '沉默倍数'),
      both('Days of silence divided by the usual gap.', '沉默天数 ÷ 通常购买间隔。'),
      { empty: both('There is no usual gap to go by.', '没有可用的通常购买间隔。') },
    ),
    longest_gap_days: column.count(
      both('Longest gap', '最长购买间隔'),
      both('Most days between two of its purchases so far.', '至今相邻两次购买间隔的最大天数。'),
      { ...days, ...noRhythm },
    ),
    overdue_after_days: column.number(
      both('Overdue after', '超期界限'),
      both(
        `Days of silence beyond which the customer is overdue: its longest gap, but no more than ${alarmCycles} usual gaps, and at least ${leastOverdueDays} days.`,
        `沉默超过该天数即为超期未购：取其最长购买间隔，但不超过通常间隔的 ${alarmCycles} 倍，且不少于 ${leastOverdueDays} 天。`,
      ),
      { ...days, ...noRhythm },
    ),
    lost_after_days: column.number(
      both('Lost after', '流失界限'),
      both('Days of silence from which the customer counts as lost.', '沉默超过该天数即视为流失。'),
      { ...days, empty: both('The churn definition does not go by silence.', '流失定义不依据沉默天数。') },
    ),
    value: column.money(
      both('Revenue so far', '累计购买额'),
      both('Sum of all purchases, less the returns that followed them.', '全部购买金额合计，已扣除随后的退货。'),
      {
        empty: both('No order has an amount.', '所有订单均无金额。'),
      },
    ),
    expected_value: column.average(
      both('Usual spend', '通常购买额'),
      both(
        'What it would spend in the horizon if it went on as before: mean value of a purchase × purchases in the horizon, repeat purchases ÷ days from first to last, at least one horizon.',
        '照以往节奏在一个窗口内的购买额：平均每次购买额 × 窗口内的购买次数（复购次数 ÷ 首末购买间隔天数，不足一个窗口按一个窗口计）。',
      ),
      { empty: both('No order has an amount.', '所有订单均无金额。') },
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['purchase_days', 'purchase_cycle'],
  usesIfComputed: ['churn_flags'],
  source:
    'Definition: the churn rule of the configuration, else silence beyond three usual gaps and 180 days, whatever the horizon; a mark in the customer file first.',
  parameters: z.object({ as_of: asOf, churn }),
  sql: (parameters) => sql`
    with histories as (
      select
        customer_id,
        count(*) as purchases,
        min(purchased_on) as first_on,
        max(purchased_on) as last_on,
        max(purchased_on) - min(purchased_on) as span_days,
        ${parameters.as_of}::date - max(purchased_on) as silence_days,
        ${parameters.as_of}::date - min(purchased_on) as age_days,
        sum(value) as value,
        count(value) as valued
      from purchase_days
      where purchased_on <= ${parameters.as_of}::date
      group by customer_id
    ),
    usual as (${usualGap(parameters.as_of)}),
    paced as (
      select
        histories.*,
        case when histories.purchases >= ${purchasesOfCycle} then span_days::double precision / (purchases - 1) else usual.mean_gap end as cycle_days,
        case when histories.purchases >= ${purchasesOfCycle} then purchase_cycle.longest_gap_days end as longest_gap_days
      from histories
      cross join (select mean_gap from usual) as usual
      left join purchase_cycle on purchase_cycle.customer_id = histories.customer_id
    ),
    limited as (
      select paced.*, ${lostAfter(parameters.churn)} as lost_after_days from paced
    ),
    judged as (
      select
        limited.*,
        case
          when ${markedAsLost('limited.last_on', parameters.as_of)} then 'mark'
          ${contractEnd('limited.last_on', parameters.churn, parameters.as_of, sql`'contract'`)}
          when limited.silence_days > limited.lost_after_days then 'silence'
        end as lost_by
      from limited left join churn_flags on churn_flags.customer_id = limited.customer_id
    )
    select
      customer_id,
      case
        when lost_by is not null then 'lost'
        when purchases = 1 or age_days < ${parameters.churn.min_age_days} then 'too_new'
        else 'scored'
      end as status,
      lost_by,
      purchases,
      first_on,
      last_on,
      silence_days,
      cycle_days,
      silence_days::double precision / cycle_days as silent_cycles,
      longest_gap_days,
      case when purchases >= ${purchasesOfCycle} then ${overdueAfter(sql`longest_gap_days`, sql`cycle_days`)} end as overdue_after_days,
      lost_after_days,
      value,
      value::double precision / nullif(valued, 0)
        * (${parameters.churn.horizon_days} * (purchases - 1))::double precision / greatest(span_days, ${parameters.churn.horizon_days}) as expected_value
    from judged`,
});
