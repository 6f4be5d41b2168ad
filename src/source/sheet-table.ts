import { withoutShifted } from './cells-beside.ts';
import type { SheetGrid } from './grid.ts';
import { findHeader } from './header.ts';
import type { OpenOptions, RecordProblem, TextTable } from './raw-table.ts';

/** A sheet as a table: its header found, its records counted from the first one with data. */
export async function sheetTable(whole: SheetGrid, file: string, options: OpenOptions): Promise<TextTable> {
  const header = findHeader(whole.head, whole.width, options.recognise);
  const grid = await withoutShifted(whole, header, options);
  const { taken } = header;
  const shifted = (problem: RecordProblem): RecordProblem => ({
    ...problem,
    record: problem.record === null ? null : problem.record - taken,
    column: problem.column ?? columnOf(problem.cell, header.columns),
  });
  const value = grid.head[taken - 1]?.cells.find((cell) => cell.trim() !== '') ?? null;
  const described: RecordProblem = { code: 'description-row', record: null, line: header.line + 1, cell: null, column: null, value };
  const notes = header.described ? [described] : [];
  return {
    file,
    sheet: grid.sheet,
    format: grid.format,
    encoding: grid.encoding,
    dialect: grid.dialect,
    columns: header.columns,
    headerLine: header.line,
    preamble: header.preamble,
    head: grid.head.slice(taken).map((row) => header.columns.map((_, column) => row.cells[column] ?? '')),
    text: { ...grid.text, skip: await grid.linesTaken(taken) },
    rejected: grid.rejected.map(shifted),
    problems: [...notes, ...grid.problems.filter((problem) => problem.record === null || problem.record >= taken).map(shifted)],
    hidden: grid.hidden,
    firstColumn: grid.firstColumn,
    linesOf: (records) => grid.linesOf(records.map((record) => record + taken)),
    careful: null,
  };
}

/** The header above a cell such as `AB12`. */
function columnOf(cell: string | null, columns: readonly string[]): string | null {
  const letters = cell === null ? null : /^[A-Z]{1,3}(?=\d)/.exec(cell)?.[0];
  if (letters === null || letters === undefined) return null;
  const index = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return columns[index] ?? null;
}
