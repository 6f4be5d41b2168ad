import type { PostgresEngine } from '../../engine/postgres.ts';
import { runSchemaPrefix } from '../../lib/schema-names.ts';
import { sql } from '../../engine/sql.ts';
import { closed, filled, foreign, locked, notOwned, reservedName, viewed } from './claim-errors.ts';
import { loadTable, lockKey, tablesIn, viewsOn } from './loaded-tables.ts';

/** Those of the server, and those that the next run removes. */
const reserved: readonly string[] = ['pg_', runSchemaPrefix];

/**
 * Claims a schema for the load of this session, and sees whether it may be filled: before any file is read. Another load does not wait, it
 * ends. Throws `schema-reserved` (usage) where the name is none for it, `schema-locked` where another load is at work,
 * `database-right-missing` where this user may not make tables in it, `schema-foreign` where there are tables of these names that no load
 * made, `schema-filled` where there was a load and `replace` is not set, `schema-not-owned` where another user loaded it, and
 * `schema-viewed` where views were built on its tables, which would be lost.
 */
export async function claimSchema(engine: PostgresEngine, schema: string, replace: boolean): Promise<void> {
  if (reserved.some((prefix) => schema.startsWith(prefix))) throw reservedName(schema, reserved);
  const [lock] = await engine.rows<{ mine: boolean }>(sql`select pg_try_advisory_lock(${lockKey('load', schema)}) as mine`);
  if (lock?.mine !== true) throw locked(schema);
  const [rights] = await engine.rows<{ is_open: boolean; who: string }>(
    sql`select has_schema_privilege(oid, 'CREATE') and has_schema_privilege(oid, 'USAGE') as is_open, current_user::varchar as who
      from pg_catalog.pg_namespace where nspname = ${schema}`,
  );
  if (rights?.is_open === false) throw closed(schema, rights.who);
  const present = await tablesIn(engine, schema);
  if (present.length === 0) return;
  const strange = present.filter(({ is_table }) => !is_table);
  if (strange.length > 0 || !present.some(({ name }) => name === loadTable)) throw foreign(schema, strange.length > 0 ? strange : present);
  if (!replace) throw filled(schema);
  const others = present.filter(({ is_mine }) => !is_mine);
  if (others.length > 0) throw notOwned(schema, others[0]!.owner);
  const views = await viewsOn(engine, schema, 'lasting');
  if (views.length > 0) throw viewed(schema, views);
}
