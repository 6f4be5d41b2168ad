import type { PostgresEngine } from '../../engine/postgres.ts';
import { join, literal, type Sql, sql } from '../../engine/sql.ts';
import type { Row } from '../../lib/rows.ts';
import { columnKind, type ColumnKind } from './column-types.ts';
import { nameOf, type ParsedName } from './name.ts';

export interface SourceColumn {
  readonly name: string;
  /** As the server writes it: `character varying(20)`. */
  readonly type: string;
  readonly kind: ColumnKind;
  /** Whether this user may select it. */
  readonly readable: boolean;
}

/** A table, view, materialised view, foreign or partitioned table of the database. */
export interface Relation {
  readonly schema: string;
  readonly name: string;
  /** `table`, `view` … */
  readonly kind: string;
  /** Whether this user may look into the schema. */
  readonly reachable: boolean;
  readonly columns: readonly SourceColumn[];
}

const kinds: ReadonlyMap<string, string> = new Map([
  ['r', 'table'],
  ['p', 'partitioned table'],
  ['v', 'view'],
  ['m', 'materialized view'],
  ['f', 'foreign table'],
]);

const readableKinds = join([...kinds.keys()].map(literal));

/** At most so many names are compared to guess which table was meant. */
const mostNames = 20_000;

interface Found extends Row {
  readonly id: number;
  readonly schema: string;
  readonly name: string;
  readonly kind: string;
  readonly reachable: boolean;
  readonly visible: boolean;
}

/**
 * The table of this name, null where there is none. A name without its schema is looked for in the search path, then in `public`; tables of
 * the run itself are never meant. The catalog is open to everyone, so a table that may not be read is found, too.
 */
export async function findRelation(engine: PostgresEngine, { schema, name }: ParsedName): Promise<Relation | null> {
  const inSchema = schema === null ? sql`true` : sql`n.nspname in (${join(schema.map(literal))})`;
  const found = await engine.rows<Found>(
    sql`select c.oid::bigint as id, n.nspname::varchar as schema, c.relname::varchar as name, c.relkind::varchar as kind,
        has_schema_privilege(n.oid, 'usage') as reachable, pg_table_is_visible(c.oid) as visible
      from ${relations(engine)} and c.relname in (${join(name.map(literal))}) and ${inSchema} order by n.nspname, c.relname`,
  );
  const spelled = (table: Found): number => name.indexOf(table.name) + (schema?.indexOf(table.schema) ?? 0) * name.length;
  const candidates = schema === null ? found.filter((table) => table.visible || table.schema === 'public') : found;
  const rank = (table: Found): number => spelled(table) + (table.visible || schema !== null ? 0 : name.length);
  const [best] = candidates.toSorted((one, other) => rank(one) - rank(other));
  if (best === undefined) return null;
  return { ...best, kind: kinds.get(best.kind) ?? best.kind, columns: await columnsOf(engine, best.id) };
}

/** Names that may have been meant: in a search path without their schema, all with it. */
export async function knownNames(engine: PostgresEngine): Promise<string[]> {
  const found = await engine.rows<{ schema: string; name: string; visible: boolean }>(
    sql`select n.nspname::varchar as schema, c.relname::varchar as name, pg_table_is_visible(c.oid) as visible
      from ${relations(engine)} order by n.nspname, c.relname limit ${mostNames}`,
  );
  return found.flatMap((table) => [nameOf(table), ...(table.visible || table.schema === 'public' ? [table.name] : [])]);
}

/** Schemas that hold a table of exactly this name. */
export async function schemasWith(engine: PostgresEngine, { name }: ParsedName): Promise<string[]> {
  const found = await engine.rows<{ schema: string; name: string }>(
    sql`select n.nspname::varchar as schema, c.relname::varchar as name from ${relations(engine)} and c.relname in (${join(name.map(literal))}) order by n.nspname`,
  );
  return found.map(nameOf);
}

function relations(engine: PostgresEngine): Sql {
  return sql`pg_catalog.pg_class as c inner join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where c.relkind in (${readableKinds}) and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', ${engine.runSchema})`;
}

/** A domain has the type that it is made of. */
async function columnsOf(engine: PostgresEngine, id: number): Promise<SourceColumn[]> {
  const rows = await engine.rows<{ name: string; type: string; base: string; sort: string; modifier: number; readable: boolean }>(
    sql`select a.attname::varchar as name, format_type(a.atttypid, a.atttypmod)::varchar as type,
        coalesce(b.typname, t.typname)::varchar as base, coalesce(b.typtype, t.typtype)::varchar as sort,
        case when b.oid is null then a.atttypmod else t.typtypmod end as modifier,
        has_column_privilege(a.attrelid, a.attnum, 'select') as readable
      from pg_catalog.pg_attribute as a inner join pg_catalog.pg_type as t on t.oid = a.atttypid
        left join pg_catalog.pg_type as b on t.typtype = 'd' and b.oid = t.typbasetype
      where a.attrelid = ${id} and a.attnum > 0 and not a.attisdropped order by a.attnum`,
  );
  return rows.map(({ name, type, base, sort, modifier, readable }) => ({
    name,
    type,
    kind: columnKind({ base, isEnum: sort === 'e', modifier }),
    readable,
  }));
}
