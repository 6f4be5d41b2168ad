import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { linesUpTo } from '../as-of.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';

export const orderTotals = defineMetric({
  id: 'order_totals',
  question: both('What did each order bring?', '每张订单带来多少？'),
  grain: ['customer_id', 'order_id'],
  columns: {
    customer_id: customerId,
    order_id: column.id(both('Order id', '订单编号'), both('The id the order has in the files.', '订单在数据文件中的编号。')),
    ordered_on: column.date(both('Ordered on', '下单日期'), both('Day of the earliest line of the order.', '订单最早一行的日期。'), {
      empty: both('No line of the order has a date.', '订单所有行均无日期。'),
    }),
    amount: column.money(
      both('Amount', '订单金额'),
      both('Sum of the amounts of the lines; below zero for a return.', '订单各行金额合计；退货单为负。'),
      { empty: both('No line of the order has an amount.', '订单所有行均无金额。') },
    ),
    profit: column.money(
      both('Profit', '利润'),
      both('Sum of the profit of the lines for which it is known.', '利润已知的各行的利润合计。'),
      { empty: both('It is known for no line of the order.', '订单所有行均无利润或成本。') },
    ),
    profit_base: column.money(
      both('Base of the profit', '利润对应金额'),
      both('Sum of the amounts of the lines whose profit is known.', '利润已知的各行的金额合计。'),
      { empty: both('No line with a known profit has an amount.', '利润已知的各行均无金额。') },
    ),
    paid_amount: column.money(both('Paid', '已付金额'), both('Sum of what was paid for the lines.', '订单各行已付金额合计。'), {
      empty: both('No line of the order says what was paid.', '订单所有行均无付款信息。'),
    }),
    lines: column.count(both('Lines', '明细行数'), both('Lines of the order.', '订单的明细行数。'), { unit: 'lines' }),
  },
  requires: [['orders.customer_id']],
  reads: ['orders.order_id', 'orders.ordered_at', 'orders.amount', 'orders.profit', 'orders.paid_amount'],
  uses: [],
  source: 'Definition: order lines summed by customer and order; money is summed exactly.',
  parameters: z.object({ as_of: asOf }),
  sql: ({ as_of }) => sql`
    select
      customer_id,
      order_id,
      cast(min(ordered_at) as date) as ordered_on,
      sum(amount) as amount,
      sum(profit) as profit,
      sum(amount) filter (where profit is not null) as profit_base,
      sum(paid_amount) as paid_amount,
      count(*) as lines
    from orders
    where ${linesUpTo(as_of)}
    group by customer_id, order_id`,
});
