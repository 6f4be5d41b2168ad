import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, type Sql, sql, trusted } from '../../engine/sql.ts';
import { canonicalTables, qualified } from './canonical-tables.ts';
import { viewed } from './claim-errors.ts';
import { type LoadRecord, writeRecord } from './load-record.ts';
import { lockKey, tablesIn, viewsOn } from './loaded-tables.ts';

/** How long runs that read the schema are waited for, in seconds; runs that begin meanwhile wait too. */
const patience = 120;

/**
 * Puts new tables, which stand in the schema under other names, in the place of those of the last load, in the transaction that made them.
 * Waits for the runs that read the schema, so that none of them sees two loads. Who had rights on a table keeps them.
 */
export async function swapTables(
  engine: PostgresEngine,
  schema: string,
  nameOf: (id: string) => string,
  record: LoadRecord,
): Promise<void> {
  await engine.run(sql`set local lock_timeout = ${patience * 1000}`);
  await engine.rows(sql`select pg_advisory_xact_lock(${lockKey('read', schema)})`);
  const views = await viewsOn(engine, schema, 'all');
  if (views.length > 0) throw viewed(schema, views);
  const grants = await grantsIn(engine, schema);
  for (const { name } of await tablesIn(engine, schema)) await engine.run(sql`drop table ${qualified(schema, name)}`);
  for (const { id } of canonicalTables) await engine.run(sql`alter table ${qualified(schema, nameOf(id))} rename to ${identifier(id)}`);
  await writeRecord(engine, schema, record);
  for (const grant of grants) await engine.run(grant);
}

interface Grant extends Readonly<Record<string, string | boolean>> {
  readonly table: string;
  readonly privilege: string;
  readonly grantee: string;
  readonly to_all: boolean;
  readonly can_grant: boolean;
}

/** Rights of others on the tables that are about to be replaced, as statements. */
async function grantsIn(engine: PostgresEngine, schema: string): Promise<Sql[]> {
  const tables = new Set((await tablesIn(engine, schema)).map(({ name }) => name));
  const grants = await engine.rows<Grant>(
    sql`select c.relname::varchar as table, a.privilege_type::varchar as privilege, coalesce(r.rolname::varchar, '') as grantee,
        a.grantee = 0 as to_all, a.is_grantable as can_grant
      from pg_catalog.pg_class as c inner join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        cross join lateral aclexplode(c.relacl) as a left join pg_catalog.pg_roles as r on r.oid = a.grantee
      where n.nspname = ${schema} and a.grantee <> c.relowner and (a.grantee = 0 or r.oid is not null) order by 1, 2, 3`,
  );
  return grants
    .filter(({ table }) => tables.has(table))
    .map(({ table, privilege, grantee, to_all: toAll, can_grant: canGrant }) => {
      const option = canGrant ? sql` with grant option` : sql``;
      return sql`grant ${trusted(privilege)} on ${qualified(schema, table)} to ${toAll ? sql`public` : identifier(grantee)}${option}`;
    });
}
