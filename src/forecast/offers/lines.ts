import { type Sql, sql } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import type { Row } from '../../lib/rows.ts';
import type { Read } from '../read.ts';

/** Dated lines of goods, one an order and item, by customer and order; customers and items by their place in lists in order. */
export interface GoodsLines {
  readonly customers: readonly string[];
  readonly items: readonly string[];
  readonly names: readonly string[];
  /** Orders. */
  readonly orders: number;
  readonly customer: Int32Array;
  readonly order: Int32Array;
  readonly item: Int32Array;
  /** Days from the line to the as-of date. */
  readonly age: Int32Array;
  /** NaN where the line has none. */
  readonly amount: Float64Array;
  /** Days from the first line to the as-of date. */
  readonly span: number;
}

/** Lines older than this say nothing of who buys what now. */
const mostDays = 4 * 365;

/** The lines of `goods_lines` that are goods by `goods_sold`, of the last four years up to the day. */
export async function readLines(read: Read, asOf: IsoDate): Promise<GoodsLines> {
  const lines = linesUpTo(asOf);
  const numberedCustomers = await read(sql`with ${lines} select customer_id as id, place from numbered_customers`);
  const numberedItems = await read(sql`
    with ${lines}
    select numbered.item_id as id, numbered.place, sold.item as name
    from numbered_items as numbered join goods_sold as sold on sold.item_id = numbered.item_id`);
  const [customers, items] = [placesOf(numberedCustomers), placesOf(numberedItems)];
  // A million lines: numbers alone are a third of what their ids would take. In their order, for sums of amounts are taken in it.
  const rows = await read(sql`
    with ${lines}
    select customers.place as customer, orders.place as order_place, items.place as item, recent.amount, recent.age
    from recent
    join numbered_customers as customers on customers.customer_id = recent.customer_id
    join numbered_items as items on items.item_id = recent.item_id
    join numbered_orders as orders on orders.customer_id = recent.customer_id and orders.order_id = recent.order_id
    order by customers.place, orders.place, items.place`);
  const numbers = (value: (row: Row) => number): Int32Array => Int32Array.from(rows, value);
  const age = numbers((row) => Number(row['age']));
  return {
    customers: customers.ids,
    items: items.ids,
    names: items.rows.map((row) => String(row['name'] ?? row['id'])),
    orders: rows.reduce((most, row) => Math.max(most, Number(row['order_place'])), 0),
    customer: numbers((row) => customers.placeOf[Number(row['customer'])]!),
    item: numbers((row) => items.placeOf[Number(row['item'])]!),
    order: numbers((row) => Number(row['order_place']) - 1),
    age,
    amount: Float64Array.from(rows, (row) => (row['amount'] === null ? Number.NaN : Number(row['amount']))),
    span: age.reduce((most, days) => Math.max(most, days), 0),
  };
}

function linesUpTo(asOf: IsoDate): Sql {
  return sql`
    recent as (
      select lines.customer_id, lines.order_id, lines.item_id, lines.amount, ${asOf}::date - lines.sold_on as age
      from goods_lines as lines
      join goods_sold as sold on sold.item_id = lines.item_id and sold.is_goods = 1
      where lines.sold_on is not null and ${asOf}::date - lines.sold_on between 0 and ${mostDays}
    ),
    numbered_customers as (
      select customer_id, row_number() over (order by customer_id) as place from (select customer_id from recent group by customer_id) as each_one
    ),
    numbered_items as (
      select item_id, row_number() over (order by item_id) as place from (select item_id from recent group by item_id) as each_one
    ),
    numbered_orders as (
      select customer_id, order_id, row_number() over (order by customer_id, order_id) as place
      from (select customer_id, order_id from recent group by customer_id, order_id) as each_one
    )`;
}

/** Ids in the order of their code units, which is no engine's; `placeOf` has the place of each by its number in the engine, from 1. */
function placesOf(numbered: readonly Row[]): { ids: string[]; rows: Row[]; placeOf: Int32Array } {
  const rows = numbered.toSorted((one, other) => (String(one['id']) < String(other['id']) ? -1 : 1));
  const placeOf = new Int32Array(rows.length + 1);
  for (const [place, row] of rows.entries()) placeOf[Number(row['place'])] = place;
  return { ids: rows.map((row) => String(row['id'])), rows, placeOf };
}
