import type { DuckDbEngine } from '../../engine/duckdb.ts';
import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, type Sql, sql } from '../../engine/sql.ts';
import { rawColumn } from '../raw-records.ts';
import type { LoadedTable } from '../table-plan.ts';
import type { CustomersOf } from './customers-of.ts';

/** The rows of all tables of a run, as far as it matters whose they are: files are loaded, tables of a database are only looked at. */
export interface CustomerRows {
  readonly engine: DuckDbEngine | PostgresEngine;
  /** A query for (customer_id, value): what a column says beside the customers of its table. */
  beside(table: LoadedTable, index: number): Sql;
  /** Gives the rows of the customers in the table `ids` (id, target) their target. */
  rename(customers: CustomersOf, ids: string): Promise<void>;
}

/** Rows of files. */
export function loadedRows(engine: DuckDbEngine): CustomerRows {
  return {
    engine,
    beside: ({ name, records }, index) =>
      sql`select line.customer_id, raw.value from ${identifier(name)} as line
        inner join (select _record, ${rawColumn(index)} as value from ${records}) as raw on raw._record = line.rowid`,
    rename: ({ loaded }, ids) =>
      engine.run(
        sql`update ${identifier(loaded.name)} as line set customer_id = ids.target from ${identifier(ids)} as ids where ids.id = line.customer_id`,
      ),
  };
}
