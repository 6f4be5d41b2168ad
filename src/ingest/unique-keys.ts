import type { DuckDbEngine } from '../engine/duckdb.ts';
import { identifier, join, sql } from '../engine/sql.ts';
import { reasonCode } from '../model/row-reasons.ts';
import type { LoadedTable } from './table-plan.ts';

/** Of rows with the same key, in the order of files and lines, only the first is used: a join on the key can then not multiply rows. */
export async function keepFirstOfKey(tables: readonly LoadedTable[], engine: DuckDbEngine): Promise<void> {
  const key = tables[0]?.entity.key;
  if (key === undefined) return;
  const keyed = tables.filter((table) => table.stored.includes(key));
  if (keyed.length === 0) return;
  const all = join(
    keyed.map(
      (table, index) =>
        sql`select ${index} as source, rowid as line, ${identifier(key)} as id from ${identifier(table.name)} where _reason = 0 and ${identifier(key)} is not null`,
    ),
    ' union all ',
  );
  await engine.create(
    'repeated_keys',
    sql`select source, line from (select source, line, row_number() over (partition by id order by source, line) as place from (${all})) where place > 1`,
  );
  for (const [index, table] of keyed.entries()) {
    await engine.run(
      sql`update ${identifier(table.name)} set _reason = ${reasonCode('id-duplicate')} where rowid in (select line from repeated_keys where source = ${index})`,
    );
  }
  await engine.run(sql`drop table repeated_keys`);
}
