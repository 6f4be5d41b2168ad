import { z } from 'zod';
import { join, sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { movements } from './parts/movements.ts';

export const customerMovement = defineMetric({
  id: 'customer_movement',
  question: both(
    'How many customers were gained, won back and kept, and how many did not buy this period?',
    '新增、回流、留存和本期未购的客户各有多少？',
  ),
  grain: ['movement'],
  columns: {
    movement: column.id(
      both('Movement', '变动'),
      both('As in customer_periods; each customer has one.', '同 customer_periods，每位客户只属于一类。'),
    ),
    movement_order: column.count(both('Order', '顺序'), both('The order in which they are shown.', '显示顺序。')),
    customers: column.count(
      both('Customers', '客户数'),
      both('Customers of this movement; 0 where there is none.', '该类客户数；没有则为 0。'),
      {
        unit: 'customers',
      },
    ),
    before_orders: column.count(both('Orders before', '对比期订单数'), both('Their orders in the earlier period.', '其对比期订单数。'), {
      unit: 'orders',
    }),
    after_orders: column.count(both('Orders after', '本期订单数'), both('Their orders in the later period.', '其本期订单数。'), {
      unit: 'orders',
    }),
    before_revenue: column.money(
      both('Revenue before', '对比期销售额'),
      both('Their revenue in the earlier period, returns taken off.', '其对比期销售额，已扣除退货。'),
    ),
    after_revenue: column.money(
      both('Revenue after', '本期销售额'),
      both('Their revenue in the later period, returns taken off.', '其本期销售额，已扣除退货。'),
    ),
    revenue_difference: column.money(
      both('Difference of revenue', '销售额增减'),
      both('Revenue after less revenue before.', '本期销售额 − 对比期销售额。'),
    ),
    overdue_customers: column.count(
      both('Overdue at the end', '期末超期未购'),
      both(
        'Of them, customers who at the end of the later period had been silent for longer than is usual for them, or were lost (customer_state), whatever list of churn they are in.',
        '其中本期末沉默已超过通常购买间隔或已流失的客户数（customer_state），不论在 churn 的哪个名单。',
      ),
      { unit: 'customers' },
    ),
    overdue_revenue: column.money(
      both('Revenue before of those overdue', '超期客户对比期销售额'),
      both('Revenue of the earlier period of those overdue.', '其中超期未购客户的对比期销售额。'),
    ),
  },
  requires: [],
  uses: ['customer_periods'],
  usesIfComputed: ['customer_state'],
  source: 'Definition: the customers of either period by whether they bought in both, in one, and before.',
  parameters: z.object({}),
  sql: () => sql`
    with grid as (${join(
      movements.map((movement, index) => sql`select ${movement.id} as movement, ${index + 1} as movement_order`),
      ' union all ',
    )}),
    sums as (
      select
        movement,
        count(*) as customers,
        sum(before_orders) as before_orders,
        sum(after_orders) as after_orders,
        sum(before_revenue) as before_revenue,
        sum(after_revenue) as after_revenue,
        sum(revenue_difference) as revenue_difference,
        count(*) filter (where rhythm in ('overdue', 'lost')) as overdue_customers,
        sum(before_revenue) filter (where rhythm in ('overdue', 'lost')) as overdue_revenue
      from customer_periods left join customer_state on customer_state.customer_id = customer_periods.customer_id
      group by movement
    )
    select
      grid.movement,
      grid.movement_order,
      coalesce(sums.customers, 0) as customers,
      coalesce(sums.before_orders, 0) as before_orders,
      coalesce(sums.after_orders, 0) as after_orders,
      coalesce(sums.before_revenue, 0) as before_revenue,
      coalesce(sums.after_revenue, 0) as after_revenue,
      coalesce(sums.revenue_difference, 0) as revenue_difference,
      coalesce(sums.overdue_customers, 0) as overdue_customers,
      coalesce(sums.overdue_revenue, 0) as overdue_revenue
    from grid left join sums on sums.movement = grid.movement`,
});
