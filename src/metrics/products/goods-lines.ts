import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { goods, goodsFields, goodsNeeds } from './parts/goods.ts';

export const itemId = column.id(
  both('Item id', '品项编号'),
  both('Number or name of the product, or the category.', '产品的编号或名称，或品类。'),
);

export const itemName = column.text(both('Item', '品项'), both('Name of the product, or the category.', '产品名称，或品类。'));

export const goodsLines = defineMetric({
  id: 'goods_lines',
  question: both('Which items does each order hold?', '每张订单包含哪些品项？'),
  grain: ['customer_id', 'order_id', 'item_id'],
  columns: {
    customer_id: customerId,
    order_id: column.id(both('Order id', '订单编号'), both('The id the order has in the files.', '订单在数据文件中的编号。')),
    item_id: itemId,
    item: itemName,
    sold_on: column.date(both('Sold on', '购买日期'), both('Day of the earliest line.', '最早一行的日期。'), {
      empty: both('No line of it has a date.', '相关订单行均无日期。'),
    }),
    amount: column.money(both('Amount', '金额'), both('Sum of the lines; returns are left out.', '订单行金额合计，不含退货。'), {
      empty: both('No line of it has an amount.', '相关订单行均无金额。'),
    }),
    quantity: column.exact(both('Quantity', '数量'), both('Sum of the lines; returns are left out.', '订单行数量合计，不含退货。'), {
      empty: both('No line of it has a quantity.', '相关订单行均无数量。'),
    }),
    lines: column.count(both('Lines', '明细行数'), both('Lines of the order that hold it.', '订单中该品项的行数。'), { unit: 'lines' }),
  },
  requires: goodsNeeds,
  reads: goodsFields,
  uses: ['goods_choice'],
  source: 'Definition: order lines by the item that goods_choice looks at; an item that is twice in an order is there once.',
  parameters: z.object({ as_of: asOf }),
  sql: ({ as_of }) => sql`
    with ${goods(as_of)},
    chosen as (select level from goods_choice),
    named as (
      select
        goods.*,
        case when level = 'category' then category_key else product_key end as item_id,
        case when level = 'category' then category_key else product_name end as item
      from goods cross join chosen
    )
    select
      customer_id, order_id, item_id,
      min(item) as item, min(sold_on) as sold_on, sum(amount) as amount, sum(quantity) as quantity, sum(lines) as lines
    from named
    where item_id is not null
    group by customer_id, order_id, item_id`,
});
