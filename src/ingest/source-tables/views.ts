import { sqlTypes } from '../../engine/engine.ts';
import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, join, type Sql, sql, trusted } from '../../engine/sql.ts';
import type { Column } from '../../lib/rows.ts';
import type { Entity } from '../../model/define.ts';
import { columnsOf } from '../../model/entities.ts';
import type { Part } from '../canonical-views.ts';
import type { LoadedTable } from '../table-plan.ts';
import { totalOrder } from './rows.ts';

/** What marks a used row. A planner that knows nothing of an expression expects `=` to hold for a row in 200, and plans loops for what is left; `<`, for one in three. */
const used = sql`_reason < 1`;

/** Creates the canonical table as a view with every declared field; what no table has is null. Texts are ordered by their bytes. */
export async function createCanonicalView(entity: Entity, parts: readonly Part[], engine: PostgresEngine): Promise<void> {
  const nothing: Part = { from: sql`(select 1 as one) as nothing where false`, fields: new Map() };
  const selects = (parts.length === 0 ? [nothing] : parts).map((part) => select(entity, part));
  await engine.run(sql`create view ${identifier(entity.id)} as ${join(selects, ' union all ')}`);
}

function select(entity: Entity, part: Part): Sql {
  const columns = columnsOf(entity).map(
    (column) => sql`${typed(part.fields.get(column.name) ?? trusted('null'), column)} as ${identifier(column.name)}`,
  );
  return sql`select ${join(columns)} from ${part.from}`;
}

/** Texts are `text`, which `varchar` is another name of: grouping by `cast(… as varchar) collate "C"` fails on Citus (wrong type of record). */
function typed(value: Sql, { type }: Column): Sql {
  return type === 'text' ? sql`cast(${value} as text) collate "C"` : sql`cast(${value} as ${trusted(sqlTypes[type])})`;
}

export function usedRows(table: LoadedTable): Part {
  return {
    from: sql`${identifier(table.name)} where ${used}`,
    fields: new Map(table.stored.map((field) => [field, identifier(field)])),
  };
}

/**
 * Order lines. A line without an order id is an order of its own: it is numbered among those of its customer, in the order of all its fields,
 * so that equal tables give equal numbers and a cluster numbers where the customer's lines are. `managers`: see `createManagers`.
 */
export function orderPart(table: LoadedTable, facts: { readonly missingIds: boolean; readonly managers: boolean }): Part {
  const { from, fields } = usedRows(table);
  const all = new Map(fields);
  if (facts.missingIds) all.set('order_id', numberedId(table, 'order_id', 'customer_id'));
  if (!facts.managers || !table.stored.includes('region')) return { from, fields: all };
  all.set('rep', table.stored.includes('rep') ? sql`coalesce(rep, manager)` : sql`manager`);
  return { from: sql`${identifier(table.name)} left join region_managers on managed_region = region where ${used}`, fields: all };
}

/** Creates `region_managers` (managed_region, manager), one manager a region: the first by name, for a table has no first row. */
export async function createManagers(territories: LoadedTable, engine: PostgresEngine): Promise<void> {
  await engine.run(
    sql`create view region_managers as select region as managed_region, min(manager) as manager from ${identifier(territories.name)}
      where ${used} and region is not null group by region`,
  );
}

/** Won deals count as orders where no orders are given: see order-parts.ts. Null where the table does not say enough. */
export function wonDealPart(table: LoadedTable): Part | null {
  const has = (field: string): boolean => table.stored.includes(field);
  if (!has('state') || !has('amount') || !has('customer_id')) return null;
  const own = ['customer_id', 'amount', 'product', 'rep'].filter(has).map((field) => [field, identifier(field)] as const);
  const at = has('closed_on') ? ([['ordered_at', sql`closed_on`]] as const) : [];
  return {
    from: sql`${identifier(table.name)} where ${used} and state = 'won' and customer_id is not null and amount is not null`,
    fields: new Map([['order_id', numberedId(table, 'opportunity_id', 'customer_id')], ...own, ...at]),
  };
}

/** `#C1.2` for the second row of C1 that has no id. */
function numberedId(table: LoadedTable, id: string, customer: string): Sql {
  const has = table.stored.includes(id);
  const within = has ? sql`${identifier(customer)}, ${identifier(id)}` : identifier(customer);
  const number = sql`'#' || ${identifier(customer)} || '.' || cast(row_number() over (partition by ${within} order by ${totalOrder(table.stored)}) as text)`;
  return has ? sql`case when ${identifier(id)} is null then ${number} else ${identifier(id)} end` : number;
}
