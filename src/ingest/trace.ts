import type { DuckDbEngine } from '../engine/duckdb.ts';
import { identifier, sql } from '../engine/sql.ts';
import type { SourceRows } from './contract.ts';
import type { LoadedTable } from './table-plan.ts';

/** Where the rows of one customer stand, table by table, in the order of the files. */
export async function rowsOfCustomer(customer: string, loaded: readonly LoadedTable[], engine: DuckDbEngine): Promise<SourceRows[]> {
  const found: SourceRows[] = [];
  for (const table of loaded.filter((candidate) => candidate.stored.includes('customer_id'))) {
    const rows = await engine.rows<{ record: number }>(
      sql`select rowid as record from ${identifier(table.name)} where customer_id = ${customer} and _reason = 0 order by 1`,
    );
    if (rows.length === 0) continue;
    const lines = await table.table.linesOf(rows.map((row) => row.record));
    found.push({ role: table.entity.id, file: table.table.file, sheet: table.table.sheet, rows: rows.length, lines });
  }
  return found;
}
