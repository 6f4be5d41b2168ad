import type { DuckDbEngine } from '../engine/duckdb.ts';
import { identifier, join, sql } from '../engine/sql.ts';
import { rawColumn } from './raw-records.ts';
import { reasonCode } from './row-reasons.ts';
import { isTotalWord } from './row-rules.ts';
import { hasField, type LoadedTable } from './table-plan.ts';

/**
 * Order files that say the order's customer, date, status and amount only on its first line (Shopify; merged cells). The lines that
 * follow get the customer, the date and the fate of their order; a blank amount stays blank, so that the order's amount counts once.
 * Returns how many lines were filled.
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
  await engine.run(sql`update ${name} as line set customer_id = coalesce(line.customer_id, head.customer_id), ${setDate} _reason = head.reason
    from order_heads as head where ${sql`line._reason in (${reasonCode('customer-missing')}, ${reasonCode('date-missing')}, ${reasonCode('amount-missing')})`}
    and line.order_id = head.order_id and line.rowid > head.first_row`);
  await engine.run(sql`drop table order_heads`);
  const [left] = await engine.rows<{ n: number }>(sql`select count(*) as n from ${name} where ${waiting}`);
  return count.n - (left?.n ?? 0);
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
