import type { DuckDbEngine } from '../../engine/duckdb.ts';
import { identifier, join, literal, type Sql, sql } from '../../engine/sql.ts';
import type { FindingCode } from '../../codes.ts';
import { reasonCode } from '../../model/row-reasons.ts';
import type { LoadedTable } from '../table-plan.ts';

/** A table of orders among several, with its place: the later an export was made, the higher. */
export interface Export {
  readonly loaded: LoadedTable;
  readonly place: number;
}

/** Rows of which the fate is known: they count, or their status says why not. */
const settled: readonly FindingCode[] = ['status-cancelled', 'status-refunded', 'status-pending', 'status-unknown'];

/** True for rows that say what became of an order. */
export const saysFate: Sql = sql`_reason in (0, ${join(settled.map((code) => literal(reasonCode(code))))})`;

/**
 * The exports in the order in which they were made, as far as their rows tell: by the latest date, then with fewer orders still pending, then
 * with more rows, then as given.
 */
export async function inOrderOfExport(tables: readonly LoadedTable[], engine: DuckDbEngine): Promise<Export[]> {
  const facts = new Map<LoadedTable, readonly [latest: string, settled: number, rows: number, given: number]>();
  for (const [index, table] of tables.entries()) {
    const at = table.stored.includes('ordered_at') ? sql`max(ordered_at::date)` : sql`null`;
    const [row] = await engine.rows<{ latest: string | null; pending: number; n: number }>(
      sql`select ${at} as latest, count(*) filter (where _reason in (${reasonCode('status-pending')}, ${reasonCode('status-unknown')})) as pending, count(*) as n
        from ${identifier(table.name)} where ${saysFate}`,
    );
    facts.set(table, [row?.latest ?? '', -(row?.pending ?? 0), row?.n ?? 0, index]);
  }
  const compare = (one: LoadedTable, other: LoadedTable): number => {
    const [a, b] = [facts.get(one)!, facts.get(other)!];
    for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return a[index]! < b[index]! ? -1 : 1;
    return 0;
  };
  return tables.toSorted(compare).map((loaded, place) => ({ loaded, place }));
}

/** A table as a finding names it: the sheet where all are sheets of one file. */
export function nameIn({ loaded }: Export, all: readonly Export[]): string {
  const { file, sheet } = loaded.table;
  if (sheet === null) return file;
  return all.every((other) => other.loaded.table.file === file) ? sheet : `${file} › ${sheet}`;
}
