import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, retention } from '../parameters.ts';
import { originsOf, originTable } from './parts/purchase-origins.ts';

const days = { unit: 'days' };
const purchases = { unit: 'purchases' };
const noAmount = { empty: both('No order of these days has an amount.', '这些日期的订单均无金额。') };

export const origin = column.date(
  both('Origin', '观察日'),
  both('The day up to which purchases are known; later ones are the future.', '截至该日的购买为已知，之后为未来。'),
);

export const purchaseHistory = defineMetric({
  id: 'purchase_history',
  question: both('What was known of each customer on a day?', '截至某日，每位客户的购买历史如何？'),
  grain: ['origin', 'customer_id'],
  columns: {
    origin,
    customer_id: customerId,
    first_on: column.date(both('First purchase', '首次购买'), both('First purchase day.', '首个购买日。')),
    last_on: column.date(both('Last purchase', '最近购买'), both('Last purchase day up to the origin.', '观察日及之前的最近购买日。')),
    repeat_days: column.count(
      both('Repeat purchases (x)', '复购次数（x）'),
      both('Purchase days up to the origin, without the first.', '观察日及之前的购买天数减 1。'),
      purchases,
    ),
    recency_days: column.count(
      both('Age at last purchase (t_x)', '末次购买时的客龄（t_x）'),
      both('Days from the first to the last purchase day; not the days since the last one.', '首购到最近购买的天数，并非距今天数。'),
      days,
    ),
    age_days: column.count(
      both('Age (T)', '客龄（T）'),
      both('Days from the first purchase day to the origin.', '首购到观察日的天数。'),
      days,
    ),
    purchase_value: column.money(
      both('Value of all purchases', '全部购买金额'),
      both('Sum over all purchase days, less the returns up to the origin.', '全部购买日金额合计，已扣观察日及之前的退货。'),
      noAmount,
    ),
    repeat_value: column.money(
      both('Value of repeat purchases', '复购金额'),
      both('Sum over the purchase days without the first.', '除首个购买日外的金额合计。'),
      { empty: both('There is no repeat purchase with an amount.', '没有带金额的复购。') },
    ),
    recent_days: column.count(
      both('Recent purchases', '近期购买次数'),
      both('Purchase days within one horizon before the origin.', '观察日前一个窗口内的购买天数。'),
      purchases,
    ),
    recent_value: column.money(
      both('Recent value', '近期金额'),
      both('Value of the recent purchase days.', '近期购买日的金额。'),
      noAmount,
    ),
    earlier_days: column.count(
      both('Earlier purchases', '前期购买次数'),
      both('Purchase days within the horizon before that.', '再前一个窗口内的购买天数。'),
      purchases,
    ),
    earlier_value: column.money(
      both('Earlier value', '前期金额'),
      both('Value of the earlier purchase days.', '前期购买日的金额。'),
      noAmount,
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['purchase_days', 'purchase_returns'],
  source:
    'Fader, Hardie & Lee (2005): x, t_x and T. Same-day orders are one purchase, and the first one is not a repeat; every day is counted from the first purchase.',
  parameters: z.object({ as_of: asOf, retention }),
  sql: (parameters) => {
    const { horizon_days: horizon } = parameters.retention;
    return sql`
    with origins as (${originTable(originsOf(parameters.retention, parameters.as_of))}),
    firsts as (
      select customer_id, min(purchased_on) as first_on from purchase_days group by customer_id
    ),
    returned as (
      select origins.origin, purchase_returns.customer_id, purchase_returns.purchased_on, sum(purchase_returns.returned) as returned
      from purchase_returns cross join origins
      where purchase_returns.returned_on <= origins.origin
      group by origins.origin, purchase_returns.customer_id, purchase_returns.purchased_on
    ),
    known as (
      select
        origins.origin,
        purchase_days.customer_id,
        firsts.first_on,
        purchase_days.purchased_on,
        case when purchase_days.bought is not null then greatest(purchase_days.bought + coalesce(returned.returned, 0), 0) end as value,
        origins.origin - purchase_days.purchased_on as ago
      from purchase_days
      join firsts on firsts.customer_id = purchase_days.customer_id
      cross join origins
      left join returned on returned.origin = origins.origin
        and returned.customer_id = purchase_days.customer_id and returned.purchased_on = purchase_days.purchased_on
      where purchase_days.purchased_on <= origins.origin
    )
    select
      origin,
      customer_id,
      first_on,
      max(purchased_on) as last_on,
      count(*) - 1 as repeat_days,
      max(purchased_on) - first_on as recency_days,
      origin - first_on as age_days,
      sum(value) as purchase_value,
      sum(value) filter (where purchased_on > first_on) as repeat_value,
      count(*) filter (where ago < ${horizon}) as recent_days,
      sum(value) filter (where ago < ${horizon}) as recent_value,
      count(*) filter (where ago >= ${horizon} and ago < ${2 * horizon}) as earlier_days,
      sum(value) filter (where ago >= ${horizon} and ago < ${2 * horizon}) as earlier_value
    from known
    group by origin, customer_id, first_on`;
  },
});
