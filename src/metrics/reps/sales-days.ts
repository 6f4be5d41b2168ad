import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';

const unknown = both('No line of the day says.', '当天各行均无此项。');

export const salesDays = defineMetric({
  id: 'sales_days',
  question: both('What did each rep sell on each day?', '每位销售每天成交多少？'),
  grain: ['rep', 'day'],
  columns: {
    rep: column.text(
      both('Rep', '销售'),
      both(
        'Who sold by the order, else who owns the customer, as in rep_names; empty where neither is known.',
        '订单上的销售，没有时取客户负责人，写法同 rep_names；均不详时为空文本。',
      ),
    ),
    day: column.date(both('Day', '日期'), both('Of the order.', '下单日期。')),
    revenue: column.money(both('Revenue', '销售额'), both('Sum of the amounts of the order lines.', '订单行金额合计。'), {
      empty: unknown,
    }),
    profit: column.money(
      both('Profit', '利润'),
      both('Sum of the profit of the lines for which it is known.', '利润已知各行的利润合计。'),
      {
        empty: unknown,
      },
    ),
    payments: column.money(both('Paid', '回款'), both('Sum of what was paid for the lines.', '已付金额合计。'), { empty: unknown }),
    quantity: column.wide(both('Quantity', '数量'), both('Sum of the quantities of the lines.', '数量合计。'), { empty: unknown }),
    orders: column.count(both('Orders', '订单数'), both('Different orders.', '不同订单数。'), { unit: 'orders' }),
    lines: column.count(both('Lines', '明细行数'), both('Order lines.', '订单行数。'), { unit: 'lines' }),
  },
  requires: [['orders.ordered_at']],
  uses: ['order_sales'],
  source: 'Definition: order lines summed by rep and day; lines without a date are left out.',
  parameters: z.object({}),
  sql: () => sql`
    with sold as (
      select
        seller as rep, day, order_id,
        sum(amount) as revenue, sum(profit) as profit, sum(paid_amount) as payments, sum(quantity) as quantity, sum(lines) as lines
      from order_sales
      where day is not null
      group by seller, day, order_id
    )
    select
      rep, day,
      sum(revenue) as revenue,
      sum(profit) as profit,
      sum(payments) as payments,
      sum(quantity) as quantity,
      count(order_id) as orders,
      cast(sum(lines) as bigint) as lines
    from sold
    group by rep, day`,
});
