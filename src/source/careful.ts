import type { FindingCode } from '../codes.ts';
import { cleanLine } from './clean-text.ts';
import { decodeFile, scratchPath, writeTexts } from './decode.ts';
import { alignedCells, noDelimiter } from './dialect.ts';
import type { TextEncodingFound } from './encoding.ts';
import { unreadable } from './head.ts';
import { createLineNumbers } from './line-numbers.ts';
import { type ColumnShape, endsEarly, lacksCell } from './row-step.ts';
import type { RecordProblem } from './raw-table.ts';
import { createTextParser, type TextLayout, type TextRecord } from './text-parser.ts';

/** A text whose header is known. */
export interface CarefulSource {
  /** UTF-8, or what `found` says. */
  readonly path: string;
  /** As the user gave it, for messages. */
  readonly name: string;
  readonly found: TextEncodingFound;
  /** U+FFFD in a cell stands for bytes that could not be read. */
  readonly damaged: boolean;
  readonly layout: TextLayout;
  readonly aligned: boolean;
  readonly hintLength: number;
  /** Records before the first one with data. */
  readonly taken: number;
  /** Null where there is no header: then the widest record decides. */
  readonly columns: readonly string[] | null;
  /** Blank cells behind the last column that are no fault: nearly all records have them. */
  readonly trailing: number;
  /** What the columns hold; null where that is not known. */
  readonly shapes: readonly ColumnShape[] | null;
  readonly chunkSize?: number;
}

/** The copy. One blank line stands before its first record. */
export interface CarefulCopy {
  readonly path: string;
  readonly columns: readonly string[];
  readonly head: readonly (readonly string[])[];
  readonly rejected: readonly RecordProblem[];
  readonly problems: readonly RecordProblem[];
  linesOf(records: readonly number[]): number[];
}

/** Most columns a table may have: a sheet's limit. */
export const columnLimit = 16_384;
/** Longest cell, in characters, and longest record, in bytes, that the engine is given. */
const cellLimit = 1024 * 1024;
const recordByteLimit = 1_900_000;
/** A blank line, because the engine takes the first line end it sees for that of the file, also one inside a cell. */
const firstLine = '\n';
const headRecords = 1000;
/** Rejected records whose cells are told. */
const recordsWithCells = 1000;
const batchLength = 512 * 1024;

/** Reads every record of a text that is not clean and writes a strict copy. Records that fit no table are told with their lines. */
export async function copyCarefully(source: CarefulSource, scratch: string, signal?: AbortSignal): Promise<CarefulCopy> {
  const columns = source.columns ?? (await generatedColumns(source));
  const width = columns.length;
  const head: string[][] = [];
  const rejected: RecordProblem[] = [];
  const problems: RecordProblem[] = [];
  const lines = createLineNumbers();

  async function* texts(): AsyncGenerator<string> {
    let batch = firstLine;
    for await (const records of dataRecords(source)) {
      for (const record of records) {
        batch += take(record);
        if (batch.length < batchLength) continue;
        yield batch;
        batch = '';
      }
    }
    yield batch;
  }

  /** The line of the copy, '' for a record that is rejected. */
  function take(record: TextRecord): string {
    if (isComment(record.cells, width)) {
      problems.push({ code: 'comment-line', record: null, line: record.line, cell: null, column: null, value: record.cells[0] ?? null });
      return '';
    }
    const problem = rejection(record, width, source);
    if (problem !== null) {
      rejected.push(withCells(problem, rejected.length < recordsWithCells ? record.cells : null));
      return '';
    }
    const cells = fitted(record.cells, width);
    const report = (code: FindingCode, column: string | null, value: string | null): void => {
      problems.push({ code, record: lines.count(), line: record.line, cell: null, column, value });
    };
    if (record.problem !== null) report(record.problem, null, cells.find((cell) => cell.includes(source.layout.dialect.quote)) ?? null);
    if (record.cells.length < width && source.columns !== null) {
      const isShort = source.shapes !== null && endsEarly(record.cells, source.shapes);
      report(isShort ? 'record-short' : 'missing-cell', columns[record.cells.length] ?? null, null);
    }
    const nul = record.cells.findIndex((cell) => cell.includes('\0'));
    if (nul >= 0) report('character-nul', columns[nul] ?? null, record.cells[nul] ?? null);
    const unread = source.damaged ? cells.findIndex((cell) => cell.includes('\ufffd')) : -1;
    if (unread >= 0) report('character-invalid', columns[unread] ?? null, cells[unread] ?? null);
    if (head.length < headRecords) head.push(cells);
    lines.add(record.line);
    return cleanLine(cells);
  }

  const path = scratchPath(scratch, 'table');
  await writeTexts(path, texts(), signal);
  return { path, columns, head, rejected, problems, linesOf: (records) => records.map((record) => lines.at(record)) };
}

/** The records behind the header in portions, blank lines left out. */
async function* dataRecords(source: CarefulSource): AsyncGenerator<TextRecord[]> {
  let seen = 0;
  const dialect = { delimiter: noDelimiter, quote: noDelimiter, escape: noDelimiter };
  const parser = createTextParser(source.aligned ? { ...source.layout, dialect } : source.layout);
  let hint = source.hintLength;
  const shift = hint > 0 ? 1 : 0;
  const data = (records: readonly TextRecord[]): TextRecord[] => {
    const rows = records.filter((record) => !record.blank && !isEndMark(record));
    const kept = rows.slice(Math.max(0, source.taken - seen));
    seen += rows.length;
    return source.aligned || shift > 0 ? kept.map((record) => adapted(record, shift, source.aligned)) : kept;
  };
  for await (const chunk of decodeFile(source.path, source.found, source.name, source.chunkSize)) {
    const dropped = Math.min(hint, chunk.length);
    hint -= dropped;
    yield data(parser.push(dropped === 0 ? chunk : chunk.slice(dropped)));
  }
  yield data(parser.end());
}

function adapted(record: TextRecord, shift: number, aligned: boolean): TextRecord {
  return { ...record, line: record.line + shift, cells: aligned ? alignedCells(record.cells[0] ?? '') : record.cells };
}

/** `# exported 2024-01-05, all shops`; not `#1001`, the number of an order. */
function isComment(cells: readonly string[], width: number): boolean {
  const first = (cells[0] ?? '').trimStart();
  if (width < 2 || cells.length === width || !first.startsWith('#')) return false;
  return cells.length === 1 ? !/^#\d+\s*$/.test(first) : /^#[#\s]/.test(first);
}

/** Control-Z, the end of a file in old systems. */
function isEndMark(record: TextRecord): boolean {
  return record.cells.length === 1 && record.cells[0] === '\u001a';
}

async function generatedColumns(source: CarefulSource): Promise<string[]> {
  let width = 0;
  for await (const records of dataRecords(source)) for (const record of records) width = Math.max(width, record.cells.length);
  checkWidth(width, source.name);
  return Array.from({ length: width }, (_, column) => `column_${column + 1}`);
}

/** Throws a CrmEvalError where a table has more columns than any sheet can have. */
export function checkWidth(width: number, name: string): void {
  if (width <= columnLimit) return;
  throw unreadable(
    'too-many-columns',
    { en: `${name} has ${width} columns; at most ${columnLimit} are read`, 'zh-CN': `${name} 有 ${width} 列，最多支持 ${columnLimit} 列` },
    { en: 'check the delimiter, or export fewer columns', 'zh-CN': '请检查分隔符，或减少导出的列' },
  );
}

/** A record of blanks alone holds nothing that could be shifted. */
function rejection({ cells, cut, line, problem: quotes }: TextRecord, width: number, source: CarefulSource): RecordProblem | null {
  const { shapes, trailing } = source;
  const problem = { record: null, line, cell: null, column: null };
  const long = cut ? cells[0] : longCell(cells);
  if (long !== undefined) return { ...problem, code: 'cell-too-long', value: long.slice(0, 80) };
  const extra = cells.slice(width).find((cell) => cell.trim() !== '');
  if (extra !== undefined) return { ...problem, code: 'extra-cell', value: extra };
  if (cells.length > width + trailing && cells.some((cell) => cell.trim() !== ''))
    return { ...problem, code: 'extra-cell', value: cells.findLast((cell) => cell.trim() !== '') ?? null };
  const glued = quotes === null || cells.length >= width ? undefined : cells.find((cell) => gluedCells.test(cell));
  if (glued !== undefined) return { ...problem, code: 'separator-missing', value: glued.slice(0, 80) };
  const isShifted = shapes !== null && endsEarly(cells, shapes) && lacksCell(cells, shapes);
  return isShifted ? { ...problem, code: 'record-shifted', value: cells.at(-1) ?? null } : null;
}

/** A quoted cell right behind or before another one, without the delimiter: `2024-01-06"5"`, `"C2"x`. */
const gluedCells = /^(?:[^"]*[^\s"]"[^"]*"|"[^"]*"[^\s"][^"]*)$/;

/** A cell beyond the limit, or the longest one of a record that is too long as a whole. */
function longCell(cells: readonly string[]): string | undefined {
  let total = 0;
  let longest = '';
  for (const cell of cells) {
    total += cell.length;
    if (cell.length > longest.length) longest = cell;
  }
  if (longest.length > cellLimit) return longest;
  if (total * 3 < recordByteLimit) return undefined;
  return cells.reduce((bytes, cell) => bytes + writtenBytes(cell), 0) > recordByteLimit ? longest : undefined;
}

/** Bytes of a cell in the copy, where quotes are doubled. */
function writtenBytes(cell: string): number {
  let quotes = 0;
  for (let at = cell.indexOf('"'); at !== -1; at = cell.indexOf('"', at + 1)) quotes += 1;
  return Buffer.byteLength(cell) + quotes + 3;
}

/** Longest cell that may hold an amount. */
const amountLength = 40;

function withCells(problem: RecordProblem, cells: readonly string[] | null): RecordProblem {
  return cells === null || problem.code === 'cell-too-long'
    ? problem
    : { ...problem, cells: cells.map((cell) => cell.slice(0, amountLength)) };
}

/** The cells padded or trimmed to the width, without NUL characters. */
function fitted(cells: string[], width: number): string[] {
  if (cells.length === width && !cells.some((cell) => cell.includes('\0'))) return cells;
  return Array.from({ length: width }, (_, column) => (cells[column] ?? '').replaceAll('\0', ''));
}
