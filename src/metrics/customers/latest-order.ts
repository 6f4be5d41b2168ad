import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';

const notSaid = { empty: both('The order does not say.', '该订单未提供。') };

export const latestOrder = defineMetric({
  id: 'latest_order',
  question: both('What does the latest order say about each customer?', '每位客户最近一张订单上的信息是什么？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    order_id: column.id(
      both('Latest order', '最近订单'),
      both('Of several orders on the last day, the highest order id.', '最后一天有多张订单时取编号最大者。'),
    ),
    customer_name: column.text(both('Customer', '客户名称'), both('Name on the order.', '订单上的客户名称。'), notSaid),
    rep: column.text(both('Rep', '销售'), both('Rep on the order.', '订单上的销售。'), notSaid),
    region: column.text(both('Region', '地区'), both('Region on the order.', '订单上的地区。'), notSaid),
  },
  requires: [['orders.customer', 'orders.rep', 'orders.region']],
  reads: ['orders.customer_id', 'orders.order_id', 'orders.ordered_at'],
  uses: ['order_totals'],
  source: 'Definition: stands in for what the customer file does not say; of different values on the lines of one order the highest.',
  parameters: z.object({}),
  sql: () => sql`
    with last_days as (
      select customer_id, coalesce(max(ordered_on), '0001-01-01'::date) as ordered_on from order_totals group by customer_id
    ),
    last_orders as (
      select
        orders.customer_id,
        orders.order_id,
        max(orders.customer) as customer_name,
        max(orders.rep) as rep,
        max(orders.region) as region
      from orders
      join last_days
        on last_days.customer_id = orders.customer_id
        and last_days.ordered_on = coalesce(cast(orders.ordered_at as date), '0001-01-01'::date)
      group by orders.customer_id, orders.order_id
    ),
    latest as (select customer_id, max(order_id) as order_id from last_orders group by customer_id)
    select last_orders.*
    from last_orders join latest on latest.customer_id = last_orders.customer_id and latest.order_id = last_orders.order_id`,
});
