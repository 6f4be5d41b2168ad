import type { DuckDbEngine } from '../engine/duckdb.ts';
import { identifier, sql } from '../engine/sql.ts';
import type { Lang } from '../lib/localized.ts';
import { cellName } from '../quality/findings.ts';
import type { Reject } from './contract.ts';
import { reasonOf } from './row-reasons.ts';
import type { LoadedTable } from './table-plan.ts';
import { type UnreadCell, unreadCode } from './unread-cells.ts';

/** Every row that is not used and every cell that could not be read, table by table in the order of their lines. */
export async function collectRejects(loaded: readonly LoadedTable[], unread: readonly UnreadCell[], engine: DuckDbEngine, lang: Lang): Promise<Reject[]> {
  const rejects: Reject[] = [];
  for (const table of loaded) {
    const rows = await rowRejects(table, engine, lang);
    const cells = await cellRejects(table, unread.filter((cell) => cell.table === table), lang);
    rejects.push(...[...brokenRecords(table), ...rows, ...cells].toSorted((one, other) => one.line - other.line));
  }
  return rejects;
}

function brokenRecords({ table }: LoadedTable): Reject[] {
  return table.rejected.map((problem) => ({
    file: table.file,
    sheet: table.sheet,
    line: problem.line,
    cell: problem.cell,
    column: problem.column,
    value: problem.value,
    code: problem.code,
    effect: 'rejected',
    expected: null,
    fix: null,
  }));
}

async function rowRejects(loaded: LoadedTable, engine: DuckDbEngine, lang: Lang): Promise<Reject[]> {
  const { table } = loaded;
  const rows = await engine.rows<{ record: number; reason: number }>(sql`select rowid as record, _reason as reason from ${identifier(loaded.name)} where _reason <> 0 order by 1`);
  const lines = await table.linesOf(rows.map((row) => row.record));
  return rows.flatMap((row, index) => {
    const reason = reasonOf(row.reason);
    if (reason === null) return [];
    const expected = reason.title[lang];
    return [{ file: table.file, sheet: table.sheet, line: lines[index] ?? 0, cell: null, column: null, value: null, code: reason.id, effect: reason.effect, expected, fix: reason.fix?.[lang] ?? null }];
  });
}

async function cellRejects(loaded: LoadedTable, cells: readonly UnreadCell[], lang: Lang): Promise<Reject[]> {
  const { table } = loaded;
  const lines = await table.linesOf(cells.map((cell) => cell.record));
  return cells.map((cell, index) => {
    const line = lines[index] ?? 0;
    const column = cell.field.header;
    const what = unreadCode(cell.field.definition);
    const name = cellName(loaded, column, line);
    return { file: table.file, sheet: table.sheet, line, cell: name, column, value: cell.value, code: what.code, effect: 'blanked', expected: cell.field.definition.meaning[lang], fix: null };
  });
}
