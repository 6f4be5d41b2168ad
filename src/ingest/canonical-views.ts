import type { DuckDbEngine } from '../engine/duckdb.ts';
import { sqlTypes } from '../engine/engine.ts';
import { identifier, join, type Sql, sql, trusted } from '../engine/sql.ts';
import type { Entity } from '../model/define.ts';
import { columnsOf } from '../model/entities.ts';
import type { LoadedTable } from './table-plan.ts';

/** Where the rows of an entity come from: a table in the engine and what it has of the entity's fields. */
export interface Part {
  readonly from: Sql;
  readonly fields: ReadonlyMap<string, Sql>;
}

export function partOf(table: LoadedTable): Part {
  return {
    from: sql`${identifier(table.name)} where _reason = 0`,
    fields: new Map(table.stored.map((field) => [field, identifier(field)])),
  };
}

/** Creates the canonical table as a view with every declared field; what no file has is null. */
export async function createView(entity: Entity, parts: readonly Part[], engine: DuckDbEngine): Promise<void> {
  const selects =
    parts.length === 0
      ? [select(entity, { from: sql`(select 1) where false`, fields: new Map() })]
      : parts.map((part) => select(entity, part));
  await engine.run(sql`create view ${identifier(entity.id)} as ${join(selects, ' union all ')}`);
}

function select(entity: Entity, part: Part): Sql {
  const columns = columnsOf(entity).map(
    ({ name, type }) => sql`cast(${part.fields.get(name) ?? trusted('null')} as ${trusted(sqlTypes[type])}) as ${identifier(name)}`,
  );
  return sql`select ${join(columns)} from ${part.from}`;
}
