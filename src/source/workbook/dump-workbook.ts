import { open, type FileHandle } from 'node:fs/promises';
import type { FileFormat } from '../raw-table.ts';
import { dumpLegacy } from './dump-legacy.ts';
import { dumpPackage } from './dump-package.ts';
import type { DumpedSheet } from './sheet-dump.ts';
import { RowsOutOfOrder } from './sheet-part.ts';
import { packageKind, workbookKind } from './workbook-kind.ts';
import { readZipDirectory } from './zip-directory.ts';

export interface WorkbookTask {
  readonly path: string;
  /** What the caller took the file for; only `html` is believed, the rest follows from the content. */
  readonly format: FileFormat;
  /** An empty folder of the workbook's own. */
  readonly scratch: string;
  readonly encoding?: string;
}

export interface DumpedWorkbook {
  readonly format: FileFormat;
  /** `xlsx`, `xls`, `xlsb`, `ods`, `html` … */
  readonly encoding: string;
  readonly sheets: readonly DumpedSheet[];
}

/** Writes every sheet that holds a cell as text. */
export async function dumpWorkbook(task: WorkbookTask): Promise<DumpedWorkbook> {
  const file = await open(task.path, 'r');
  try {
    const kind = task.format === 'html' ? 'markup' : await workbookKind(file);
    if (kind === 'zip') return await dumpZip(task, file);
    const { size } = await file.stat();
    const { bookType, sheets } = await dumpLegacy({ ...task, markup: kind === 'markup', size });
    if (kind === 'markup') return { format: 'html', encoding: bookType === 'xlml' ? 'xml' : 'html', sheets };
    return { format: 'spreadsheet', encoding: 'xls', sheets };
  } finally {
    await file.close();
  }
}

async function dumpZip(task: WorkbookTask, file: FileHandle): Promise<DumpedWorkbook> {
  const zip = { path: task.path, file, directory: await readZipDirectory(file) };
  const kind = await packageKind(zip);
  const format = kind === 'xlsx' ? 'xlsx' : 'spreadsheet';
  if (kind === 'xlsx') {
    try {
      return { format, encoding: kind, sheets: await dumpPackage(zip, task.scratch) };
    } catch (error) {
      if (!(error instanceof RowsOutOfOrder)) throw error;
    }
  }
  const size = [...zip.directory.values()].reduce((sum, entry) => sum + entry.inflated, 0);
  const { sheets } = await dumpLegacy({ ...task, markup: false, size });
  return { format, encoding: kind, sheets };
}
