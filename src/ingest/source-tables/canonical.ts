import type { PostgresEngine } from '../../engine/postgres.ts';
import { type Sql, sql } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import { entities } from '../../model/entities.ts';
import type { Trouble } from '../../quality/check.ts';
import { createView, type Part, partOf } from '../canonical-views.ts';
import { wonDealsNote } from '../ingest-notes.ts';
import { orderPart, wonDeals, wonDealTroubles } from '../order-parts.ts';
import { targetParts } from '../target-parts.ts';
import type { SourceAccount } from './account.ts';
import type { JudgedTable } from './judged.ts';
import { createManagers, rowIdInTable } from './row-ids.ts';

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

  const partsOf = (entity: string): Part[] => {
    const own = of(entity);
    if (entity === 'orders')
      return own === undefined ? dealParts : [orderPart(own.table, { id: orderId(own, accounts), managers: territories !== undefined })];
    if (own === undefined) return [];
    return entity === 'targets' ? targetParts([own.table]) : [partOf(own.table)];
  };
  for (const entity of entities) await createView(entity, partsOf(entity.id), engine);
  if (dealParts.length === 0 || deals === undefined) return { available, troubles: [] };
  return { available, troubles: [wonDealsNote([deals.table]), ...(await wonDealTroubles([deals.table], asOf, engine))] };
}

/** Rows are only numbered where one has no id. */
function orderId(orders: JudgedTable, accounts: ReadonlyMap<JudgedTable, SourceAccount>): Sql {
  const account = accounts.get(orders);
  const complete = account !== undefined && account.rowsWith('order_id') === account.input.rows_used;
  return complete ? sql`order_id` : rowIdInTable(orders.table, 'order_id');
}
