import { type Sql, sql } from '../../../engine/sql.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import { linesUpTo } from '../../as-of.ts';

/** Canonical fields that `goods` reads beside those it cannot do without. */
export const goodsFields = [
  'orders.order_id',
  'orders.ordered_at',
  'orders.amount',
  'orders.quantity',
  'orders.product_id',
  'orders.product',
  'orders.category',
  'orders.subcategory',
  'products.product_id',
  'products.name',
  'products.category',
  'products.subcategory',
] as const;

/** Sets of fields without which no line says what was bought. */
export const goodsNeeds = [['orders.customer_id'], ['orders.product_id', 'orders.product', 'orders.category']] as const;

/**
 * Expressions of a `with`, the last of them `goods`: what customers bought, returns left out, by the product and by the category that lines and
 * list of products tell, the finest there is and (`broad_key`) the broad one.
 */
export function goods(asOf: IsoDate | null): Sql {
  return sql`
    numbered as (
      select product_id, max(name) as listed_name, max(category) as listed_category, max(subcategory) as listed_subcategory
      from products where product_id is not null group by product_id
    ),
    titled as (
      select name as product, max(category) as titled_category, max(subcategory) as titled_subcategory
      from products where name is not null group by name
    ),
    sold as (
      select
        customer_id, order_id, product_id, product, category, subcategory,
        cast(min(ordered_at) as date) as sold_on, sum(amount) as amount, sum(quantity) as quantity, count(*) as lines
      from orders
      where customer_id is not null and ${linesUpTo(asOf)} and (amount >= 0 or amount is null) and (quantity > 0 or quantity is null)
      group by customer_id, order_id, product_id, product, category, subcategory
    ),
    goods as (
      select
        sold.customer_id, sold.order_id, sold.sold_on, sold.amount, sold.quantity, sold.lines,
        coalesce(sold.product_id, sold.product) as product_key,
        coalesce(sold.product, listed_name, sold.product_id) as product_name,
        coalesce(sold.category, listed_category, titled_category) as broad_key,
        coalesce(sold.subcategory, listed_subcategory, titled_subcategory, sold.category, listed_category, titled_category) as category_key
      from sold
      left join numbered on numbered.product_id = sold.product_id
      left join titled on titled.product = sold.product
    )`;
}
