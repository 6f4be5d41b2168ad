import type { Engine } from '../../engine/engine.ts';
import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, type Sql, sql } from '../../engine/sql.ts';
import type { Entity } from '../../model/define.ts';
import { moneyColumns } from '../money-columns.ts';
import type { Ingested } from '../contract.ts';
import { canonicalTables, createTable, qualified } from './canonical-tables.ts';
import { claimSchema } from './claim.ts';
import { unbalanced } from './claim-errors.ts';
import { type Distribution, distribute, distributionKey, distributionOf, hasCitus, oneConnectionPerNode } from './distribute.ts';
import { recordOf } from './load-record.ts';
import { swapTables } from './swap.ts';
import { copyTable, type TransferRequest } from './transfer.ts';

export interface LoadRequest extends TransferRequest {
  readonly ingested: Ingested;
  /** Whether tables of an earlier load may be replaced. */
  readonly replace: boolean;
}

/** One canonical table after the load: what the database counts is what DuckDB counted, else the load has failed. */
export interface LoadedRows {
  readonly entity: string;
  readonly rows: number;
  /** Of the money column; null where the entity has none or no row has a value. */
  readonly sum: number | null;
  /** Null on a database that is no Citus cluster. */
  readonly distribution: Distribution | null;
}

/**
 * Fills a schema with the canonical tables, all or nothing: they are made under other names, and until the end everybody reads the tables
 * of the last load. Throws what `claimSchema` throws, and `load-unbalanced` where the database does not hold what was sent.
 */
export async function load(request: LoadRequest): Promise<LoadedRows[]> {
  const { to, schema, replace, ingested } = request;
  await claimSchema(to, schema, replace);
  const loaded = await to.transaction(async () => {
    await createSchema(to, schema);
    const cluster = await hasCitus(to);
    if (cluster) await to.run(oneConnectionPerNode);
    const rows: LoadedRows[] = [];
    for (const entity of canonicalTables) rows.push(await loadEntity(request, entity, cluster));
    await swapTables(to, schema, (id) => temporaryName(to, id), await recordOf(ingested));
    return rows;
  });
  // Citus does not take it in the transaction. What has been loaded stands, with or without figures for the planner.
  for (const { id } of canonicalTables) await to.run(sql`analyze ${qualified(schema, id)}`).catch(() => undefined);
  return loaded;
}

/** A table of another load, or of others, has no such name. */
function temporaryName(to: PostgresEngine, id: string): string {
  return `${to.runSchema}_${id}`;
}

async function createSchema(to: PostgresEngine, schema: string): Promise<void> {
  const [known] = await to.rows(sql`select nspname from pg_catalog.pg_namespace where nspname = ${schema}`);
  if (known === undefined) await to.run(sql`create schema ${identifier(schema)}`);
}

async function loadEntity(request: LoadRequest, entity: Entity, cluster: boolean): Promise<LoadedRows> {
  const { from, to, schema } = request;
  const name = qualified(schema, temporaryName(to, entity.id));
  await to.run(createTable(name, entity));
  const distribution = cluster ? await spread(request, entity) : null;
  await copyTable(request, entity, name);
  const sent = await totals(from, identifier(entity.id), entity);
  const arrived = await totals(to, name, entity);
  if (sent.rows !== arrived.rows || sent.sum !== arrived.sum) throw unbalanced(entity.id, sent, arrived);
  return { entity: entity.id, ...arrived, distribution };
}

async function spread({ from, to, schema }: LoadRequest, entity: Entity): Promise<Distribution> {
  const key = distributionKey(entity);
  const [row] =
    key === null
      ? []
      : await from.rows<{ n: number }>(sql`select count(*) as n from ${identifier(entity.id)} where ${identifier(key)} is null`);
  const distribution = distributionOf(entity, () => row?.n ?? 0);
  await to.rows(distribute((id) => qualified(schema, temporaryName(to, id)), entity, distribution));
  return distribution;
}

async function totals(engine: Engine, table: Sql, entity: Entity): Promise<{ rows: number; sum: number | null }> {
  const money = moneyColumns.get(entity.id);
  const sum = money === undefined ? sql`null` : sql`sum(${identifier(money)})`;
  const [row] = await engine.rows<{ n: number; total: number | null }>(sql`select count(*) as n, ${sum} as total from ${table}`);
  return { rows: row?.n ?? 0, sum: row?.total ?? null };
}
