import type { DuckDbEngine } from '../../engine/duckdb.ts';
import { identifier, type Sql, sql } from '../../engine/sql.ts';
import type { Trouble } from '../../quality/check.ts';
import { rowsOfAll } from '../many-parts.ts';
import { hasField, type LoadedTable } from '../table-plan.ts';
import { orderParts, partNumber, reusedNotes, reusedNumbers } from './reused-numbers.ts';

/** Lines of which all numbers are looked at; of more, so many are picked by their number. */
const looked = 200_000;

/** Orders of files that share a number with others get numbers of their own: `1001 (2)`. */
export async function separateOrders(orders: readonly LoadedTable[], engine: DuckDbEngine): Promise<Trouble[]> {
  const tables = orders.filter(
    (table) => hasField(table, 'order_id') && ['customer_id', 'ordered_at'].every((field) => table.stored.includes(field)),
  );
  const [first] = tables;
  if (first === undefined) return [];
  let rows = 0;
  for (const { name } of tables) {
    const [counted] = await engine.rows<{ n: number }>(sql`select count(*) as n from ${identifier(name)}`);
    rows += counted?.n ?? 0;
  }
  const lines = sql`select * from ${await rowsOfAll('numbered_lines', tables.map(linesOf), engine)} as numbered`;
  try {
    return await separate(tables, { first, lines, every: Math.floor(rows / looked) }, engine);
  } finally {
    await engine.run(sql`drop table if exists numbered_lines`);
  }
}

interface Lines {
  readonly first: LoadedTable;
  readonly lines: Sql;
  /** One number in so many is looked at first. */
  readonly every: number;
}

async function separate(tables: readonly LoadedTable[], { first, lines, every }: Lines, engine: DuckDbEngine): Promise<Trouble[]> {
  const found = await reusedNumbers(lines, every > 1 ? sql`hash(order_id) % ${every} = 0` : null, engine);
  if (found === null) return [];
  await engine.create('order_parts', orderParts(lines, found));
  for (const { name } of tables) {
    await engine.run(sql`update ${identifier(name)} as line set order_id = ${partNumber(sql`line.order_id`, sql`order_parts.part`)} from order_parts
      where line.order_id = order_parts.order_id and line.customer_id = order_parts.customer_id and line.ordered_at::date = order_parts.day and line._reason = 0`);
  }
  const notes = await reusedNotes(found, sql`order_parts`, first, engine);
  await engine.run(sql`drop table order_parts`);
  return notes;
}

function linesOf({ name, stored }: LoadedTable): Sql {
  const amount = stored.includes('amount') ? sql`amount` : sql`1::decimal(18,4)`;
  return sql`select order_id, customer_id, ordered_at::date as day, ${amount} as amount from ${identifier(name)}
    where _reason = 0 and order_id is not null and customer_id is not null and ordered_at is not null`;
}
