import type { PostgresEngine } from '../../engine/postgres.ts';
import { literal, type Sql, sql } from '../../engine/sql.ts';
import type { Entity } from '../../model/define.ts';

/** How Citus spreads a canonical table over its nodes: by a key, together with the table of that key, or as a copy on every node. */
export type Distribution = { readonly key: string; readonly beside: string } | 'reference';

/** The tables whose rows belong to one customer, or to one lead; the table of the key itself first. */
const keyed: readonly { readonly key: string; readonly tables: readonly string[] }[] = [
  { key: 'customer_id', tables: ['customers', 'orders', 'opportunities', 'activities', 'feedback'] },
  { key: 'lead_id', tables: ['leads', 'pool_events', 'lead_attributes'] },
];

/** Citus takes no row without its key: a table that has such rows is copied to every node, like the small ones. */
export function distributionOf(entity: Entity, rowsWithoutKey: (key: string) => number): Distribution {
  const group = keyed.find(({ tables }) => tables.includes(entity.id));
  if (group === undefined || rowsWithoutKey(group.key) > 0) return 'reference';
  return { key: group.key, beside: group.tables[0]! };
}

/** The key whose rows an entity's table holds; null for the small tables. */
export function distributionKey(entity: Entity): string | null {
  return keyed.find(({ tables }) => tables.includes(entity.id))?.key ?? null;
}

/** Makes Citus distribute a table that exists and is empty. `nameOf` is what the tables are called while they are filled. */
export function distribute(nameOf: (entity: string) => Sql, entity: Entity, distribution: Distribution): Sql {
  const table = literal(nameOf(entity.id).text);
  if (distribution === 'reference') return sql`select create_reference_table(${table})`;
  const beside = distribution.beside === entity.id ? 'default' : nameOf(distribution.beside).text;
  return sql`select create_distributed_table(${table}, ${distribution.key}, colocate_with => ${beside})`;
}

export async function hasCitus(engine: PostgresEngine): Promise<boolean> {
  return (await engine.rows(sql`select extname from pg_catalog.pg_extension where extname = 'citus'`)).length > 0;
}

/**
 * To be set in a transaction that makes tables, fills them and renames them: over several connections to a node, Citus ends it as a deadlock
 * with itself. Source: https://docs.citusdata.com/en/stable/develop/api_guc.html, citus.multi_shard_modify_mode.
 */
export const oneConnectionPerNode: Sql = sql`set local citus.multi_shard_modify_mode to 'sequential'`;
