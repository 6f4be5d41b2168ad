import { z } from 'zod';
import { join, type Sql, sql, trusted } from '../../engine/sql.ts';
import { addDays, type Period } from '../../lib/dates.ts';
import { both } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, comparison } from '../parameters.ts';
import { daysOf, periodsOf, type Side, sides, within } from './parts/periods.ts';
import { totalColumns } from './parts/total-columns.ts';

export const periodTotals = defineMetric({
  id: 'period_totals',
  question: both('How much was sold in each of the two periods, to how many customers?', '两个时期各卖了多少，卖给多少客户？'),
  grain: ['period'],
  columns: totalColumns,
  requires: [],
  uses: ['customer_periods'],
  source: 'Definitions of customer value, in half-open periods; ratio of sums, not mean of ratios.',
  parameters: z.object({ as_of: asOf, comparison }),
  sql: ({ as_of, comparison: asked }) => {
    const periods = periodsOf(asked, as_of);
    return sql`
    with sums as (${join(
      sides.map((side) => sumsOf(side, periods?.[side])),
      ' union all ',
    )})
    select
      sums.*,
      revenue::double precision / nullif(orders, 0)::double precision as average_order,
      revenue::double precision / nullif(customers, 0)::double precision as revenue_per_customer,
      orders::double precision / nullif(customers, 0)::double precision as orders_per_customer,
      profit::double precision / case when profit_base > 0 then profit_base::double precision end as margin,
      repeat_customers::double precision / nullif(customers, 0)::double precision as repeat_rate,
      new_customers::double precision / nullif(customers, 0)::double precision as new_customer_share,
      returns::double precision / nullif(orders_and_returns, 0)::double precision as return_rate
    from sums`;
  },
});

function sumsOf(side: Side, period: Period | undefined): Sql {
  const own = (figure: string): Sql => trusted(`${side}_${figure}`);
  const active = sql`${own('orders')} + ${own('returns')} > 0`;
  const reachesBack = period === undefined ? sql`false` : sql`min(first_on) <= ${addDays(period.from, -daysOf(period))}::date`;
  return sql`
    select
      ${side} as period,
      ${period?.from}::date as first_day,
      ${period === undefined ? null : addDays(period.to, -1)}::date as last_day,
      ${period === undefined ? null : daysOf(period)}::bigint as days,
      count(*) filter (where ${own('orders')} > 0) as customers,
      case when ${reachesBack} then count(*) filter (where ${within(sql`first_on`, period)}) end as new_customers,
      count(*) filter (where ${own('orders')} > 1) as repeat_customers,
      coalesce(sum(${own('orders')}), 0) as orders,
      coalesce(sum(${own('returns')}), 0) as returns,
      coalesce(sum(${own('orders')} + ${own('returns')}), 0) as orders_and_returns,
      coalesce(sum(${own('days')}), 0) as purchase_days,
      case when count(*) filter (where ${active}) = 0 then 0 else sum(${own('revenue')}) filter (where ${active}) end as revenue,
      sum(${own('profit')}) as profit,
      sum(${own('profit_base')}) as profit_base
    from customer_periods`;
}
