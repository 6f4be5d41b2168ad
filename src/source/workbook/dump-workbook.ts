import { open, type FileHandle } from 'node:fs/promises';
import type { FileFormat } from '../raw-table.ts';
import { dumpOpenDocument } from './dump-opendocument.ts';
import { dumpPackage } from './dump-package.ts';
import type { DumpedSheet } from './sheet-dump.ts';
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
    const { dumpLegacy } = await import('./dump-legacy.ts');
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
  if (kind === 'xlsx') return { format: 'xlsx', encoding: kind, sheets: await dumpPackage(zip, task.scratch) };
  if (kind === 'ods') return { format: 'spreadsheet', encoding: kind, sheets: await dumpOpenDocument(zip, task.scratch) };
  const size = [...zip.directory.values()].reduce((sum, entry) => sum + entry.inflated, 0);
  const { dumpLegacy } = await import('./dump-legacy.ts');
  const { sheets } = await dumpLegacy({ ...task, markup: false, size });
  return { format: 'spreadsheet', encoding: kind, sheets };
}
