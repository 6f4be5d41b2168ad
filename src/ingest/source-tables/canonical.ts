import type { PostgresEngine } from '../../engine/postgres.ts';
import type { IsoDate } from '../../lib/dates.ts';
import { entities } from '../../model/entities.ts';
import type { Trouble } from '../../quality/check.ts';
import type { Part } from '../canonical-views.ts';
import { wonDealsNote } from '../ingest-notes.ts';
import { wonDealTroubles } from '../order-parts.ts';
import type { LoadedTable } from '../table-plan.ts';
import type { SourceAccount } from './account.ts';
import type { JudgedTable } from './judged.ts';
import { targetRows } from './targets.ts';
import { createCanonicalView, createManagers, orderPart, usedRows, wonDealPart } from './views.ts';

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
  const dealPart = orders === undefined && deals !== undefined ? wonDealPart(deals.table) : null;
  if (orders !== undefined) available.add('orders.order_id');
  if (orders !== undefined && territories !== undefined && available.has('orders.region')) available.add('orders.rep');
  for (const field of dealPart?.fields.keys() ?? []) available.add(`orders.${field}`);

  const partsOf = (table: LoadedTable): Part[] => (table.entity.id === 'targets' ? targetRows(table) : [usedRows(table)]);
  for (const entity of entities) {
    const own = of(entity.id);
    const parts = own === undefined ? [] : partsOf(own.table);
    const orderParts =
      orders === undefined
        ? (dealPart ?? [])
        : orderPart(orders.table, { missingIds: hasMissingIds(orders, accounts), managers: territories !== undefined });
    await createCanonicalView(entity, entity.id === 'orders' ? [orderParts].flat() : parts, engine);
  }
  if (dealPart === null || deals === undefined) return { available, troubles: [] };
  return { available, troubles: [wonDealsNote([deals.table]), ...(await wonDealTroubles([deals.table], asOf, engine))] };
}

function hasMissingIds(orders: JudgedTable, accounts: ReadonlyMap<JudgedTable, SourceAccount>): boolean {
  const account = accounts.get(orders);
  return account !== undefined && account.rowsWith('order_id') < account.input.rows_used;
}
