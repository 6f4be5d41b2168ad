import { sqlTypes } from '../../engine/engine.ts';
import { identifier, join, type Sql, sql, trusted } from '../../engine/sql.ts';
import type { Column } from '../../lib/rows.ts';
import type { Entity } from '../../model/define.ts';
import { columnsOf, tables } from '../../model/entities.ts';

/** What is sent to a database. The lists that only correct other tables stay behind: what they correct has been corrected. */
export const canonicalTables: readonly Entity[] = tables;

/** A table in a schema of a PostgreSQL-compatible database. */
export function qualified(schema: string, table: string): Sql {
  return sql`${identifier(schema)}.${identifier(table)}`;
}

/** Creates the canonical table of an entity, empty. Texts are ordered by their bytes, as in DuckDB, whatever the locale of the database. */
export function createTable(name: Sql, entity: Entity): Sql {
  return sql`create table ${name} (${join(columnsOf(entity).map((column) => sql`${identifier(column.name)} ${columnType(column)}`))})`;
}

function columnType({ type }: Column): Sql {
  return type === 'text' ? sql`${trusted(sqlTypes[type])} collate "C"` : trusted(sqlTypes[type]);
}
