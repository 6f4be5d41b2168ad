import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';

const noRevenue = { empty: both('No customer has a known revenue.', '没有客户的销售额已知。') };
const noProfit = { empty: both('The profit of no customer is known.', '没有客户的利润已知。') };

export const revenueOverview = defineMetric({
  id: 'revenue_overview',
  question: both('How much is sold, to how many customers?', '总共卖了多少，卖给多少客户？'),
  grain: ['scope'],
  columns: {
    scope: column.id(both('Scope', '范围'), both('"all": one row for all customers.', '“all”：全部客户一行。')),
    customers: column.count(
      both('Customers', '客户数'),
      both('Customers in the customer file or with an order.', '客户文件中的客户与有订单的客户。'),
      { unit: 'customers' },
    ),
    customers_with_orders: column.count(
      both('Customers with an order', '有订单的客户数'),
      both('Customers with at least one order.', '至少有 1 张订单的客户数。'),
      {
        unit: 'customers',
      },
    ),
    customers_with_revenue: column.count(
      both('Customers with revenue', '有销售额的客户数'),
      both('Customers whose revenue is known.', '销售额已知的客户数。'),
      {
        unit: 'customers',
      },
    ),
    orders: column.count(
      both('Orders', '订单数'),
      both('Orders of all customers; returns do not count.', '全部客户的订单数，退货单不计。'),
      {
        unit: 'orders',
        empty: both('The number of orders is not known.', '订单数未知。'),
      },
    ),
    returns: column.count(both('Returns', '退货单数'), both('Orders with an amount below zero.', '金额为负的订单数。'), {
      unit: 'orders',
      empty: both('There are no order lines.', '没有订单明细。'),
    }),
    revenue: column.money(both('Revenue', '销售额'), both('Net revenue of all customers.', '全部客户净销售额。'), noRevenue),
    profit: column.money(
      both('Profit', '利润'),
      both('Profit of all customers, as far as it is known.', '全部客户利润合计，仅含利润已知的部分。'),
      noProfit,
    ),
    profit_coverage: column.ratio(
      both('Revenue with known profit', '利润覆盖率'),
      both(
        'Revenue of what the profit is known for divided by all revenue; above 1 where returns without a known profit outweigh.',
        '利润已知部分的销售额 ÷ 总销售额；利润未知部分以退货为主时会大于 1。',
      ),
      {
        empty: both(
          'No profit is known, nor the revenue it belongs to, or the revenue of all is not above zero.',
          '没有已知的利润或其对应的销售额，或总销售额不大于零。',
        ),
      },
    ),
    average_order: column.average(
      both('Average order', '客单价'),
      both('Revenue divided by orders, of customers for whom both are known.', '销售额 ÷ 订单数（两者均已知的客户）。'),
      noRevenue,
    ),
    top_customers: column.count(
      both('Top fifth', '前 20% 客户数'),
      both('A fifth of the customers with known revenue, rounded up.', '销售额已知客户数的 20%，向上取整。'),
      {
        unit: 'customers',
      },
    ),
    top_share: column.ratio(
      both('Share of the top fifth', '前 20% 客户占比'),
      both('Revenue of the top fifth of the customers divided by the revenue of all.', '销售额最高的 20% 客户的销售额 ÷ 总销售额。'),
      noRevenue,
    ),
  },
  requires: [],
  uses: ['customer_profile'],
  source: 'Definitions of customer value; the share of the top fifth is the Pareto figure.',
  parameters: z.object({}),
  sql: () => sql`
    with sizes as (select cast(ceil(count(revenue) * 0.2) as bigint) as top_customers from customer_profile),
    ranked as (select customer_profile.*, row_number() over (order by revenue desc nulls last, customer_id) as revenue_rank from customer_profile),
    totals as (
      select
        count(*) as customers,
        count(*) filter (where profile.orders > 0) as customers_with_orders,
        count(profile.revenue) as customers_with_revenue,
        sum(profile.orders) as orders,
        sum(profile.returns) as returns,
        sum(profile.revenue) as revenue,
        sum(profile.profit) as profit,
        sum(profile.profit_base) as profit_base,
        sum(profile.revenue) filter (where profile.orders is not null) as order_revenue,
        sum(profile.orders) filter (where profile.revenue is not null) as revenue_orders,
        sum(profile.revenue) filter (where profile.revenue_rank <= sizes.top_customers) as top_revenue,
        max(sizes.top_customers) as top_customers
      from ranked as profile
      cross join sizes
    )
    select
      'all' as scope,
      totals.*,
      case when revenue > 0 then profit_base::double precision / revenue::double precision end as profit_coverage,
      order_revenue::double precision / nullif(revenue_orders, 0)::double precision as average_order,
      case when revenue > 0 then top_revenue::double precision / revenue::double precision end as top_share
    from totals`,
});
