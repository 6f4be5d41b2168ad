import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { value } from '../parameters.ts';
import { valueForecasts } from './value-forecasts.ts';
import { valueHistories } from './value-histories.ts';

const noForecast = { empty: both('There is no forecast; `left_out` says why.', '没有预测，原因见 left_out。') };
const forecasts = valueForecasts.columns;
const noRevenue = { empty: both('The revenue is not known.', '销售额未知。') };

/** Figures of the forecast, as they stand there. */
const taken = [
  'probability_alive',
  'expected_orders',
  'expected_orders_low',
  'expected_orders_high',
  'purchase_value',
  'expected_value',
  'expected_value_low',
  'expected_value_high',
  'discounted_orders',
  'discounted_value',
] as const;

export const lifetimeValue = defineMetric({
  id: 'lifetime_value',
  question: both('What will each customer still be worth, and what was it worth so far?', '每位客户今后还值多少，至今贡献了多少？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    lifetime_value: column.average(
      both('Lifetime value', '客户生命周期价值'),
      both(
        'What is still to come: revenue expected within the horizon, each month discounted from its end, × margin. Nothing of the past is in it.',
        '未来剩余价值：预测期内各月预期销售额按月末折现后 × 利润率，不含已发生的部分。',
      ),
      noForecast,
    ),
    lifetime_value_low: column.average(
      both('Lifetime value, low', '客户生命周期价值下限'),
      both(
        'Lower end of the 95% prediction interval of the expected value, discounted in proportion, × margin.',
        '预期销售额 95% 预测区间下限，按同比例折现 × 利润率。',
      ),
      noForecast,
    ),
    lifetime_value_high: column.average(
      both('Lifetime value, high', '客户生命周期价值上限'),
      both(
        'Upper end of the 95% prediction interval of the expected value, discounted in proportion, × margin.',
        '预期销售额 95% 预测区间上限，按同比例折现 × 利润率。',
      ),
      noForecast,
    ),
    ...Object.fromEntries(taken.map((name) => [name, { ...forecasts[name]!, ...noForecast }])),
    historical_value: column.average(
      both('Historical value', '历史价值'),
      both('Revenue so far, returns taken off, × margin.', '至今净销售额 × 利润率。'),
      noRevenue,
    ),
    total_value: column.average(
      both('Historical and lifetime value', '历史与未来价值合计'),
      both('Historical value + lifetime value.', '历史价值 + 客户生命周期价值。'),
      { empty: both('One of the two is not known.', '两者之一未知。') },
    ),
    first_value: column.average(
      both('Value of the first purchase', '初次购买价值'),
      both('Value of the first purchase day, less its returns, × margin.', '首个购买日金额（减去其后退货）× 利润率。'),
      { empty: valueHistories.columns['first_value']!.empty! },
    ),
    repeat_value: column.average(
      both('Value of repeat purchases', '重复购买价值'),
      both('Value of the later purchase days, less their returns, × margin.', '其后各购买日金额（减去其后退货）× 利润率。'),
      { empty: valueHistories.columns['valued_sum']!.empty! },
    ),
    left_out: column.id(
      both('Left out', '未预测原因'),
      both(
        '"no-purchase": no dated order; "no-model": the histories carry no model; "no-spend": the values carry none; "infinite-mean": q ≤ 1 and no own values.',
        '“no-purchase”：没有带日期的订单；“no-model”：历史不足以拟合；“no-spend”：金额不足以拟合；“infinite-mean”：q ≤ 1 且无自身金额。',
      ),
      { empty: both('The customer has a forecast.', '该客户有预测。') },
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['customer_profile', 'profit_margin', 'value_histories', 'value_forecasts'],
  source: 'Fader, Hardie & Lee (2005), RFM and CLV: residual value, kept apart from what has been earned.',
  parameters: z.object({ value }),
  sql: () => sql`
    with discounting as (
      select history_id, discounted_value::double precision / nullif(expected_value, 0)::double precision as factor from value_forecasts
    )
    select
      customer_profile.customer_id,
      value_forecasts.discounted_value * profit.margin as lifetime_value,
      value_forecasts.expected_value_low * discounting.factor * profit.margin
        as lifetime_value_low,
      value_forecasts.expected_value_high * discounting.factor * profit.margin
        as lifetime_value_high,
      value_forecasts.probability_alive,
      value_forecasts.expected_orders,
      value_forecasts.expected_orders_low,
      value_forecasts.expected_orders_high,
      value_forecasts.purchase_value,
      value_forecasts.expected_value,
      value_forecasts.expected_value_low,
      value_forecasts.expected_value_high,
      value_forecasts.discounted_orders,
      value_forecasts.discounted_value,
      customer_profile.revenue::double precision * profit.margin as historical_value,
      customer_profile.revenue::double precision * profit.margin + value_forecasts.discounted_value * profit.margin as total_value,
      value_histories.first_value::double precision * profit.margin as first_value,
      value_histories.valued_sum::double precision * profit.margin as repeat_value,
      case
        when value_histories.customer_id is null then 'no-purchase'
        when value_forecasts.history_id is null then 'no-model'
        when value_forecasts.expected_value_low is null then 'no-spend'
        when value_forecasts.discounted_value is null then 'infinite-mean'
      end as left_out
    from customer_profile
    left join value_histories on value_histories.customer_id = customer_profile.customer_id
    left join value_forecasts on value_forecasts.history_id = value_histories.history_id
    left join discounting on discounting.history_id = value_histories.history_id
    cross join (select margin from profit_margin) as profit`,
});
