import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { linesUpTo } from '../as-of.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';

export const categoryBreadth = defineMetric({
  id: 'category_breadth',
  question: both('How much of the assortment does each customer buy?', '每位客户购买了多少品类？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    categories: column.count(both('Categories', '品类数'), both('Different categories on the order lines.', '订单行中不同品类的数量。'), {
      unit: 'categories',
      empty: both('No order line has a category.', '订单行均无品类。'),
    }),
    products: column.count(
      both('Products', '产品数'),
      both(
        'Different products on the order lines, counted where the files give no category.',
        '订单行中不同产品的数量，仅在没有品类时统计。',
      ),
      { unit: 'products', empty: both('Categories are given, or no line names a product.', '已有品类，或订单行均无产品。') },
    ),
  },
  requires: [['orders.category', 'orders.product_id', 'orders.product']],
  reads: ['orders.customer_id', 'orders.ordered_at'],
  readsFirst: [['orders.category', 'orders.product_id', 'orders.product']],
  uses: [],
  source: 'Definition: distinct categories (products) a customer; share of the assortment as a cross-selling indicator.',
  parameters: z.object({ as_of: asOf }),
  sql: ({ as_of }) => sql`
    with categories as (
      select customer_id, count(*) as categories
      from (select customer_id, category from orders where category is not null and ${linesUpTo(as_of)} group by customer_id, category) as pairs
      group by customer_id
    ),
    products as (
      select customer_id, count(*) as products
      from (
        select customer_id, coalesce(product_id, product) as product
        from orders cross join (select count(*) as customers from categories) as with_category
        where coalesce(product_id, product) is not null
          and with_category.customers = 0
          and ${linesUpTo(as_of)}
        group by customer_id, coalesce(product_id, product)
      ) as pairs
      group by customer_id
    )
    select coalesce(categories.customer_id, products.customer_id) as customer_id, categories.categories, products.products
    from categories full join products on categories.customer_id = products.customer_id`,
});
