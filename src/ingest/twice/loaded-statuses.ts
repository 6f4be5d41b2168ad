import type { DuckDbEngine } from '../../engine/duckdb.ts';
import { identifier, sql } from '../../engine/sql.ts';
import type { StatusRows } from './status-repeats.ts';

/** Rows of files: the last one of a file counts. */
export function loadedStatuses(engine: DuckDbEngine): StatusRows {
  return {
    engine,
    last: () => sql`rowid desc`,
    setAside: (table, when, reason) => {
      const name = identifier(table.name);
      return engine.run(
        sql`update ${name} set _reason = ${reason} where rowid in (select line from (select rowid as line, ${when} as found from ${name}) where found)`,
      );
    },
  };
}
