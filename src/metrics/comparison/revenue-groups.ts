import { z } from 'zod';
import { type Sql, sql, trusted } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, comparison } from '../parameters.ts';
import { periodsOf, type Side, within } from './parts/periods.ts';

const noAmount = { empty: both('No order of the group has an amount.', '该组订单均无金额。') };

export const revenueGroups = defineMetric({
  id: 'revenue_groups',
  question: both(
    'Whose customers and which categories does the change of revenue come from?',
    '销售额的变化来自哪些负责人的客户、哪些品类？',
  ),
  grain: ['dimension', 'member'],
  columns: {
    dimension: column.id(
      both('By', '维度'),
      both(
        'owner: who sold the order, as its line says; where it does not, who looks after the customer now; category: of the line. The members of each add up to the revenue of either period.',
        'owner 订单行所写的销售人员，未写的按客户当前的负责人；category 订单行的品类。每个维度各组合计均等于两期销售额。',
      ),
    ),
    member: column.text(both('Group', '分组'), both('Owner or category; blank where it is not known.', '负责人或品类；未知为空。')),
    customers: column.count(both('Customers', '客户数'), both('Customers with an order in either period.', '任一时期有订单的客户数。'), {
      unit: 'customers',
    }),
    orders: column.count(both('Orders', '订单数'), both('Orders of either period.', '两期的订单数。'), { unit: 'orders' }),
    sold_orders: column.count(
      both('Orders by seller', '按成交人计的订单数'),
      both(
        'Orders of either period that name who sold them; the others of the owner are those of customers it looks after now.',
        '两期中写明销售人员的订单数；该负责人的其余订单按客户当前的负责人计。',
      ),
      { unit: 'orders', empty: both('The dimension is not owner.', '维度不是负责人。') },
    ),
    before_revenue: column.money(
      both('Revenue before', '对比期销售额'),
      both(
        'Sum of the amounts of the earlier period, returns taken off; 0 without an order.',
        '对比期金额合计，已扣除退货；没有订单为 0。',
      ),
      noAmount,
    ),
    after_revenue: column.money(
      both('Revenue after', '本期销售额'),
      both('Sum of the amounts of the later period, returns taken off; 0 without an order.', '本期金额合计，已扣除退货；没有订单为 0。'),
      noAmount,
    ),
    revenue_difference: column.money(
      both('Difference of revenue', '销售额增减'),
      both('Revenue after less revenue before; amounts that are missing do not count.', '本期销售额 − 对比期销售额；缺失的金额不计。'),
    ),
  },
  requires: [['orders.ordered_at']],
  reads: ['orders.customer_id', 'orders.order_id', 'orders.amount', 'orders.category', 'orders.rep'],
  uses: ['order_totals', 'customer_profile'],
  source:
    'Definition: half-open periods, lines by the day of the order they belong to; a dimension of which no member is known has no row.',
  parameters: z.object({ as_of: asOf, comparison }),
  sql: ({ as_of, comparison: asked }) => {
    const periods = periodsOf(asked, as_of);
    const inside = (side: Side): Sql => within(sql`ordered_on`, periods?.[side]);
    const revenue = (side: Side): Sql =>
      sql`case when sum(${trusted(`${side}_orders`)}) = 0 then 0 else sum(${trusted(`${side}_amount`)}) end`;
    return sql`
    with bought as (
      select
        orders.order_id,
        orders.category,
        coalesce(orders.rep, customer_profile.owner) as owner,
        case when orders.rep is not null then orders.order_id end as sold_order_id,
        order_totals.customer_id,
        order_totals.ordered_on,
        orders.amount
      from orders
      join order_totals on order_totals.customer_id = orders.customer_id and order_totals.order_id = orders.order_id
      left join customer_profile on customer_profile.customer_id = orders.customer_id
    ),
    divided as (
      select 'owner' as dimension, coalesce(owner, '') as member, order_id, sold_order_id, customer_id, ordered_on, amount from bought
      union all
      select 'category' as dimension, coalesce(category, '') as member, order_id, null as sold_order_id, customer_id, ordered_on, amount from bought
    ),
    by_order as (
      select dimension, member, customer_id, order_id, ordered_on, max(sold_order_id) as sold_order_id, sum(amount) as amount
      from divided
      where ${inside('before')} or ${inside('after')}
      group by dimension, member, customer_id, order_id, ordered_on
    ),
    compared as (
      select
        dimension,
        member,
        customer_id,
        count(*) as orders,
        count(sold_order_id) as sold_orders,
        count(*) filter (where ${inside('before')}) as before_orders,
        count(*) filter (where ${inside('after')}) as after_orders,
        sum(amount) filter (where ${inside('before')}) as before_amount,
        sum(amount) filter (where ${inside('after')}) as after_amount
      from by_order
      group by dimension, member, customer_id
    ),
    known as (
      select dimension from compared where member <> '' group by dimension
    ),
    sums as (
      select
        compared.dimension,
        compared.member,
        count(*) as customers,
        sum(compared.orders)::bigint as orders,
        case when compared.dimension = 'owner' then sum(compared.sold_orders)::bigint end as sold_orders,
        ${revenue('before')} as before_revenue,
        ${revenue('after')} as after_revenue
      from compared
      join known on known.dimension = compared.dimension
      group by compared.dimension, compared.member
    )
    select sums.*, coalesce(after_revenue, 0) - coalesce(before_revenue, 0) as revenue_difference
    from sums`;
  },
});
