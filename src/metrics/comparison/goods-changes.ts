import { z } from 'zod';
import { type Sql, sql } from '../../engine/sql.ts';
import { linesUpTo } from '../as-of.ts';
import { periodsOf, within } from './parts/periods.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, comparison } from '../parameters.ts';

/** A line that sells; one with an amount below zero takes goods back. */
const sells = sql`(amount >= 0 or amount is null)`;

export const goodsChanges = defineMetric({
  id: 'goods_changes',
  question: both('Which goods did kept customers drop or take up?', '留存客户停购、新购了哪些商品？'),
  grain: ['customer_id', 'change'],
  columns: {
    customer_id: customerId,
    change: column.id(
      both('Change', '变动'),
      both(
        'dropped: bought in the earlier period and not in the later one; taken_up: the reverse.',
        'dropped 对比期购买、本期未购买；taken_up 相反。',
      ),
    ),
    goods: column.count(
      both('Goods', '商品种数'),
      both('Categories (products where no line has a category) that changed so.', '发生该变动的品类数（没有品类时为产品数）。'),
    ),
    goods_kind: column.id(
      both('Kind of goods', '商品口径'),
      both('category or product: what is counted.', 'category 按品类计，product 按产品计。'),
    ),
    revenue_difference: column.money(
      both('Difference of revenue', '销售额增减'),
      both(
        'Their revenue after less before; orders differ by the same and more, so this is a second look at one difference.',
        '这些商品的本期销售额 − 对比期销售额；与订单数、客单价的分解是同一增减的不同角度。',
      ),
      { empty: both('No line of them has an amount.', '相关明细行均无金额。') },
    ),
    largest: column.text(both('Largest', '影响最大者'), both('The one whose revenue differs most.', '销售额增减最大的品类或产品。')),
  },
  requires: [['orders.category', 'orders.product_id', 'orders.product'], ['orders.ordered_at']],
  reads: ['orders.customer_id', 'orders.amount'],
  readsFirst: [
    ['orders.category', 'orders.product_id', 'orders.product'],
    ['orders.category', 'orders.product', 'orders.product_id'],
  ],
  uses: ['customer_periods'],
  source: 'Definition: goods on the lines of customers who bought in both periods, lines by their own day; half-open periods.',
  parameters: z.object({ as_of: asOf, comparison }),
  sql: ({ as_of, comparison: asked }) => {
    const periods = periodsOf(asked, as_of);
    const inside = (side: 'before' | 'after'): Sql => within(sql`day`, periods?.[side]);
    return sql`
    with with_category as (
      select count(*) as lines from orders where category is not null
    ),
    sold as (
      select
        orders.customer_id,
        case when with_category.lines > 0 then orders.category else coalesce(orders.product_id, orders.product) end as good_id,
        case when with_category.lines > 0 then orders.category else coalesce(orders.product, orders.product_id) end as name,
        case when with_category.lines > 0 then 'category' else 'product' end as goods_kind,
        cast(orders.ordered_at as date) as day,
        orders.amount
      from orders
      cross join with_category
      join customer_periods on customer_periods.customer_id = orders.customer_id
      where customer_periods.movement = 'kept' and ${linesUpTo(as_of)}
    ),
    sums as (
      select
        customer_id,
        good_id,
        min(name) as name,
        min(goods_kind) as goods_kind,
        count(*) filter (where ${inside('before')} and ${sells}) as before_lines,
        count(*) filter (where ${inside('after')} and ${sells}) as after_lines,
        sum(amount) filter (where ${inside('before')}) as before_revenue,
        sum(amount) filter (where ${inside('after')}) as after_revenue
      from sold
      where good_id is not null
      group by customer_id, good_id
    ),
    changed as (
      select
        customer_id,
        case when after_lines = 0 then 'dropped' else 'taken_up' end as change,
        good_id,
        name,
        goods_kind,
        case
          when before_revenue is not null or after_revenue is not null then coalesce(after_revenue, 0) - coalesce(before_revenue, 0)
        end as revenue_difference
      from sums
      where (before_lines > 0 and after_lines = 0) or (before_lines = 0 and after_lines > 0)
    ),
    placed as (
      select
        changed.*,
        row_number() over (partition by customer_id, change order by abs(revenue_difference) desc nulls last, good_id) as place
      from changed
    )
    select
      customer_id,
      change,
      count(*) as goods,
      min(goods_kind) as goods_kind,
      sum(revenue_difference) as revenue_difference,
      min(name) filter (where place = 1) as largest
    from placed
    group by customer_id, change`;
  },
});
