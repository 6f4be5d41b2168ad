import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'papaparse';
import { CrmEvalError } from '../../../src/errors.ts';
import type { SheetGrid } from '../../../src/source/grid.ts';
import { dumpWorkbook } from '../../../src/source/workbook/dump-workbook.ts';
import { gridsOf } from '../../../src/source/workbook/open-workbook.ts';

/** An empty folder. */
export function scratchFolder(): string {
  return mkdtempSync(join(tmpdir(), 'crm-eval-test-'));
}

export function writeScratch(name: string, bytes: Uint8Array | string): string {
  const path = join(scratchFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

/** The records of a dump, read by another program than the one that wrote them. */
export function dumpedRows(path: string): string[][] {
  const { data, errors } = parse<string[]>(readFileSync(path, 'utf8'), { delimiter: ',', newline: '\n' });
  if (errors.length > 0) throw new Error(JSON.stringify(errors[0]));
  if (data.at(-1)?.join('') === '') data.pop();
  return data;
}

export interface ReadSheet {
  readonly grid: SheetGrid;
  readonly rows: string[][];
  /** By reference, `B3`; undefined outside of the table. */
  readonly cell: (reference: string) => string | undefined;
}

type Sheets = ReadonlyMap<string, ReadSheet> | string;

const opened = new Map<string, Promise<Sheets>>();

/**
 * Opens a workbook, once, and reads its sheets, by name; a refusal gives its code instead. In this thread: starting one takes longer than
 * most of the workbooks, and what the thread is for is tested with `openWorkbook`.
 */
export function readSheets(path: string): Promise<Sheets> {
  const known = opened.get(path) ?? openSheets(path);
  opened.set(path, known);
  return known;
}

async function openSheets(path: string): Promise<Sheets> {
  try {
    const grids = gridsOf(await dumpWorkbook({ path, format: 'xlsx', scratch: scratchFolder() }));
    const sheets = new Map<string, ReadSheet>();
    for (const grid of grids) sheets.set(grid.sheet ?? '', await readSheet(grid));
    return sheets;
  } catch (error) {
    if (error instanceof CrmEvalError) return error.code;
    throw error;
  }
}

/** Opens a workbook that must be readable; its first sheet, or the one with this name. */
export async function sheetOf(path: string, name?: string): Promise<ReadSheet> {
  const sheets = await readSheets(path);
  if (typeof sheets === 'string') throw new Error(`${path}: ${sheets}`);
  const sheet = name === undefined ? [...sheets.values()][0] : sheets.get(name);
  if (sheet === undefined) throw new Error(`${path} has no sheet ${name}: ${[...sheets.keys()].join(', ')}`);
  return sheet;
}

async function readSheet(grid: SheetGrid): Promise<ReadSheet> {
  const rows = dumpedRows(grid.text.path);
  const lines = await grid.linesOf(rows.map((_, index) => index));
  const byLine = new Map(lines.map((line, index) => [line, rows[index]]));
  const cell = (reference: string): string | undefined => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(reference) ?? [];
    let column = 0;
    for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
    return byLine.get(Number(row))?.[column - grid.firstColumn];
  };
  return { grid, rows, cell };
}
