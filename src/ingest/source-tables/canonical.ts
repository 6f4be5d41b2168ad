import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, type Sql, sql } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import { entities } from '../../model/entities.ts';
import { leadAttributeCells } from '../../model/lead-attributes.ts';
import type { Trouble } from '../../quality/check.ts';
import { createView, type Part, partOf, used } from '../canonical-views.ts';
import { wonDealsNote } from '../ingest-notes.ts';
import { orderPart, type RowId, wonDeals, wonDealTroubles } from '../order-parts.ts';
import { targetParts } from '../target-parts.ts';
import type { SourceAccount } from './account.ts';
import type { JudgedTable } from './judged.ts';
import type { LoadedTable } from '../table-plan.ts';
import { totalOrder } from './rows.ts';
import { separateOrders } from './separate-orders.ts';

export interface CanonicalViews {
  /** Canonical fields that hold at least one value. */
  readonly available: ReadonlySet<string>;
  readonly troubles: readonly Trouble[];
}

/** Creates every canonical table as a view; those without a source are empty. */
export async function createCanonicalViews(
  judged: readonly JudgedTable[],
  accounts: ReadonlyMap<JudgedTable, SourceAccount>,
  asOf: IsoDate | null,
  engine: PostgresEngine,
): Promise<CanonicalViews> {
  const available = new Set<string>();
  for (const [{ table }, { filled }] of accounts) for (const field of filled) available.add(`${table.entity.id}.${field}`);
  const of = (entity: string): JudgedTable | undefined => judged.find(({ table }) => table.entity.id === entity);
  const [orders, deals, territories] = [of('orders'), of('opportunities'), of('territories')];
  if (territories !== undefined) await createManagers(territories.table, engine);
  const dealParts = orders === undefined && deals !== undefined ? wonDeals([deals.table], rowIdInTable) : [];
  if (orders !== undefined) available.add('orders.order_id');
  if (orders !== undefined && territories !== undefined && available.has('orders.region')) available.add('orders.rep');
  for (const field of dealParts.flatMap(({ fields }) => [...fields.keys()])) available.add(`orders.${field}`);

  const rows = orders === undefined ? 0 : (accounts.get(orders)?.input.rows_read ?? 0);
  const separate = orders === undefined ? null : await separateOrders(orders.table, rows, engine);
  const partsOf = (entity: string): Part[] => {
    const own = of(entity);
    if (entity === 'orders') {
      if (own === undefined) return dealParts;
      const id = orderId(own, accounts);
      const settings =
        separate?.apart === null || separate === null ? { id } : { id: separate.apart.numbered(id), joined: separate.apart.joined };
      return [orderPart(own.table, { ...settings, managers: territories !== undefined })];
    }
    if (own === undefined) return [];
    return entity === 'targets' ? targetParts([own.table]) : [partOf(own.table)];
  };
  for (const entity of entities) await createView(entity, partsOf(entity.id), engine);
  await createView(leadAttributeCells, [], engine);
  if (dealParts.length === 0 || deals === undefined) return { available, troubles: separate?.troubles ?? [] };
  return { available, troubles: [wonDealsNote([deals.table]), ...(await wonDealTroubles([deals.table], asOf, engine))] };
}

/** Rows are only numbered where one has no id. */
function orderId(orders: JudgedTable, accounts: ReadonlyMap<JudgedTable, SourceAccount>): Sql {
  const account = accounts.get(orders);
  const complete = account !== undefined && account.rowsWith('order_id') === account.input.rows_used;
  return complete ? sql`order_id` : rowIdInTable(orders.table, 'order_id');
}

/** Creates `region_managers` (managed_region, manager), one manager a region: the first by name, for a table has no first row. */
async function createManagers(territories: LoadedTable, engine: PostgresEngine): Promise<void> {
  await engine.run(
    sql`create view region_managers as select region as managed_region, min(manager) as manager from ${identifier(territories.name)}
      where ${used} and region is not null group by region`,
  );
}

/**
 * `#C1.2` for the second row of C1 that has no id: rows are numbered among those of their customer, in the order of all their fields, so that
 * equal tables give equal numbers and a cluster numbers where the customer's rows are.
 */
const rowIdInTable: RowId = (table: LoadedTable, id: string): Sql => {
  const has = table.stored.includes(id);
  const within = has ? sql`customer_id, ${identifier(id)}` : sql`customer_id`;
  const number = sql`'#' || customer_id || '.' || cast(row_number() over (partition by ${within} order by ${totalOrder(table.stored)}) as text)`;
  return has ? sql`case when ${identifier(id)} is null then ${number} else ${identifier(id)} end` : number;
};
