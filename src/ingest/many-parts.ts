import type { DuckDbEngine } from '../engine/duckdb.ts';
import { identifier, join, type Sql, sql } from '../engine/sql.ts';

/** So many selects make one statement. The engine plans one over thousands of tables for minutes: the time grows with their square. */
export const mostInOne = 200;

/**
 * The rows of all selects, which have the same columns, to stand behind `from`: of up to `mostInOne` their union, as it stands; of more a table of this name
 * that is filled some at a time, which the caller drops (`drop table if exists`).
 */
export async function rowsOfAll(name: string, selects: readonly Sql[], engine: DuckDbEngine): Promise<Sql> {
  if (selects.length <= mostInOne) return sql`(${join(selects, ' union all ')})`;
  await fillTable(name, selects, engine);
  return identifier(name);
}

/** Creates a table of the rows of all selects. */
export async function fillTable(name: string, selects: readonly Sql[], engine: DuckDbEngine): Promise<void> {
  for (let from = 0; from < selects.length; from += mostInOne) {
    const rows = join(selects.slice(from, from + mostInOne), ' union all ');
    await (from === 0 ? engine.create(name, rows) : engine.run(sql`insert into ${identifier(name)} ${rows}`));
  }
}
