import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { alarmCycles, purchasesOfCycle } from '../../forecast/churn/silence.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { churn } from '../parameters.ts';
import { lateByOwnCycle } from './parts/late.ts';
import { usualProbability } from './parts/usual-probability.ts';

const notScored = both('The customer is lost or too new.', '客户已流失或历史不足。');

/**
 * At risk: the probability reaches the threshold and the customer is overdue; or it reaches that of the watch list and the customer is very late;
 * or the customer is very late by a cycle of its own and its spend or frequency fell. Watched: overdue by its own gaps, whatever the probability
 * says; any other only where the probability says more than that the horizon is short beside its usual gap: where it is a mixture of customers who
 * have stopped and customers who go on at their usual gap, and the share of the former reaches the threshold. Very late by a cycle of its own has
 * at least the probability of such customers in past windows (Laplace's rule of succession) put at risk.
 */
export const churnLists = defineMetric({
  id: 'churn_lists',
  question: both('Who is at risk, to be watched, active, lost, or too new to tell?', '哪些客户属于高风险、关注、正常、已流失或历史不足？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    list_id: column.id(
      both('List', '名单'),
      both(
        `at_risk: a probability of at least 0.5 (as set) and overdue (see churn_status; with fewer than three purchase days, silent for longer than the gap usual among others); of at least 0.3 (as set) and silent for more than ${alarmCycles} cycles; or silent for more than ${alarmCycles} usual gaps and buying less. watch: overdue (with fewer than three purchase days at least 0.3, too), or at least 0.3 beyond what its usual gap explains (see usual_probability). active: the others that are scored. lost, too_new: see churn_status.`,
        `at_risk 高风险：概率不低于 0.5（可配置）且超期未购（见 churn_status；购买不足三天者为沉默超过其他客户的通常购买间隔）；或不低于 0.3（可配置）且沉默超过周期的 ${alarmCycles} 倍；或沉默超过通常间隔的 ${alarmCycles} 倍且购买减少。watch 关注：超期未购（购买不足三天者概率还须不低于 0.3），或超出其通常购买间隔所能解释的部分不低于 0.3（见 usual_probability）。active 正常：其余可评估客户。lost、too_new 见 churn_status。`,
      ),
    ),
    by_silence: column.count(
      both('Listed for its silence', '因沉默列入'),
      both(
        '1: overdue by its own gaps with a probability below that of the watch list; 0: else.',
        '1：按自身购买间隔已超期，而概率低于关注线；0：其他。',
      ),
    ),
    probability: column.ratio(
      both('Model probability', '模型概率'),
      both('Probability that nothing is bought within the horizon, as the model gives it.', '模型给出的预测窗口内不再购买的概率。'),
      { empty: notScored },
    ),
    probability_counted: column.ratio(
      both('Chance of no order', '不购概率'),
      both(
        `The one that the value at risk and the order of the list go by: that of the model; of a customer silent for more than ${alarmCycles} usual gaps at least the share of such customers who bought nothing in past windows.`,
        `风险金额与名单排序所依据的概率：即模型概率；沉默超过通常间隔 ${alarmCycles} 倍者，不低于历史窗口中同类客户的不购比例。`,
      ),
      { empty: notScored },
    ),
    usual_probability: usualProbability,
    value_at_risk: column.average(
      both('Value at risk', '风险金额'),
      both('Chance of no order × usual spend of the horizon.', '不购概率 × 窗口内通常购买额。'),
      { empty: both('The customer is lost or too new, or no order has an amount.', '客户已流失或历史不足，或订单均无金额。') },
    ),
    place: column.count(both('Place', '名次'), both('In the list, by value at risk, from 1.', '在名单内按风险金额的名次，从 1 起。')),
  },
  requires: [['orders.ordered_at']],
  uses: ['churn_status', 'churn_scores', 'churn_falls'],
  source:
    'Definition: lists by probability, silence in usual gaps, and a fall of spend or frequency; every customer with a purchase is in one.',
  parameters: z.object({ churn }),
  sql: ({ churn: { at_risk, watch } }) => sql`
    with valued as (
      select
        churn_status.customer_id,
        churn_status.status,
        churn_status.silent_cycles,
        case when churn_status.silence_days > churn_status.overdue_after_days then 1 else 0 end as overdue,
        case when churn_status.purchases < ${purchasesOfCycle} and churn_status.silent_cycles > 1 then 1 else 0 end as beyond_others,
        churn_status.expected_value,
        case when ${lateByOwnCycle} then 1 else 0 end as late,
        case when churn_falls.spend_p is not null or churn_falls.frequency_p is not null then 1 else 0 end as fallen,
        case when churn_status.status = 'scored' then churn_scores.probability end as probability,
        case when churn_status.status = 'scored' then churn_scores.usual_probability end as usual_probability,
        (churn_scores.late_silent + 1)::double precision / (churn_scores.late_customers + 2) as least_probability
      from churn_status
      left join churn_scores on churn_scores.customer_id = churn_status.customer_id
      left join churn_falls on churn_falls.customer_id = churn_status.customer_id
    ),
    listed as (
      select
        valued.customer_id,
        case
          when status <> 'scored' then status
          when probability >= ${at_risk} and (overdue = 1 or beyond_others = 1) then 'at_risk'
          when probability >= ${watch} and (overdue = 1 or beyond_others = 1) and silent_cycles > ${alarmCycles} then 'at_risk'
          when fallen = 1 then 'at_risk'
          when overdue = 1 or (probability >= ${watch} and beyond_others = 1) then 'watch'
          when probability - usual_probability >= ${watch} * (1 - usual_probability) then 'watch'
          else 'active'
        end as list_id,
        case when status = 'scored' and overdue = 1 and probability < ${watch} then 1 else 0 end as by_silence,
        probability,
        case when late = 1 then greatest(probability, least_probability) else probability end as probability_counted,
        usual_probability,
        expected_value
      from valued
    )
    select
      customer_id,
      list_id,
      by_silence,
      probability,
      probability_counted,
      usual_probability,
      probability_counted * expected_value as value_at_risk,
      row_number() over (partition by list_id order by probability_counted * expected_value desc nulls last, customer_id) as place
    from listed`,
});
