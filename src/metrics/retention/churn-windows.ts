import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, churn } from '../parameters.ts';

const days = { unit: 'days' };
const noPurchase = both('There is no repeat purchase in it, or none has an amount.', '期内没有复购，或均无金额。');

export const churnWindows = defineMetric({
  id: 'churn_windows',
  question: both('Do customers buy less often, and less, than before?', '客户的购买频率与金额是否下降？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    recent_exposure: column.count(
      both('Recent days', '近期天数'),
      both('Days of the recent window: the last two horizons.', '近期窗口天数：最近两个预测窗口。'),
      days,
    ),
    before_exposure: column.count(
      both('Days before', '前期天数'),
      both('Days of the four horizons before that, from the first purchase on.', '此前四个预测窗口的天数，自首购起计。'),
      days,
    ),
    recent_purchases: column.count(
      both('Recent purchases', '近期购买次数'),
      both('Repeat purchase days in the recent window.', '近期窗口内的复购天数。'),
      days,
    ),
    before_purchases: column.count(
      both('Purchases before', '前期购买次数'),
      both('Repeat purchase days in the window before.', '前期窗口内的复购天数。'),
      days,
    ),
    recent_value: column.money(both('Recent spend', '近期购买额'), both('Value of the recent repeat purchases.', '近期复购金额。'), {
      empty: noPurchase,
    }),
    before_value: column.money(both('Spend before', '前期购买额'), both('Value of the repeat purchases before.', '前期复购金额。'), {
      empty: noPurchase,
    }),
  },
  requires: [['orders.ordered_at']],
  uses: ['purchase_days'],
  source:
    'Definition: two windows with their exposure, for tests of rates (Przyborowski & Wilenski 1940); the first purchase opens the exposure and is no event.',
  parameters: z.object({ as_of: asOf, churn }),
  sql: ({ as_of, churn: { horizon_days } }) => sql`
    with firsts as (
      select customer_id, min(purchased_on) as first_on from purchase_days where purchased_on <= ${as_of}::date group by customer_id
    ),
    events as (
      select
        firsts.customer_id,
        firsts.first_on,
        case when purchase_days.purchased_on > firsts.first_on then ${as_of}::date - purchase_days.purchased_on end as ago,
        purchase_days.value
      from firsts join purchase_days on purchase_days.customer_id = firsts.customer_id
      where purchase_days.purchased_on <= ${as_of}::date
    )
    select
      customer_id,
      least(${as_of}::date - first_on, ${2 * horizon_days}) as recent_exposure,
      greatest(least(${as_of}::date - first_on, ${6 * horizon_days}) - ${2 * horizon_days}, 0) as before_exposure,
      count(*) filter (where ago < ${2 * horizon_days}) as recent_purchases,
      count(*) filter (where ago >= ${2 * horizon_days} and ago < ${6 * horizon_days}) as before_purchases,
      sum(value) filter (where ago < ${2 * horizon_days}) as recent_value,
      sum(value) filter (where ago >= ${2 * horizon_days} and ago < ${6 * horizon_days}) as before_value
    from events
    group by customer_id, first_on`,
});
