import type { DuckDbEngine } from '../../engine/duckdb.ts';
import type { Engine } from '../../engine/engine.ts';
import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import { placeholderHint, shortWord } from '../../model/customer-placeholders.ts';
import { hasField, type LoadedTable } from '../table-plan.ts';

/** The customers that a table names, each once: everything about who is who is asked of them, not of the lines. */
export interface CustomersOf {
  readonly loaded: LoadedTable;
  /** Table in the engine: customer_id, customer_name (null where the table has no name beside the id), lines. */
  readonly name: string;
}

/** Groups the lines of every table that names customers, the customer lists apart. The caller drops the tables. */
export async function customersOf(tables: readonly LoadedTable[], engine: Engine): Promise<CustomersOf[]> {
  const found: CustomersOf[] = [];
  for (const loaded of tables) {
    if (loaded.entity.id === 'customers' || !loaded.stored.includes('customer_id')) continue;
    const customers = { loaded, name: `named_in_${loaded.name}` };
    await group(customers, engine);
    found.push(customers);
  }
  return found;
}

async function group({ loaded, name }: CustomersOf, engine: Engine): Promise<void> {
  const any = engine.dialect === 'duckdb' ? sql`any_value(customer)` : sql`min(customer)`;
  const beside = hasField(loaded, 'customer_id') && loaded.stored.includes('customer') ? any : sql`null::varchar`;
  await engine.create(
    name,
    sql`select customer_id, ${beside} as customer_name, count(*) as lines from ${identifier(loaded.name)}
      where customer_id is not null group by customer_id`,
  );
}

/** Groups the lines of a table once more, after they were given other customers. */
export async function groupAgain(customers: CustomersOf, engine: Engine): Promise<void> {
  await engine.drop(customers.name);
  await group(customers, engine);
}

/** Most distinct values that are looked at one by one; a table with more placeholders than this has none that mean anything. */
export const mostLooked = 20_000;

/** True where a text may be a placeholder or have a hidden part: a cheap test before each is looked at. */
export function mayBeNobody(value: Sql, { dialect }: Pick<Engine, 'dialect'>): Sql {
  const has = (text: Sql, pattern: string): Sql =>
    dialect === 'duckdb' ? sql`regexp_matches(${text}, ${pattern})` : sql`${text} ~ ${pattern}`;
  return sql`(length(${value}) <= ${shortWord} or ${value} like '%*%' or bit_length(${value}) <> 8 * length(${value}) and ${has(value, '[＊•●]')}
    or length(${value}) <= 40 and ${has(sql`lower(${value})`, placeholderHint)})`;
}

export interface NamedCustomer {
  readonly id: string;
  readonly name: string | null;
  readonly lines: number;
}

/** Customers of which the id or the name may be a placeholder, the most frequent first. */
export async function doubtfulCustomers(from: Sql, engine: DuckDbEngine): Promise<NamedCustomer[]> {
  const rows = await engine.rows<{ id: string; name: string | null; lines: number }>(
    sql`select customer_id as id, customer_name as name, lines from ${from} where ${mayBeNobody(sql`customer_id`, engine)}
      or customer_name is not null and ${mayBeNobody(sql`customer_name`, engine)} order by lines desc, customer_id limit ${mostLooked}`,
  );
  return rows;
}

/** The values as a list behind `in`. */
export function listed(values: Iterable<string>): Sql {
  return join([...values].map((value) => sql`${value}`));
}
