import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, retention } from '../parameters.ts';
import { originTable, pastOrigins } from './parts/purchase-origins.ts';
import { origin } from './purchase-history.ts';

export const purchaseOutcome = defineMetric({
  id: 'purchase_outcome',
  question: both('What did each customer buy after a day that lies in the past?', '在过去的某日之后，每位客户购买了多少？'),
  grain: ['origin', 'customer_id'],
  columns: {
    origin,
    customer_id: customerId,
    purchases: column.count(
      both('Purchases', '购买次数'),
      both('Purchase days within the horizon after the origin; 0 where there was none.', '观察日之后窗口内的购买天数；没有则为 0。'),
      { unit: 'purchases' },
    ),
    revenue: column.money(both('Revenue', '销售额'), both('Value of these purchase days.', '这些购买日的金额。'), {
      empty: both('There was none, or none has an amount.', '没有购买，或均无金额。'),
    }),
  },
  requires: [['orders.ordered_at']],
  uses: ['purchase_days', 'purchase_history'],
  source: 'Definition: the holdout of a back-test; only origins whose horizon was over by the as-of date have rows.',
  parameters: z.object({ as_of: asOf, retention }),
  sql: (parameters) => sql`
    with past as (${originTable(pastOrigins(parameters.retention, parameters.as_of))}),
    later as (
      select past.origin, purchase_days.customer_id, count(*) as purchases, sum(purchase_days.value) as revenue
      from purchase_days cross join past
      where purchase_days.purchased_on > past.origin
        and purchase_days.purchased_on <= past.origin + ${parameters.retention.horizon_days}
      group by past.origin, purchase_days.customer_id
    )
    select
      purchase_history.origin,
      purchase_history.customer_id,
      coalesce(later.purchases, 0) as purchases,
      later.revenue
    from purchase_history
    join past on past.origin = purchase_history.origin
    left join later on later.customer_id = purchase_history.customer_id and later.origin = purchase_history.origin`,
});
