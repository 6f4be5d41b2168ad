import type { PostgresEngine } from '../../engine/postgres.ts';
import { runSchemaPrefix } from '../../lib/schema-names.ts';
import { join, literal, type Sql, sql } from '../../engine/sql.ts';
import { canonicalTables } from './canonical-tables.ts';

/** The table beside the canonical ones that says how they were filled. */
export const loadTable = 'crm_eval_load';

/** The tables that a load makes. */
const names: readonly string[] = [...canonicalTables.map(({ id }) => id), loadTable];

/** A key of the advisory locks of the database: one is held while a schema is filled, one (shared) while runs read it, and while its tables change. */
export function lockKey(what: 'load' | 'read', schema: string): Sql {
  return sql`hashtext(${`crm-eval ${what} ${schema}`})`;
}

type OwnTable = Readonly<Record<'name' | 'owner', string> & Record<'is_table' | 'is_mine', boolean>>;

/** What stands in the schema under the names of the tables that a load makes. */
export async function tablesIn(engine: PostgresEngine, schema: string): Promise<OwnTable[]> {
  return engine.rows<OwnTable>(
    sql`select c.relname::varchar as name, c.relkind in ('r', 'p') as is_table, pg_has_role(c.relowner, 'USAGE') as is_mine,
        pg_get_userbyid(c.relowner)::varchar as owner
      from pg_catalog.pg_class as c inner join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      where n.nspname = ${schema} and c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relname in (${join(names.map(literal))}) order by 1`,
  );
}

/** Views that were built on the tables, `schema.view`. Those of runs that read the schema are gone when the runs are. */
export async function viewsOn(engine: PostgresEngine, schema: string, which: 'all' | 'lasting'): Promise<string[]> {
  const lasting = which === 'all' ? sql`` : sql`and left(vn.nspname::text, ${runSchemaPrefix.length}) <> ${runSchemaPrefix}`;
  const rows = await engine.rows<{ name: string }>(
    sql`select distinct vn.nspname::varchar || '.' || v.relname::varchar as name
      from pg_catalog.pg_depend as d inner join pg_catalog.pg_rewrite as r on r.oid = d.objid
        inner join pg_catalog.pg_class as v on v.oid = r.ev_class inner join pg_catalog.pg_namespace as vn on vn.oid = v.relnamespace
        inner join pg_catalog.pg_class as t on t.oid = d.refobjid inner join pg_catalog.pg_namespace as tn on tn.oid = t.relnamespace
      where d.classid = 'pg_catalog.pg_rewrite'::regclass and d.refclassid = 'pg_catalog.pg_class'::regclass and v.oid <> t.oid
        and tn.nspname = ${schema} and t.relname in (${join(names.map(literal))}) ${lasting}`,
  );
  return rows.map(({ name }) => name).toSorted();
}
