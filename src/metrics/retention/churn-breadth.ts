import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { linesUpTo } from '../as-of.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, churn } from '../parameters.ts';

export const churnBreadth = defineMetric({
  id: 'churn_breadth',
  question: both('Do customers buy fewer kinds of goods than before?', '客户购买的品类是否减少？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    recent_kinds: column.count(
      both('Recent kinds', '近期品类数'),
      both(
        'Categories (products where no line has a category) bought in the last two horizons.',
        '最近两个窗口内购买的品类数（没有品类时为产品数）。',
      ),
    ),
    before_kinds: column.count(
      both('Kinds before', '前期品类数'),
      both('Those bought in the two horizons before.', '此前两个窗口内购买的品类数。'),
    ),
    kind_of_goods: column.id(
      both('Kind', '计数对象'),
      both('What is counted: category, or product where no line has a category.', '计数的对象：category 品类；没有品类时为 product 产品。'),
    ),
  },
  requires: [['orders.category', 'orders.product_id', 'orders.product'], ['orders.ordered_at']],
  reads: ['orders.customer_id'],
  readsFirst: [['orders.category', 'orders.product_id', 'orders.product']],
  uses: [],
  source: 'Definition: distinct kinds a customer in two windows of the same length.',
  parameters: z.object({ as_of: asOf, churn }),
  sql: ({ as_of, churn: { horizon_days } }) => sql`
    with with_category as (
      select count(*) as lines from orders where category is not null
    ),
    kinds as (
      select
        orders.customer_id,
        case when with_category.lines > 0 then orders.category else coalesce(orders.product_id, orders.product) end as kind,
        cast(case when with_category.lines > 0 then 'category' else 'product' end as varchar) as kind_of_goods,
        ${as_of}::date - cast(orders.ordered_at as date) < ${2 * horizon_days} as recent
      from orders cross join (select lines from with_category) as with_category
      where orders.customer_id is not null
        and ${linesUpTo(as_of)}
        and ${as_of}::date - cast(orders.ordered_at as date) < ${4 * horizon_days}
    ),
    pairs as (
      select customer_id, kind_of_goods, kind, recent from kinds where kind is not null group by customer_id, kind_of_goods, kind, recent
    )
    select
      customer_id,
      count(*) filter (where recent) as recent_kinds,
      count(*) filter (where not recent) as before_kinds,
      kind_of_goods
    from pairs
    group by customer_id, kind_of_goods`,
});
