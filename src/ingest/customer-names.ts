import type { DuckDbEngine } from '../engine/duckdb.ts';
import { identifier, join, sql } from '../engine/sql.ts';
import { hasField, type LoadedTable } from './table-plan.ts';

/**
 * Files that know a customer by name only join a customer file that has ids: a name that belongs to exactly one customer becomes
 * its id. A name that several customers share stays as it is. Returns how many rows name such a shared name.
 */
export async function joinCustomersByName(
  tables: readonly LoadedTable[],
  customers: readonly LoadedTable[],
  engine: DuckDbEngine,
): Promise<number> {
  const withIds = customers.filter((table) => hasField(table, 'customer_id') && hasField(table, 'name'));
  const byName = tables.filter((table) => table.stored.includes('customer_id') && !hasField(table, 'customer_id'));
  if (withIds.length === 0 || byName.length === 0) return 0;
  const names = join(
    withIds.map((table) => sql`select name, customer_id from ${identifier(table.name)} where _reason = 0 and name is not null`),
    ' union all ',
  );
  await engine.create(
    'customer_names',
    sql`select name, min(customer_id) as customer_id, count(distinct customer_id) as customers from (${names}) group by name`,
  );
  let shared = 0;
  for (const table of byName) {
    const [row] = await engine.rows<{ n: number }>(sql`select count(*) as n from ${identifier(table.name)} as line
      inner join customer_names on customer_names.name = line.customer_id where customer_names.customers > 1 and line._reason = 0`);
    shared += row?.n ?? 0;
    await engine.run(sql`update ${identifier(table.name)} as line set customer_id = customer_names.customer_id
      from customer_names where customer_names.name = line.customer_id and customer_names.customers = 1`);
  }
  await engine.run(sql`drop table customer_names`);
  return shared;
}
