import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { linesUpTo } from '../as-of.ts';
import { both, column, customerId } from '../columns.ts';
import { orderTotals } from '../customers/order-totals.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';

const unknown = { empty: both('No line says.', '各行均无此项。') };

export const orderSales = defineMetric({
  id: 'order_sales',
  question: both('What did each rep sell in each order?', '每张订单中每位销售成交多少？'),
  grain: ['customer_id', 'order_id', 'rep', 'day'],
  columns: {
    customer_id: customerId,
    order_id: orderTotals.columns['order_id']!,
    rep: column.text(both('Rep', '销售'), both('As the lines have it.', '按订单行原样。'), {
      empty: both('The lines do not say.', '订单行未提供。'),
    }),
    seller: column.text(
      both('Sold by', '成交人'),
      both(
        'Who sold by the order, else who owns the customer, as in rep_names; empty where neither is known.',
        '订单上的销售，没有时取客户负责人，写法同 rep_names；均不详时为空文本。',
      ),
    ),
    day: column.date(both('Day', '日期'), both('Of the lines.', '订单行的日期。'), {
      empty: both('The lines have no date.', '订单行无日期。'),
    }),
    ordered_on: orderTotals.columns['ordered_on']!,
    amount: column.money(both('Amount', '金额'), both('Sum of the amounts of the lines.', '各行金额合计。'), unknown),
    profit: orderTotals.columns['profit']!,
    profit_base: orderTotals.columns['profit_base']!,
    paid_amount: orderTotals.columns['paid_amount']!,
    paid_base: column.money(
      both('Base of what was paid', '已付金额对应金额'),
      both('Sum of the amounts of the lines that say what was paid.', '有付款信息各行的金额合计。'),
      { empty: both('No such line has an amount.', '有付款信息的各行均无金额。') },
    ),
    quantity: column.wide(both('Quantity', '数量'), both('Sum of the quantities of the lines.', '各行数量合计。'), unknown),
    lines: column.count(both('Lines', '明细行数'), both('Order lines.', '订单行数。'), { unit: 'lines' }),
  },
  requires: [],
  reads: [
    'orders.customer_id',
    'orders.order_id',
    'orders.ordered_at',
    'orders.rep',
    'orders.amount',
    'orders.profit',
    'orders.paid_amount',
    'orders.quantity',
  ],
  uses: ['rep_names'],
  usesIfComputed: ['order_totals', 'customer_profile'],
  source:
    'Definition: order lines summed by customer, order, rep and day, so that the many lines are gone through once for all that is told of reps.',
  parameters: z.object({ as_of: asOf }),
  sql: ({ as_of }) => sql`
    with days as (
      select
        customer_id, order_id, rep, cast(ordered_at as date) as day, sum(amount) as amount, sum(profit) as profit,
        sum(amount) filter (where profit is not null) as profit_base, sum(paid_amount) as paid_amount,
        sum(amount) filter (where paid_amount is not null) as paid_base, sum(quantity) as quantity, count(*) as lines
      from orders
      where ${linesUpTo(as_of)}
      group by customer_id, order_id, rep, cast(ordered_at as date)
    ),
    sellers as (select key as rep, rep as sold_by from rep_names),
    owners as (select key as owner, rep as owned_by from rep_names),
    owned as (
      select profile.customer_id, owners.owned_by
      from customer_profile as profile
      join owners on owners.owner = profile.owner
    )
    select days.*, coalesce(sellers.sold_by, owned.owned_by, '') as seller, order_totals.ordered_on
    from days
    left join sellers on sellers.rep = days.rep
    left join owned on owned.customer_id = days.customer_id
    left join order_totals on order_totals.customer_id = days.customer_id and order_totals.order_id = days.order_id`,
});
