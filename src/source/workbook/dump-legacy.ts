import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { read, set_cptable, type CellObject, type DenseWorkSheet, type Range, type WorkBook } from '@e965/xlsx';
import { CrmEvalError } from '../../errors.ts';
import { cellText, coveredText, formulaText, type SheetCell } from './cell-text.ts';
import { lastColumn, lastRow } from './cell-reference.ts';
import { createFillingDump, fillableRanges } from './filling-dump.ts';
import { createCoverage, type MergedRange } from './merged-cells.ts';
import { numberDisplay } from './number-format.ts';
import { blankCell, withRows } from './page-rows.ts';
import { pageText } from './page-text.ts';
import { createSheetDump, type DumpCell, type DumpedSheet, type SheetContent, type SheetDump } from './sheet-dump.ts';
import { notAWorkbook, workbookDamaged, workbookEncrypted, workbookTooLarge } from './workbook-errors.ts';

/** SheetJS holds the whole workbook in memory, about ten bytes for each of these. */
export const legacyLimit = 128 * 1024 ** 2;

export interface LegacyTask {
  readonly path: string;
  readonly scratch: string;
  /** Pages are decoded to text first. */
  readonly markup: boolean;
  readonly encoding?: string;
  /** What it takes in memory before it is parsed: the file's size, or that of the inflated parts. */
  readonly size: number;
}

/** Reads what SheetJS reads and the package reader does not: .xls, .xlsb, .ods, HTML tables. */
export async function dumpLegacy(task: LegacyTask): Promise<{ readonly bookType: string; readonly sheets: DumpedSheet[] }> {
  if (task.size > legacyLimit) {
    const sizes = `${Math.ceil(task.size / 1024 ** 2)} MiB > ${legacyLimit / 1024 ** 2} MiB`;
    throw workbookTooLarge({ en: `this format is held in memory as a whole (${sizes})`, 'zh-CN': `该格式需整体载入内存（${sizes}）` });
  }
  const bytes = await readFile(task.path);
  if (holdsStream(bytes, 'EncryptedPackage')) throw workbookEncrypted();
  const workbook = await parse(bytes, task);
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const sheets: DumpedSheet[] = [];
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name] as DenseWorkSheet | undefined;
    if (sheet === undefined || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) continue;
    const dumped = dumpSheet(sheet, join(task.scratch, `sheet-${index + 1}.csv`), date1904);
    if (dumped !== null) sheets.push({ name, hidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0, ...dumped });
  }
  return { bookType: workbook.bookType ?? 'xls', sheets };
}

/** Whether a compound file's directory, whose entries take 128 bytes, lists a stream of this name. */
function holdsStream(bytes: Buffer, name: string): boolean {
  const wanted = Buffer.from(name, 'utf16le');
  for (let at = bytes.indexOf(wanted); at !== -1; at = bytes.indexOf(wanted, at + 1)) if (at % 128 === 0) return true;
  return false;
}

/** Pages of a login or of an error come under the names of exports. */
function withTable(page: string): string {
  if (/<(?:[a-z]{1,20}:)?(?:table|workbook)\b/i.test(page)) return page;
  throw notAWorkbook({
    en: 'a web page without a table (a login, or an error of the server?)',
    'zh-CN': '不含表格的网页（可能是登录页或错误提示）',
  });
}

async function parse(bytes: Buffer, task: LegacyTask): Promise<WorkBook> {
  set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  const options = {
    dense: true,
    cellDates: false,
    cellNF: true,
    cellFormula: true,
    cellText: false,
    cellHTML: false,
    bookVBA: false,
  } as const;
  try {
    if (task.markup) return read(withRows(withTable(pageText(bytes, task.encoding))), { ...options, type: 'string', raw: true });
    return read(bytes, { ...options, type: 'buffer' });
  } catch (error) {
    if (error instanceof CrmEvalError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) throw workbookEncrypted();
    if (/workbook stream|unsupported file/i.test(message))
      throw notAWorkbook({ en: 'an Office file without a workbook', 'zh-CN': '不含工作簿的 Office 文件' });
    throw workbookDamaged('it cannot be parsed', error);
  }
}

type LegacyRows = readonly (readonly (CellObject | undefined)[] | undefined)[];

function dumpSheet(sheet: DenseWorkSheet, path: string, date1904: boolean): SheetContent | null {
  const rows: LegacyRows = sheet['!data'] ?? [];
  const merges = ((sheet['!merges'] ?? []) as readonly Range[]).map(({ s: start, e: end }) => ({
    top: start.r + 1,
    left: start.c + 1,
    bottom: end.r + 1,
    right: end.c + 1,
  }));
  if (rows.length > lastRow) throw workbookTooLarge({ en: `a sheet of ${rows.length} rows`, 'zh-CN': `工作表有 ${rows.length} 行` });
  const first = dumpRows(rows, createSheetDump(path), merges, date1904);
  const fillable = first === null ? [] : fillableRanges(merges, first);
  if (first === null || fillable.length === 0) return first;
  rmSync(path);
  return dumpRows(rows, createFillingDump(createSheetDump(path), fillable, first), merges, date1904);
}

function dumpRows(rows: LegacyRows, dump: SheetDump, merges: readonly MergedRange[], date1904: boolean): SheetContent | null {
  const coverage = createCoverage(merges);
  try {
    rows.forEach((row, index) => {
      if (row === undefined) return;
      if (row.length > lastColumn) throw workbookTooLarge({ en: `a row of ${row.length} columns`, 'zh-CN': `一行有 ${row.length} 列` });
      coverage.enterRow(index + 1);
      const cells: DumpCell[] = [];
      row.forEach((cell, column) => {
        const text = cell === undefined ? '' : cellText(legacyCell(cell), date1904);
        if (text !== '') cells[column] = coverage.covers(column + 1) ? coveredText(text) : cell?.f === undefined ? text : formulaText(text);
      });
      if (cells.length === 0) return;
      cells.length = row.length;
      dump.add(index + 1, cells);
    });
    return dump.finish();
  } finally {
    dump.abandon();
  }
}

const errorNames: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

function legacyCell(cell: CellObject): SheetCell {
  const { v: value } = cell;
  if (cell.t === 'e') return { kind: 'error', value: cell.w ?? errorNames.get(Number(value)) ?? String(value) };
  if (value === undefined || value === null) return cell.f === undefined ? { kind: 'blank' } : { kind: 'formulaWithoutResult' };
  if (typeof value === 'string') return value === blankCell ? { kind: 'blank' } : { kind: 'text', text: value };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'number') return { kind: 'number', value, stored: null, display: numberDisplay(String(cell.z ?? 'General')) };
  return { kind: 'isoDate', text: value.toISOString() };
}
