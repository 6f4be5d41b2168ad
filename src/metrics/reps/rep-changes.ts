import { z } from 'zod';
import { join, type Sql, sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { within } from '../comparison/parts/periods.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { movementOf, sumsOfChange } from './parts/movements.ts';
import { type Base, bases, columnOf, isKnown, type Review, reviewed, reviewOf } from './parts/review.ts';
import { soldLines } from './parts/sold-orders.ts';
import { repCustomers } from './rep-customers.ts';
import { against } from './rep-drivers.ts';

export const repChanges = defineMetric({
  id: 'rep_changes',
  question: both(
    'Which customers, categories and industries moved the revenue of each rep?',
    '每位销售的业绩变化来自哪些客户、品类和行业？',
  ),
  grain: ['rep', 'against', 'split', 'part'],
  columns: {
    rep: repCustomers.columns['rep']!,
    against,
    split: column.id(
      both('By', '维度'),
      both(
        'customers, category (of the line), industry (of the customer): the parts of each sum to the change of revenue of the rep. One of which nothing is known has no row.',
        'customers 客户变动；category 品类；industry 客户行业。每个维度各部分之和等于该销售的销售额变化；完全未知的维度没有行。',
      ),
    ),
    part: column.text(
      both('Part', '部分'),
      both(
        'Of customers: gained (first order after the earlier period), returned (won back), taken_over (bought from others before), expansion and contraction (bought in both), passed_on (buys from others now), lost (no order now), returns_only. Else category or industry, blank where not known.',
        'customers 的取值：gained 新增（首单在对比期之后）、returned 回流、taken_over 接手（此前向他人购买）、expansion 留存增购、contraction 留存减购、passed_on 移交（现向他人购买）、lost 本期未购、returns_only 仅退货。其余为品类或行业，未知为空。',
      ),
    ),
    customers: column.count(
      both('Customers', '客户数'),
      both('Customers of the part with orders or returns.', '该部分有订单或退货的客户数。'),
      {
        unit: 'customers',
      },
    ),
    before_revenue: column.money(
      both('Revenue before', '对比期销售额'),
      both('Of the earlier period; 0 without any.', '对比期销售额；没有为 0。'),
    ),
    after_revenue: column.money(
      both('Revenue after', '本期销售额'),
      both('Of the period under review; 0 without any.', '本期销售额；没有为 0。'),
    ),
    revenue_difference: column.money(
      both('Difference of revenue', '销售额增减'),
      both('After less before, exact.', '本期 − 对比期，精确无舍入。'),
    ),
  },
  requires: [['orders.ordered_at']],
  reads: ['orders.customer_id', 'orders.order_id', 'orders.rep', 'orders.amount', 'orders.category'],
  uses: ['rep_customers', 'order_totals', 'customer_profile', 'rep_names'],
  source: 'Revenue bridge by customer, of one rep: as revenue_bridge, with customers that changed hands apart.',
  parameters: z.object({ as_of: asOf, period }),
  sql: ({ as_of, period: asked }) => {
    const review = reviewOf(asked, as_of);
    const inWindows = reviewed.map(
      (of) => sql`sum(amount) filter (where ${within(sql`ordered_on`, review?.[of])}) as ${columnOf(of, 'revenue')},
        count(*) filter (where ${within(sql`ordered_on`, review?.[of])}) as ${columnOf(of, 'rows')}`,
    );
    return sql`
    with ${soldLines(as_of, review)},
    by_category as (
      select customer_id, seller as rep, coalesce(category, '') as part, ${join(inWindows)}
      from sold_lines
      group by customer_id, seller, coalesce(category, '')
    ),
    active as (
      select pairs.*, coalesce(customer_profile.industry, '') as industry
      from rep_customers as pairs
      left join customer_profile on customer_profile.customer_id = pairs.customer_id
      where ${join(
        reviewed.map((of) => sql`pairs.${columnOf(of, 'orders')} > 0 or pairs.${columnOf(of, 'revenue')} is not null`),
        ' or ',
      )}
    ),
    starts as (select min(first_on) as first_on from rep_customers),
    parts as (${join(
      bases.flatMap((base) => partsAgainst(base, review)),
      ' union all ',
    )}),
    known as (select split from parts where part <> '' group by split)
    select parts.*, after_revenue - before_revenue as revenue_difference
    from parts
    join known on known.split = parts.split`;
  },
});

/** The sums against one period, a query for each split. */
function partsAgainst(base: Base, review: Review | null): Sql[] {
  const either = (figure: string): Sql => sql`(${columnOf(base, figure)} > 0 or ${columnOf('current', figure)} > 0)`;
  const traded = sql`(${either('orders')} or ${columnOf(base, 'revenue')} is not null or ${columnOf('current', 'revenue')} is not null)`;
  const known = (query: Sql): Sql => sql`select sums.* from (${query}) as sums cross join starts where ${isKnown(base, review)}`;
  const moved = sql`(select active.*, ${movementOf(base, review)} as movement from active where ${traded}) as moved`;
  return [
    known(
      sql`select rep, ${base} as against, 'customers' as split, movement as part, ${sumsOfChange(base)} from ${moved} group by rep, movement`,
    ),
    known(
      sql`select rep, ${base} as against, 'industry' as split, industry as part, ${sumsOfChange(base)} from active where ${traded} group by rep, industry`,
    ),
    known(
      sql`select rep, ${base} as against, 'category' as split, part, ${sumsOfChange(base)} from by_category where ${either('rows')} group by rep, part`,
    ),
  ];
}
