import type { DuckDbEngine } from '../engine/duckdb.ts';
import { identifier, join, type Sql, sql } from '../engine/sql.ts';
import { rawColumn } from './raw-records.ts';
import { reasonCode } from '../model/row-reasons.ts';
import { isTotalWord } from './row-rules.ts';
import { hasField, type LoadedTable } from './table-plan.ts';

/** So many orders with an amount on their first line only show that it is the order's, where lines leave nothing else out. */
const enoughOrders = 3;

/**
 * Order files that say the order's customer, date, status and amount only on its first line (Shopify; merged cells). The lines that
 * follow get the customer, the date and the fate of their order; a blank amount stays blank, so that the order's amount counts once. Where
 * lines have amounts of their own, one without is not filled. Returns how many lines were filled.
 */
export async function fillContinuationRows(loaded: LoadedTable, engine: DuckDbEngine): Promise<number> {
  if (!hasField(loaded, 'order_id')) return 0;
  const name = identifier(loaded.name);
  await fillBlankOrderIds(loaded, engine);
  const waiting = sql`_reason in (${reasonCode('customer-missing')}, ${reasonCode('date-missing')}, ${reasonCode('amount-missing')}) and order_id is not null`;
  const [count] = await engine.rows<{ n: number }>(sql`select count(*) as n from ${name} where ${waiting}`);
  if (count === undefined || count.n === 0) return 0;
  const dated = loaded.stored.includes('ordered_at');
  const priced = loaded.stored.includes('amount');
  const at = dated ? sql`min(ordered_at)` : sql`null::timestamp`;
  await engine.create(
    'order_heads',
    sql`select order_id, min(customer_id) as customer_id, ${at} as ordered_at, arg_min(_reason, rowid) as reason, min(rowid) as first_row
      from ${name} where customer_id is not null and ${priced ? sql`amount is not null` : sql`true`} and order_id in (select order_id from ${name} where ${waiting})
      group by order_id having count(distinct customer_id) = 1`,
  );
  const setDate = dated ? sql`ordered_at = coalesce(line.ordered_at, head.ordered_at),` : sql``;
  const leaves = priced ? await leavesAmount(loaded, dated, engine) : sql`true`;
  const own = sql`line._reason in (${reasonCode('customer-missing')}, ${reasonCode('date-missing')}, ${reasonCode('amount-missing')})`;
  const missing = priced ? sql`line.amount is null and not ${leaves}` : sql`false`;
  await engine.run(sql`update ${name} as line set customer_id = coalesce(line.customer_id, head.customer_id), ${setDate}
    _reason = case when ${missing} then (case when head.reason = 0 then ${reasonCode('amount-missing')} else head.reason end) else head.reason end
    from order_heads as head where ${own} and line.order_id = head.order_id and line.rowid > head.first_row`);
  await engine.run(sql`drop table order_heads`);
  const [left] = await engine.rows<{ n: number }>(sql`select count(*) as n from ${name} where ${waiting}`);
  return count.n - (left?.n ?? 0);
}

/**
 * Whether a line without an amount leaves it to the first line of its order: amounts stand on the first lines only, and the line leaves out the
 * customer or the date as well, or many orders do so.
 */
async function leavesAmount(loaded: LoadedTable, dated: boolean, engine: DuckDbEngine): Promise<Sql> {
  const [lines] = await engine.rows<{ priced: number; blank: number }>(
    sql`select count(*) filter (where follows and amount is not null) as priced, count(distinct order_id) filter (where follows and amount is null) as blank
      from (select order_id, amount, order_id = lag(order_id) over () as follows from ${identifier(loaded.name)})`,
  );
  const { priced, blank } = lines ?? { priced: 0, blank: 0 };
  if (priced * 50 > blank) return sql`false`;
  if (priced === 0 && blank >= enoughOrders) return sql`true`;
  return dated ? sql`(line.customer_id is null or line.ordered_at is null)` : sql`line.customer_id is null`;
}

/** What an order line names beside its amount; a total names none of it. */
const lineFields = new Set(['product', 'product_id', 'category', 'line_id']);

/** Merged cells leave the order id itself blank on the lines that follow; such a line names a product and no customer. A sum below the orders does not. */
async function fillBlankOrderIds(loaded: LoadedTable, engine: DuckDbEngine): Promise<void> {
  if (!loaded.stored.includes('amount')) return;
  const name = identifier(loaded.name);
  const blank = sql`line.order_id is null and line.customer_id is null and line.amount is not null and line._reason = ${reasonCode('customer-missing')}`;
  const [count] = await engine.rows<{ n: number }>(sql`select count(*) as n from ${name} as line where ${blank}`);
  const named = loaded.fields.filter((field) => lineFields.has(field.name)).map((field) => rawColumn(field.index));
  if (count === undefined || count.n === 0 || named.length === 0) return;
  const isLine = join(
    named.map((column) => sql`(crm_text(${column}) is not null and not ${isTotalWord(column)})`),
    ' or ',
  );
  await engine.run(sql`update ${name} as line set order_id = filled.order_id from (
      select rowid as line_row, last_value(order_id ignore nulls) over (order by rowid) as order_id from ${name}
    ) as filled where filled.line_row = line.rowid and ${blank} and line.rowid in (select _record from ${loaded.records} where ${isLine})`);
}
