import { z } from 'zod';
import { join, type Sql, sql, trusted } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { within } from '../comparison/parts/periods.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { type Base, bases, columnOf, isKnown, type Review, reviewed, reviewOf } from './parts/review.ts';
import { soldLines } from './parts/sold-orders.ts';
import { repCustomers } from './rep-customers.ts';
import { against } from './rep-drivers.ts';

export const repGoods = defineMetric({
  id: 'rep_goods',
  question: both('Which quantities at which prices did each rep sell, before and after?', '每位销售两期各卖出多少数量、什么价格？'),
  grain: ['rep', 'against'],
  columns: {
    rep: repCustomers.columns['rep']!,
    against,
    before_quantity: column.wide(
      both('Quantity before', '对比期数量'),
      both('Of products sold in both periods.', '两期均有销售的产品的数量。'),
    ),
    after_quantity: column.wide(both('Quantity after', '本期数量'), both('Of the same products.', '同上，本期数量。')),
    before_revenue: column.money(both('Revenue before', '对比期销售额'), both('Of the same products.', '同上，对比期销售额。')),
    after_revenue: column.money(both('Revenue after', '本期销售额'), both('Of the same products.', '同上，本期销售额。')),
    repriced: column.wide(
      both('At old prices', '按旧价计'),
      both(
        'What their quantities after would have brought at their prices before, in ten-thousandths: each product rounded to one.',
        '本期数量按对比期单价计的金额，单位为万分之一；逐产品取整。',
      ),
    ),
    new_revenue: column.money(both('New products', '新产品'), both('Revenue of products sold only after.', '仅本期销售的产品的销售额。')),
    gone_revenue: column.money(
      both('Discontinued products', '停售产品'),
      both('Revenue of products sold only before.', '仅对比期销售的产品的销售额。'),
    ),
    other_before: column.money(
      both('Others before', '其他，对比期'),
      both('Revenue of products without a name, of which a quantity is missing or not above 0.', '产品未知、数量缺失或不为正的销售额。'),
    ),
    other_after: column.money(both('Others after', '其他，本期'), both('The same after.', '同上，本期。')),
  },
  requires: [['orders.ordered_at'], ['orders.quantity'], ['orders.product_id', 'orders.product']],
  reads: ['orders.customer_id', 'orders.order_id', 'orders.rep', 'orders.amount', 'orders.product_id', 'orders.product'],
  uses: ['order_totals', 'customer_profile', 'rep_names', 'rep_customers'],
  source: 'Definition: sums of quantity and amount by rep and product, by whether the product was sold in both periods.',
  parameters: z.object({ as_of: asOf, period }),
  sql: ({ as_of, period: asked }) => {
    const review = reviewOf(asked, as_of);
    const sums = reviewed.flatMap((of) => {
      const inside = within(sql`ordered_on`, review?.[of]);
      return [
        sql`count(*) filter (where ${inside}) as ${columnOf(of, 'rows')}`,
        sql`count(*) filter (where ${inside} and quantity is null) as ${columnOf(of, 'blanks')}`,
        ...['amount', 'quantity'].map(
          (figure) => sql`coalesce(sum(${trusted(figure)}) filter (where ${inside}), 0) as ${columnOf(of, figure)}`,
        ),
      ];
    });
    return sql`
    with ${soldLines(as_of, review)},
    goods as (
      select seller as rep, coalesce(product_id, product, '') as good_id, ${join(sums)}
      from sold_lines
      group by seller, coalesce(product_id, product, '')
    ),
    starts as (select min(first_on) as first_on from rep_customers)
    ${join(
      bases.map((base) => goodsAgainst(base, review)),
      ' union all ',
    )}`;
  },
});

function goodsAgainst(base: Base, review: Review | null): Sql {
  const [before, after] = [(figure: string) => columnOf(base, figure), (figure: string) => columnOf('current', figure)];
  const sum = (value: Sql, kind: string): Sql => sql`coalesce(sum(${value}) filter (where kind = ${kind}), 0)`;
  const repriced = sql`cast(floor(${after('quantity')}::double precision * ${before('amount')}::double precision / ${before('quantity')}::double precision * 10000 + 0.5) as decimal(38,0))`;
  return sql`
    select
      sums.*
    from (
      select
        rep, ${base} as against,
        ${sum(before('quantity'), 'both')} as before_quantity, ${sum(after('quantity'), 'both')} as after_quantity,
        ${sum(before('amount'), 'both')} as before_revenue, ${sum(after('amount'), 'both')} as after_revenue,
        coalesce(sum(case when kind = 'both' then ${repriced} end), 0) as repriced,
        ${sum(after('amount'), 'new')} as new_revenue, ${sum(before('amount'), 'gone')} as gone_revenue,
        ${sum(before('amount'), 'other')} as other_before, ${sum(after('amount'), 'other')} as other_after
      from (
        select
          goods.*,
          case
            when good_id = '' or ${before('blanks')} + ${after('blanks')} > 0 then 'other'
            when ${before('rows')} = 0 then 'new'
            when ${after('rows')} = 0 then 'gone'
            when ${before('quantity')} > 0 and ${after('quantity')} > 0 then 'both'
            else 'other'
          end as kind
        from goods
        where ${before('rows')} > 0 or ${after('rows')} > 0
      ) as kinds
      group by rep
    ) as sums
    cross join starts
    where ${isKnown(base, review)}`;
}
