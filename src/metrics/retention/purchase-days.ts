import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';

export const purchaseDays = defineMetric({
  id: 'purchase_days',
  question: both('On which days did each customer buy?', '每位客户在哪些日子有购买？'),
  grain: ['customer_id', 'purchased_on'],
  columns: {
    customer_id: customerId,
    purchased_on: column.date(both('Purchased on', '购买日'), both('A day with an order that is no return.', '有订单（非退货）的日期。')),
    value: column.money(
      both('Value', '购买金额'),
      both('Sum of the orders of the day; returns do not count.', '当日订单金额合计，退货不计。'),
      { empty: both('No order of the day has an amount.', '当日订单均无金额。') },
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['order_totals'],
  source:
    'Fader, Hardie & Lee (2005), Counting Your Customers the Easy Way: a purchase is a period (here a day) with at least one transaction.',
  parameters: z.object({ as_of: asOf }),
  sql: () => sql`
    select customer_id, ordered_on as purchased_on, sum(amount) as value
    from order_totals
    where ordered_on is not null and (amount >= 0 or amount is null)
    group by customer_id, ordered_on`,
});
