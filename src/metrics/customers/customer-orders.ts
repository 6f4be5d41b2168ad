import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { daysSince } from '../as-of.ts';
import { both, column, customerId, neverBought } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';

export const customerOrders = defineMetric({
  id: 'customer_orders',
  question: both('What has each customer bought so far?', '每位客户至今买了多少？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    orders: column.count(
      both('Orders', '订单数'),
      both(
        'Orders with an amount of zero or more; an order that only takes goods back is a return.',
        '金额不为负的订单数；整单为负的计为退货。',
      ),
      { unit: 'orders' },
    ),
    returns: column.count(both('Returns', '退货单数'), both('Orders with an amount below zero.', '金额为负的订单数。'), { unit: 'orders' }),
    lines: column.count(both('Order lines', '订单行数'), both('Lines of all orders and returns.', '全部订单与退货单的明细行数。'), {
      unit: 'lines',
    }),
    revenue: column.money(both('Revenue', '销售额'), both('Sum of the order amounts, returns taken off.', '订单金额合计，已扣除退货。'), {
      empty: both('No order has an amount.', '所有订单均无金额。'),
    }),
    profit: column.money(
      both('Profit', '利润'),
      both(
        'Sum of the profit of the lines for which it is known, of all orders and returns.',
        '全部订单与退货单中利润已知的各行的利润合计。',
      ),
      { empty: both('It is known for no line.', '所有行均无利润或成本。') },
    ),
    profit_base: column.money(
      both('Base of the profit', '利润对应销售额'),
      both('Revenue of the lines whose profit is known.', '利润已知的各行的销售额。'),
      { empty: both('No line with a known profit has an amount.', '利润已知的各行均无金额。') },
    ),
    average_order: column.average(both('Average order', '客单价'), both('Revenue divided by orders.', '销售额 ÷ 订单数。'), {
      empty: neverBought,
    }),
    largest_order: column.money(both('Largest order', '最大订单'), both('Largest amount of one order.', '单张订单的最大金额。'), {
      empty: neverBought,
    }),
    paid_amount: column.money(both('Paid', '已付金额'), both('Sum of what was paid.', '已付金额合计。'), {
      empty: both('No order says what was paid.', '所有订单均无付款信息。'),
    }),
    paid_base: column.money(
      both('Base of the paid ratio', '回款率基数'),
      both('Amount of the orders that say what was paid.', '有付款信息的订单金额合计。'),
      { empty: both('No order says what was paid.', '所有订单均无付款信息。') },
    ),
    paid_ratio: column.ratio(
      both('Paid ratio', '回款率'),
      both('Paid amount divided by the amount of the orders that say what was paid.', '已付金额 ÷ 有付款信息的订单金额。'),
      { empty: both('The base is missing or not above zero.', '基数缺失或不大于零。') },
    ),
    first_order_on: column.date(both('First order', '首次下单'), both('Day of the first order.', '首张订单的日期。'), {
      empty: neverBought,
    }),
    last_order_on: column.date(
      both('Last order', '最近下单'),
      both('Day of the last order; returns do not count.', '最近一张订单的日期，退货不计。'),
      {
        empty: neverBought,
      },
    ),
    tenure_days: column.count(
      both('Tenure', '合作天数'),
      both('Days from the first order to the as-of date.', '首次下单至截止日的天数。'),
      {
        unit: 'days',
        empty: neverBought,
      },
    ),
  },
  requires: [],
  uses: ['order_totals'],
  source: 'Definitions of customer value: revenue, order value and tenure as in every order-based CRM report; net of returns.',
  parameters: z.object({ as_of: asOf }),
  sql: ({ as_of }) => sql`
    with totals as (
      select
        customer_id,
        count(*) filter (where amount >= 0 or amount is null) as orders,
        count(*) filter (where amount < 0) as returns,
        sum(lines) as lines,
        sum(amount) as revenue,
        sum(profit) as profit,
        sum(profit_base) as profit_base,
        max(amount) filter (where amount >= 0) as largest_order,
        sum(paid_amount) as paid_amount,
        sum(amount) filter (where paid_amount is not null) as paid_base,
        min(ordered_on) filter (where amount >= 0 or amount is null) as first_order_on,
        max(ordered_on) filter (where amount >= 0 or amount is null) as last_order_on
      from order_totals
      group by customer_id
    )
    select
      totals.*,
      revenue::double precision / nullif(orders, 0) as average_order,
      case when paid_base > 0 then paid_amount::double precision / paid_base::double precision end as paid_ratio,
      ${daysSince('first_order_on', as_of)} as tenure_days
    from totals`,
});
