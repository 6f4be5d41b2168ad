import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { classByCumulativeRevenue } from './parts/tiers.ts';

const unknown = { empty: both('The revenue of the customer is not known.', '该客户销售额未知。') };
const noTotal = { empty: both('The revenue is not known, or all of it together is not above zero.', '销售额未知，或合计不大于零。') };

export const revenueShare = defineMetric({
  id: 'revenue_share',
  question: both('Who brings the sales?', '销售额主要来自哪些客户？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    revenue: column.money(
      both('Revenue', '销售额'),
      both('Sum of the order amounts, returns taken off.', '订单金额合计，已扣除退货。'),
      unknown,
    ),
    revenue_rank: column.count(
      both('Revenue rank', '销售额排名'),
      both('1 is the largest; equal revenues are ordered by customer id.', '1 为最大；销售额相同时按客户编号排序。'),
      unknown,
    ),
    revenue_share: column.ratio(
      both('Share of revenue', '销售额占比'),
      both(
        'Revenue divided by the net revenue of all customers; below zero for a customer with more returns than orders.',
        '销售额 ÷ 全部客户净销售额；退货多于购买时为负。',
      ),
      noTotal,
    ),
    revenue_before: column.money(
      both('Revenue ranked before', '前序累计销售额'),
      both('Revenue of all customers ranked before this one.', '排名在该客户之前的全部客户销售额合计。'),
      unknown,
    ),
    revenue_total: column.money(both('Revenue of all', '总销售额'), both('Net revenue of all customers.', '全部客户净销售额。'), unknown),
    cumulative_share: column.ratio(
      both('Cumulative share', '累计占比'),
      both(
        'Share of this customer and all ranked before it; passes 100% before customers whose returns exceed their orders.',
        '该客户及排名在前的客户合计占比；存在净退货客户时可能略超 100%。',
      ),
      noTotal,
    ),
    abc_class: column.text(
      both('ABC class', 'ABC 分类'),
      both(
        'A up to 80% of cumulative revenue, B up to 95%, C the rest; the customer that crosses a cut belongs to the higher class, revenue of zero or less to C.',
        '按累计销售额：80% 以内为 A，95% 以内为 B，其余为 C；跨线客户归入较高一类，销售额不大于零归入 C。',
      ),
      unknown,
    ),
  },
  requires: [['orders.amount', 'customers.revenue']],
  uses: ['customer_profile'],
  source: 'Pareto / ABC analysis, cuts on cumulative sales at 80% and 95%.',
  parameters: z.object({}),
  sql: () => sql`
    with ranked as (
      select
        customer_id,
        revenue,
        row_number() over (order by revenue desc nulls last, customer_id) as revenue_rank,
        sum(revenue) over (order by revenue desc nulls last, customer_id rows between unbounded preceding and current row) as revenue_up_to,
        sum(revenue) over () as revenue_total
      from customer_profile
      where revenue is not null
    ),
    shares as (
      select
        ranked.*,
        revenue_up_to - revenue as revenue_before,
        case when revenue_total > 0 then revenue_total::double precision end as base
      from ranked
    )
    select
      profile.customer_id,
      shares.revenue,
      shares.revenue_rank,
      shares.revenue_before,
      shares.revenue_total,
      shares.revenue::double precision / shares.base as revenue_share,
      shares.revenue_up_to::double precision / shares.base as cumulative_share,
      case ${classByCumulativeRevenue([0.8, 0.95])} when 1 then 'A' when 2 then 'B' when 3 then 'C' end as abc_class
    from customer_profile as profile
    left join shares on shares.customer_id = profile.customer_id`,
});
