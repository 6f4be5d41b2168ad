import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { crossSell } from '../cross-sell-parameter.ts';
import { asOf } from '../parameters.ts';
import { goods, goodsFields, goodsNeeds } from './parts/goods.ts';

/** So many customers must have bought a product for it to count as a common one. */
const commonBuyers = 10;

/** So many orders of several items are baskets enough to learn from, if they are also a share of one in `wideShare` of all. */
const leastWideOrders = 100;
const wideShare = 5;

/** From so many categories on, each of so many products, it is categories that customers know or lack: products are sizes and colours of them. */
const manyCategories = 10;
const productsOfCategory = 5;

export const goodsChoice = defineMetric({
  id: 'goods_choice',
  question: both('Are products or categories looked at, and whose baskets?', '按产品还是按品类分析，购物篮取订单还是客户历史？'),
  grain: ['scope'],
  columns: {
    scope: column.id(both('Scope', '范围'), both('"all": one row for all customers.', '“all”：全部客户一行。')),
    level: column.id(
      both('Looked at', '分析层级'),
      both(
        `category, the finest that lines or the list of products tell, where there are ${manyCategories} or more of ${productsOfCategory} products each on average, or where products that ${commonBuyers} or more customers bought make less than half of all lines; else product.`,
        `category 品类（取订单或产品表中最细的一级）：至少 ${manyCategories} 个品类且平均每个含 ${productsOfCategory} 个以上产品，或至少 ${commonBuyers} 位客户购买过的产品不足全部明细行一半时；否则为 product 产品。`,
      ),
    ),
    basis: column.id(
      both('Baskets', '购物篮口径'),
      both(
        `orders where at least ${leastWideOrders} orders, and one in ${wideShare}, hold several items; else histories: all that a customer bought.`,
        `orders 订单：至少 ${leastWideOrders} 单且不少于 1/${wideShare} 的订单含多个品项；否则为 histories 客户历史，即一位客户买过的全部品项。`,
      ),
    ),
    products: column.count(both('Products', '产品数'), both('Different products sold.', '售出的不同产品数。'), { unit: 'products' }),
    common_products: column.count(
      both('Common products', '常见产品数'),
      both(`Those that ${commonBuyers} or more customers bought.`, `至少 ${commonBuyers} 位客户购买过的产品数。`),
      { unit: 'products' },
    ),
    lines: column.count(both('Lines', '明细行数'), both('Order lines that name a product.', '有产品的订单行数。'), { unit: 'lines' }),
    common_lines: column.count(
      both('Lines of common products', '常见产品的行数'),
      both('Those of common products.', '常见产品的订单行数。'),
      {
        unit: 'lines',
      },
    ),
    categories: column.count(both('Categories', '品类数'), both('Different categories sold.', '售出的不同品类数。'), {
      unit: 'categories',
    }),
    orders: column.count(both('Orders', '订单数'), both('Orders with a known item.', '有已知品项的订单数。'), { unit: 'orders' }),
    wide_orders: column.count(
      both('Orders of several items', '多品项订单数'),
      both('Those with two or more different items.', '含两个及以上不同品项的订单数。'),
      { unit: 'orders' },
    ),
  },
  requires: goodsNeeds,
  reads: goodsFields,
  uses: [],
  source: 'Definition: rules need items that many customers bought, and baskets that hold several.',
  parameters: z.object({ as_of: asOf, cross_sell: crossSell }),
  sql: ({ as_of, cross_sell: { level, basis } }) => sql`
    with ${goods(as_of)},
    buyers as (
      select product_key, count(*) as customers, sum(lines) as lines
      from (
        select product_key, customer_id, sum(lines) as lines from goods where product_key is not null group by product_key, customer_id
      ) as pairs
      group by product_key
    ),
    totals as (
      select
        count(*) as products,
        count(*) filter (where customers >= ${commonBuyers}) as common_products,
        coalesce(sum(lines), 0) as lines,
        coalesce(sum(lines) filter (where customers >= ${commonBuyers}), 0) as common_lines
      from buyers
    ),
    kinds as (
      select count(*) as categories from (select category_key from goods where category_key is not null group by category_key) as named
    ),
    chosen as (
      select
        products, common_products, lines, common_lines, categories,
        case
          when ${level} <> 'auto' then ${level}
          when categories >= ${manyCategories} and products >= ${productsOfCategory} * categories then 'category'
          when categories >= 2 and 2 * common_lines < lines + 1 then 'category'
          else 'product'
        end as level
      from totals cross join kinds
    ),
    baskets as (
      select customer_id, order_id, count(*) as items
      from (
        select customer_id, order_id, case when level = 'category' then category_key else product_key end as item_key
        from goods cross join chosen
        group by customer_id, order_id, case when level = 'category' then category_key else product_key end
      ) as held
      where item_key is not null
      group by customer_id, order_id
    ),
    sizes as (
      select count(*) as orders, count(*) filter (where items >= 2) as wide_orders from baskets
    )
    select
      'all' as scope, level,
      case
        when ${basis} <> 'auto' then ${basis}
        when wide_orders >= ${leastWideOrders} and ${wideShare} * wide_orders >= orders then 'orders'
        else 'histories'
      end as basis,
      products, common_products, lines, common_lines, categories, orders, wide_orders
    from chosen cross join sizes
    where orders > 0`,
});
