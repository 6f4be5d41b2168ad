import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';

export const purchaseReturns = defineMetric({
  id: 'purchase_returns',
  question: both('Which purchases were taken back, and when?', '哪些购买被退货，何时退货？'),
  grain: ['customer_id', 'returned_on'],
  columns: {
    customer_id: customerId,
    purchased_on: column.date(
      both('Purchased on', '购买日'),
      both('The last purchase day up to the return.', '退货当日或之前的最近购买日。'),
    ),
    returned_on: column.date(both('Returned on', '退货日'), both('A day with an order below zero.', '有负金额订单的日期。')),
    returned: column.money(both('Returned', '退货金额'), both('Sum of these orders, below zero.', '当日负金额订单合计，为负数。')),
  },
  requires: [['orders.ordered_at']],
  uses: ['order_totals', 'purchase_days'],
  source: 'Definition: a return belongs to the purchase day before it; one before every purchase belongs to none.',
  parameters: z.object({ as_of: asOf }),
  sql: () => sql`
    with returns as (
      select customer_id, ordered_on as returned_on, sum(amount) as returned
      from order_totals
      where ordered_on is not null and amount < 0
      group by customer_id, ordered_on
    )
    select returns.customer_id, max(purchase_days.purchased_on) as purchased_on, returns.returned_on, returns.returned
    from returns
    join purchase_days on purchase_days.customer_id = returns.customer_id and purchase_days.purchased_on <= returns.returned_on
    group by returns.customer_id, returns.returned_on, returns.returned`,
});
