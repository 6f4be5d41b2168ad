import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { totalColumns } from './parts/total-columns.ts';

const { customers, orders, returns, revenue, profit, profit_base, average_order, margin } = totalColumns;

export const monthTotals = defineMetric({
  id: 'month_totals',
  question: both('How much was sold in each month, to how many customers?', '每个月卖了多少，卖给多少客户？'),
  grain: ['month'],
  columns: {
    month: column.date(
      both('Month', '月份'),
      both('Its first day; a month without an order is no row.', '当月第一天；没有订单的月份不成行。'),
    ),
    customers,
    new_customers: column.count(
      both('New customers', '新客户数'),
      both('Customers whose first order in the files lies in the month.', '首张订单（以数据文件为准）在当月的客户数。'),
      {
        unit: 'customers',
        empty: both('It is the first month of the files: anybody looks new.', '数据的第一个月，任何客户看起来都是新客户。'),
      },
    ),
    orders,
    returns,
    revenue,
    profit,
    profit_base,
    average_order,
    margin,
  },
  requires: [['orders.ordered_at']],
  uses: ['order_totals'],
  source: 'Definitions of period_totals, by calendar month.',
  parameters: z.object({ as_of: asOf }),
  sql: () => sql`
    with customer_months as (
      select
        customer_id,
        cast(date_trunc('month', ordered_on::timestamp) as date) as month,
        count(*) filter (where amount >= 0 or amount is null) as orders,
        count(*) filter (where amount < 0) as returns,
        sum(amount) as revenue,
        sum(profit) as profit,
        sum(profit_base) as profit_base
      from order_totals
      where ordered_on is not null
      group by customer_id, cast(date_trunc('month', ordered_on::timestamp) as date)
    ),
    first_months as (
      select customer_id, min(month) as first_month from customer_months where orders > 0 group by customer_id
    ),
    sums as (
      select
        bought.month,
        count(*) filter (where bought.orders > 0) as customers,
        count(*) filter (where bought.month = firsts.first_month) as new_customers,
        coalesce(sum(bought.orders), 0) as orders,
        coalesce(sum(bought.returns), 0) as returns,
        sum(bought.revenue) as revenue,
        sum(bought.profit) as profit,
        sum(bought.profit_base) as profit_base
      from customer_months as bought
      left join first_months as firsts on firsts.customer_id = bought.customer_id
      group by bought.month
    )
    select
      month, customers,
      case when month > min(month) over () then new_customers end as new_customers,
      orders, returns, revenue, profit, profit_base,
      revenue::double precision / nullif(orders, 0)::double precision as average_order,
      profit::double precision / case when profit_base > 0 then profit_base::double precision end as margin
    from sums`,
});
