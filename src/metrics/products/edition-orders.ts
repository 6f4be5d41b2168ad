import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { itemId } from './goods-lines.ts';
import { goods, goodsFields, goodsNeeds } from './parts/goods.ts';

export const editionOrders = defineMetric({
  id: 'edition_orders',
  question: both('Who bought which edition of a product, and when?', '谁在何时购买了产品的哪个版本？'),
  grain: ['customer_id', 'order_id', 'item_id'],
  columns: {
    customer_id: customerId,
    order_id: column.id(both('Order id', '订单编号'), both('The id the order has in the files.', '订单在数据文件中的编号。')),
    item_id: {
      ...itemId,
      meaning: both('A product that can be upgraded, or that others are upgraded to.', '可升级的产品，或其他产品升级后的产品。'),
    },
    sold_on: column.date(both('Sold on', '购买日期'), both('Day of the earliest line.', '最早一行的日期。')),
    quantity: column.exact(both('Quantity', '数量'), both('Sum of the lines; returns are left out.', '订单行数量合计，不含退货。'), {
      empty: both('No line of it has a quantity.', '相关订单行均无数量。'),
    }),
  },
  requires: [...goodsNeeds, ['orders.ordered_at']],
  reads: goodsFields,
  uses: ['upgrade_steps'],
  source: 'Definition: order lines of products that a ladder of editions names.',
  parameters: z.object({ as_of: asOf }),
  sql: ({ as_of }) => sql`
    with ${goods(as_of)},
    editions as (
      select item_id as product_key from upgrade_steps
      union
      select next_id as product_key from upgrade_steps
    )
    select goods.customer_id, goods.order_id, goods.product_key as item_id, min(goods.sold_on) as sold_on, sum(goods.quantity) as quantity
    from goods join editions on editions.product_key = goods.product_key
    where goods.sold_on is not null
    group by goods.customer_id, goods.order_id, goods.product_key`,
});
