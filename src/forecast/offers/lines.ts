import { sql } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import type { Row } from '../../lib/rows.ts';
import type { Read } from '../read.ts';

/** Dated lines of goods, one an order and item, in no order that means anything; customers and items by their place in lists in order. */
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
  const known = await read(sql`select item_id, item from goods_sold where is_goods = 1`);
  const rows = await read(sql`
    select customer_id, order_id, item_id, amount, ${asOf}::date - sold_on as age
    from goods_lines
    where sold_on is not null and ${asOf}::date - sold_on between 0 and ${mostDays}`);
  const names = new Map(known.map((row) => [String(row['item_id']), String(row['item'])]));
  return linesOf(
    rows.filter((row) => names.has(String(row['item_id']))),
    names,
  );
}

function linesOf(rows: readonly Row[], names: ReadonlyMap<string, string>): GoodsLines {
  const [customers, items] = [placesOf(rows, 'customer_id'), placesOf(rows, 'item_id')];
  const orders = new Map<string, number>();
  const numbers = (value: (row: Row) => number): Int32Array => Int32Array.from(rows, value);
  const age = numbers((row) => Number(row['age']));
  return {
    customers: [...customers.keys()],
    items: [...items.keys()],
    names: [...items.keys()].map((item) => names.get(item) ?? item),
    customer: numbers((row) => customers.get(String(row['customer_id']))!),
    item: numbers((row) => items.get(String(row['item_id']))!),
    order: numbers((row) => {
      const key = `${String(row['customer_id'])}\n${String(row['order_id'])}`;
      const place = orders.get(key) ?? orders.size;
      orders.set(key, place);
      return place;
    }),
    age,
    amount: Float64Array.from(rows, (row) => (row['amount'] === null ? Number.NaN : Number(row['amount']))),
    span: age.reduce((most, days) => Math.max(most, days), 0),
    get orders() {
      return orders.size;
    },
  };
}

/** The different texts of a column in the order of their code units, each with its place. */
function placesOf(rows: readonly Row[], column: string): Map<string, number> {
  const texts = [...new Set(rows.map((row) => String(row[column])))].toSorted((one, other) => (one < other ? -1 : 1));
  return new Map(texts.map((text, place) => [text, place]));
}
