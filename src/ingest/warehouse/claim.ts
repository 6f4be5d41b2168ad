import type { PostgresEngine } from '../../engine/postgres.ts';
import { sql } from '../../engine/sql.ts';
import { filled, foreign, locked, notOwned, viewed } from './claim-errors.ts';
import { loadTable, lockKey, tablesIn, viewsOn } from './loaded-tables.ts';

/**
 * Claims a schema for the load of this session, and sees whether it may be filled: before any file is read. Another load does not wait, it ends.
 * Throws `schema-locked` where another load is at work, `schema-foreign` where there are tables of these names that no load made,
 * `schema-filled` where there was a load and `replace` is not set, `schema-not-owned` where this user may not replace its tables, and
 * `schema-viewed` where views were built on them, which would be lost.
 */
export async function claimSchema(engine: PostgresEngine, schema: string, replace: boolean): Promise<void> {
  const [lock] = await engine.rows<{ mine: boolean }>(sql`select pg_try_advisory_lock(${lockKey('load', schema)}) as mine`);
  if (lock?.mine !== true) throw locked(schema);
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
