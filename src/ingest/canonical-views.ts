import type { DuckDbEngine } from '../engine/duckdb.ts';
import { sqlTypes } from '../engine/engine.ts';
import type { PostgresEngine } from '../engine/postgres.ts';
import { identifier, join, type Sql, sql, trusted } from '../engine/sql.ts';
import { fillTable, mostInOne } from './many-parts.ts';
import type { Column } from '../lib/rows.ts';
import type { Entity } from '../model/define.ts';
import { columnsOf } from '../model/entities.ts';
import type { LoadedTable } from './table-plan.ts';

/** Where the rows of an entity come from: a table in the engine and what it has of the entity's fields. */
export interface Part {
  readonly from: Sql;
  readonly fields: ReadonlyMap<string, Sql>;
}

/**
 * What marks a used row. The planner of PostgreSQL knows nothing of the expression: it expects `=` to hold for a row in 200, and plans loops
 * for what is left; `<`, for one in three.
 */
export const used = sql`_reason < 1`;

/** The used rows of a table. */
export function partOf(table: LoadedTable): Part {
  return {
    from: sql`${identifier(table.name)} where ${used}`,
    fields: new Map(table.stored.map((field) => [field, identifier(field)])),
  };
}

/** Creates the canonical table as a view with every declared field (a table where it has hundreds of parts); what no part has is null. */
export async function createView(entity: Entity, parts: readonly Part[], engine: DuckDbEngine | PostgresEngine): Promise<void> {
  const nothing: Part = { from: sql`(select 1 as one) as nothing where false`, fields: new Map() };
  const cast = engine.dialect === 'postgres' ? byBytes : plain;
  const selects = (parts.length === 0 ? [nothing] : parts).map(({ from, fields }) => {
    const columns = columnsOf(entity).map(
      (column) => sql`${cast(fields.get(column.name) ?? trusted('null'), column)} as ${identifier(column.name)}`,
    );
    return sql`select ${join(columns)} from ${from}`;
  });
  if (engine.dialect === 'duckdb' && selects.length > mostInOne) return fillTable(entity.id, selects, engine);
  await engine.run(sql`create view ${identifier(entity.id)} as ${join(selects, ' union all ')}`);
}

function plain(value: Sql, { type }: Column): Sql {
  return sql`cast(${value} as ${trusted(sqlTypes[type])})`;
}

/** Texts are ordered by their bytes, and `text`, which `varchar` is another name of: grouping by `cast(… as varchar) collate "C"` fails on Citus (wrong type of record). */
function byBytes(value: Sql, column: Column): Sql {
  return column.type === 'text' ? sql`cast(${value} as text) collate "C"` : plain(value, column);
}
