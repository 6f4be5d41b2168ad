import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, type Sql, sql } from '../../engine/sql.ts';
import { used } from '../canonical-views.ts';
import type { RowId } from '../order-parts.ts';
import type { LoadedTable } from '../table-plan.ts';
import { totalOrder } from './rows.ts';

/** Creates `region_managers` (managed_region, manager), one manager a region: the first by name, for a table has no first row. */
export async function createManagers(territories: LoadedTable, engine: PostgresEngine): Promise<void> {
  await engine.run(
    sql`create view region_managers as select region as managed_region, min(manager) as manager from ${identifier(territories.name)}
      where ${used} and region is not null group by region`,
  );
}

/**
 * `#C1.2` for the second row of C1 that has no id: rows are numbered among those of their customer, in the order of all their fields, so that
 * equal tables give equal numbers and a cluster numbers where the customer's rows are.
 */
export const rowIdInTable: RowId = (table: LoadedTable, id: string): Sql => {
  const has = table.stored.includes(id);
  const within = has ? sql`customer_id, ${identifier(id)}` : sql`customer_id`;
  const number = sql`'#' || customer_id || '.' || cast(row_number() over (partition by ${within} order by ${totalOrder(table.stored)}) as text)`;
  return has ? sql`case when ${identifier(id)} is null then ${number} else ${identifier(id)} end` : number;
};
