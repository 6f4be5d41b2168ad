import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import type { JudgedTable } from './judged.ts';

/** What some columns of the rows of a table have instead; `below` are the rows as they were. */
export interface Overlay {
  readonly values: ReadonlyMap<string, Sql>;
  /** What stands behind `from … as below`. */
  readonly joined?: Sql;
}

/** Puts a view of the same name and columns over the rows of a table: as an update of a loaded table, with nothing copied. `layer` is new. */
export async function overlay({ table, columns }: JudgedTable, layer: string, { values, joined }: Overlay, engine: PostgresEngine) {
  const below = identifier(`${table.name}_before_${layer}`);
  const cells = columns.map((name) => sql`${values.get(name) ?? sql`below.${identifier(name)}`} as ${identifier(name)}`);
  await engine.run(sql`alter view ${identifier(table.name)} rename to ${below}`);
  await engine.run(sql`create view ${identifier(table.name)} as select ${join(cells)} from ${below} as below ${joined ?? sql``}`);
}
