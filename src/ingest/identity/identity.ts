import { identifier, sql } from '../../engine/sql.ts';
import type { Trouble } from '../../quality/check.ts';
import type { LoadedTable } from '../table-plan.ts';
import type { CustomerRows } from './customer-rows.ts';
import { type CustomersOf, groupAgain } from './customers-of.ts';
import { aliasTable, joinSameIds } from './same-ids.ts';
import { joinBySharedKeys } from './shared-keys.ts';

/**
 * Brings the customers of orders, deals, visits and feedback together with those of the customer lists, and with each other. `exact`: ids are
 * compared as they stand.
 */
export async function joinCustomers(
  named: readonly CustomersOf[],
  lists: readonly LoadedTable[],
  exact: boolean,
  rows: CustomerRows,
): Promise<Trouble[]> {
  const { engine } = rows;
  await engine.create(aliasTable, sql`select null::varchar as alias, null::varchar as customer_id where false`);
  const notes = exact ? [] : await joinSameIds(named, lists, rows);
  if (notes.length > 0) for (const customers of named) await groupAgain(customers, engine);
  notes.push(...(await joinBySharedKeys(named, lists, exact, rows)));
  for (const { name } of named) await engine.drop(name);
  return notes;
}

/** The customer that rows of this id were given to; null where none was. */
export async function customerBehind(alias: string, engine: CustomerRows['engine']): Promise<string | null> {
  const [row] = await engine.rows<{ customer_id: string }>(
    sql`select min(customer_id) as customer_id from ${identifier(aliasTable)} where alias = ${alias} having min(customer_id) is not null`,
  );
  return row?.customer_id ?? null;
}
