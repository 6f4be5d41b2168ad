import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';

const noAmount = { empty: both('No order of the day has an amount.', '当日订单均无金额。') };

export const purchaseDays = defineMetric({
  id: 'purchase_days',
  question: both('On which days did each customer buy?', '每位客户在哪些日子有购买？'),
  grain: ['customer_id', 'purchased_on'],
  columns: {
    customer_id: customerId,
    purchased_on: column.date(both('Purchased on', '购买日'), both('A day with an order that is no return.', '有订单（非退货）的日期。')),
    bought: column.money(
      both('Bought', '订单金额'),
      both('Sum of the orders of the day, returns not taken off.', '当日订单金额合计，未扣退货。'),
      noAmount,
    ),
    value: column.money(
      both('Value', '购买金额'),
      both(
        'Sum of the orders of the day, less the returns from then to the next purchase day; 0 where these are worth more.',
        '当日订单金额合计，减去当日起至下一购买日之前的退货；退货更多时为 0。',
      ),
      noAmount,
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['order_totals'],
  source:
    'Fader, Hardie & Lee (2005), Counting Your Customers the Easy Way: a purchase is a period (here a day) with at least one transaction.',
  parameters: z.object({ as_of: asOf }),
  // Without a return every day stands for itself; only of the others is it asked which purchase a return belongs to.
  sql: () => sql`
    with days as (
      select
        customer_id,
        ordered_on,
        count(*) filter (where amount >= 0 or amount is null) as purchases,
        sum(amount) filter (where amount >= 0) as bought,
        sum(amount) filter (where amount < 0) as returned
      from order_totals
      where ordered_on is not null
      group by customer_id, ordered_on
    ),
    with_returns as (
      select customer_id from days where returned is not null group by customer_id
    ),
    settled as (
      select
        days.customer_id,
        max(case when purchases > 0 then ordered_on end) over (partition by days.customer_id order by ordered_on) as purchased_on,
        bought,
        returned
      from days
      join with_returns on with_returns.customer_id = days.customer_id
    )
    select
      customer_id,
      purchased_on,
      sum(bought) as bought,
      case when sum(bought) is not null then greatest(sum(bought) + coalesce(sum(returned), 0), 0) end as value
    from settled
    where purchased_on is not null
    group by customer_id, purchased_on
    union all
    select days.customer_id, ordered_on as purchased_on, bought, bought as value
    from days
    left join with_returns on with_returns.customer_id = days.customer_id
    where with_returns.customer_id is null`,
});
