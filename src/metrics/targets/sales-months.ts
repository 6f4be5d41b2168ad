import { z } from 'zod';
import { type Sql, sql, trusted } from '../../engine/sql.ts';
import { linesUpTo } from '../as-of.ts';
import type { SplitMeasure } from '../choices.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { targets } from '../target-parameter.ts';

/** The column of order lines that is summed, by what is split; different orders are counted. */
const measured: Readonly<Record<SplitMeasure, string>> = {
  revenue: 'amount',
  profit: 'profit',
  payments: 'paid_amount',
  quantity: 'quantity',
  orders: 'order_id',
};

export const salesMonths = defineMetric({
  id: 'sales_months',
  question: both('What did the company and each rep, customer and product sell in each month?', '公司及每位销售、客户、产品每月成交多少？'),
  grain: ['level', 'owner', 'month'],
  columns: {
    level: column.id(
      both('Level', '层级'),
      both(
        'company, rep, customer or product; the last two where they are split to.',
        'company、rep、customer、product；后两者仅在分解到时有。',
      ),
    ),
    owner: column.text(
      both('Of', '对象'),
      both(
        'Rep as in sales_days, id of the customer, name of the category or product; empty for the company, and where it is not known.',
        '销售同 sales_days，客户编号，品类或产品名称；公司或不详时为空文本。',
      ),
    ),
    month: column.date(both('Month', '月份'), both('Its first day.', '当月第一天。')),
    value: column.wide(
      both('Value', '数值'),
      both('Sum of what is split (targets.split.metric), by the day of the order.', '按下单日期合计所分解的指标（targets.split.metric）。'),
      { empty: both('No line of the month says.', '当月各行均无此项。') },
    ),
  },
  requires: [['orders.ordered_at']],
  reads: [
    'orders.order_id',
    'orders.customer_id',
    'orders.amount',
    'orders.profit',
    'orders.paid_amount',
    'orders.quantity',
    'orders.category',
    'orders.product',
    'orders.product_id',
  ],
  uses: ['sales_days'],
  source: 'Definition: sales_days by month; order lines by customer, and by category or product.',
  parameters: z.object({ as_of: asOf, targets }),
  sql: ({ as_of, targets: { split } }) => {
    const { metric, levels, goods } = split;
    const good = goods === 'category' ? sql`coalesce(category, product, product_id, '')` : sql`coalesce(product, product_id, '')`;
    const month = sql`cast(date_trunc('month', ordered_at::timestamp) as date)`;
    const lines = (level: string, owner: Sql): Sql => sql`
      union all
      select ${level} as level, owner, month, ${metric === 'orders' ? sql`count(*)` : sql`sum(value)`} as value
      from (
        select
          ${owner} as owner, ${month} as month, ${trusted(measured[metric])} as value
        from orders
        where ordered_at is not null and ${linesUpTo(as_of)}
        ${metric === 'orders' ? sql`group by ${owner}, ${month}, order_id` : sql``}
      ) as of_orders
      group by owner, month`;
    return sql`
      select 'company' as level, '' as owner, cast(date_trunc('month', day::timestamp) as date) as month, sum(${trusted(metric)}) as value
      from sales_days
      group by cast(date_trunc('month', day::timestamp) as date)
      union all
      select 'rep' as level, rep as owner, cast(date_trunc('month', day::timestamp) as date) as month, sum(${trusted(metric)}) as value
      from sales_days
      group by rep, cast(date_trunc('month', day::timestamp) as date)
      ${levels.includes('customer') ? lines('customer', sql`coalesce(customer_id, '')`) : sql``}
      ${levels.includes('product') ? lines('product', good) : sql``}`;
  },
});
