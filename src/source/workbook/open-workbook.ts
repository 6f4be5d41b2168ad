import { mkdtemp, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SheetGrid } from '../grid.ts';
import type { FileFormat, OpenOptions } from '../raw-table.ts';
import type { DumpedWorkbook } from './dump-workbook.ts';
import { runWorker } from './run-worker.ts';
import { dumpDialect, type DumpedSheet } from './sheet-dump.ts';
import { workbookEmpty } from './workbook-errors.ts';

const heapMb = 2048;
const leastSeconds = 60;
const secondsPerMb = 4;

/**
 * Every sheet with at least one cell that is not blank, in workbook order; chart sheets hold none. A cell that holds an error, a
 * formula without a result or an impossible date counts and is blank, with a problem. Throws a CrmEvalError where the file is no
 * workbook, encrypted, damaged, unsafe, too large, or empty.
 */
export async function openWorkbook(path: string, format: FileFormat, options: OpenOptions): Promise<SheetGrid[]> {
  const scratch = await mkdtemp(join(options.scratch, 'workbook-'));
  const { size } = await stat(path);
  const seconds = Math.ceil(leastSeconds + (secondsPerMb * size) / 1024 ** 2);
  const task = { path, format, scratch, ...(options.encoding === undefined ? {} : { encoding: options.encoding }) };
  return gridsOf(await runWorker(task, { seconds, heapMb }, options.signal));
}

/** The sheets that were written to the scratch folder. */
export function gridsOf(workbook: DumpedWorkbook): SheetGrid[] {
  if (workbook.sheets.length === 0) throw workbookEmpty();
  return workbook.sheets.map((sheet) => gridOf(workbook, sheet));
}

function gridOf(workbook: DumpedWorkbook, sheet: DumpedSheet): SheetGrid {
  // In other formats blank cells have a style alone, and are no cells of a record.
  const countsBlanks = workbook.format === 'html';
  const before = sheet.firstColumn - 1;
  return {
    sheet: sheet.name,
    hidden: sheet.hidden,
    firstColumn: sheet.firstColumn,
    longest: countsBlanks ? sheet.lengths.reduce((most, length) => Math.max(most, length - before), 0) : 0,
    lengthOf: (record) => (countsBlanks ? (sheet.lengths[record] ?? 0) - before : 0),
    format: workbook.format,
    encoding: workbook.encoding,
    dialect: null,
    text: { path: sheet.path, dialect: dumpDialect, clean: true },
    width: sheet.width,
    head: sheet.head,
    rejected: [],
    problems: sheet.problems,
    linesOf: async (records) => records.map((record) => sheet.rows[record] ?? 0),
    // DuckDB skips records, not lines: a line break inside quotes does not count (measured on 1.5).
    linesTaken: async (records) => records,
  };
}
