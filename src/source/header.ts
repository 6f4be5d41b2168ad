import { isValueLike, runsUp } from './cell-kind.ts';
import type { GridRow } from './grid.ts';

/** Which records of a table are its header. */
export interface Header {
  /** One name a column; generated (`column_1` …) where the table has no header. */
  readonly columns: readonly string[];
  /** Records before the first one with data: preamble and header. */
  readonly taken: number;
  /** Physical line of the last header record, 0 without one. */
  readonly line: number;
  readonly preamble: readonly (readonly string[])[];
}

export type Recognise = (cells: readonly string[]) => number;

/** Titles and notes above a table are at most this many records. */
const searchDepth = 40;
const bodyDepth = 200;

/**
 * Finds the header in the first records of a table: the first one that is about as full as the records below it, holds names and not values,
 * and does not recur among them. `recognise` counts known names and outweighs the rest.
 */
export function findHeader(rows: readonly GridRow[], width: number, recognise: Recognise = () => 0): Header {
  const cells = rows.map((row) => row.cells.map((cell) => cell.trim()));
  const index = headerIndex(cells, recognise);
  if (index === null) return { columns: Array.from({ length: width }, (_, column) => `column_${column + 1}`), taken: 0, line: 0, preamble: [] };
  const header = rows[index]!;
  const second = secondHeader(cells, index, recognise);
  const names = second ?? header.cells;
  const last = second === null ? index : index + 1;
  return {
    columns: Array.from({ length: Math.max(width, names.length) }, (_, column) => names[column] ?? ''),
    taken: last + 1,
    line: rows[last]!.line,
    preamble: rows.slice(0, index).map((row) => row.cells),
  };
}

function headerIndex(cells: readonly (readonly string[])[], recognise: Recognise): number | null {
  const known = cells.slice(0, searchDepth).map((row) => recognise(row));
  const most = Math.max(0, ...known);
  if (most >= 2) {
    const index = known.findIndex((count) => count >= Math.max(2, most * 0.6));
    if (!isData(cells, index)) return index;
  }
  const body = bodySize(cells);
  for (let index = 0; index < Math.min(cells.length, searchDepth); index += 1) {
    const row = cells[index]!;
    const isWide = filled(row) >= Math.ceil(body.filled * 0.6) || (extent(row) >= body.extent && filled(row) * 2 >= body.filled);
    if (!isWide || isOutgrown(cells, index)) continue;
    return isData(cells, index) || recurs(cells, index) ? null : index;
  }
  return null;
}

/** Upper quartile of how full and how wide the records are. */
function bodySize(cells: readonly (readonly string[])[]): { filled: number; extent: number } {
  const quartile = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor((values.length - 1) * 0.75)] ?? 0;
  const rows = cells.slice(0, bodyDepth);
  return { filled: quartile(rows.map(filled)), extent: quartile(rows.map(extent)) };
}

function filled(row: readonly string[]): number {
  return row.reduce((count, cell) => count + (cell === '' ? 0 : 1), 0);
}

function extent(row: readonly string[]): number {
  return row.findLastIndex((cell) => cell !== '') + 1;
}

/** Many records below are wider: a title above a table, or a record of a table without fixed columns. */
function isOutgrown(cells: readonly (readonly string[])[], index: number): boolean {
  const own = extent(cells[index]!);
  const below = cells.slice(index + 1, index + 1 + bodyDepth);
  return below.filter((row) => extent(row) > own).length > below.length * 0.3;
}

/** The record's cells are values of their columns: figures and dates above figures and dates. */
function isData(cells: readonly (readonly string[])[], index: number): boolean {
  const row = cells[index]!;
  if (runsUp(row)) return false;
  let names = 0;
  let values = 0;
  row.forEach((cell, column) => {
    if (cell === '' || !holdsValues(cells, index + 1, column)) return;
    if (isValueLike(cell)) values += 1;
    else names += 1;
  });
  if (names === 0 && values === 0) return row.every((cell) => cell === '' || isValueLike(cell));
  return values > names;
}

/** The column holds figures or dates from this record down. */
function holdsValues(cells: readonly (readonly string[])[], from: number, column: number): boolean {
  const below = cells.slice(from, from + bodyDepth).map((row) => row[column] ?? '').filter((cell) => cell !== '');
  return below.length > 0 && below.filter(isValueLike).length >= below.length * 0.7;
}

/** At least half of the record's cells stand in other records below too, which names of columns do not. */
function recurs(cells: readonly (readonly string[])[], index: number): boolean {
  const row = cells[index]!;
  const names = new Set(row.filter((cell) => cell !== ''));
  const own = row.join('\0');
  const seen = new Set<string>();
  for (const other of cells.slice(index + 1)) {
    if (other.join('\0') !== own) for (const cell of other) if (names.has(cell)) seen.add(cell);
  }
  return names.size > 1 && seen.size * 2 >= names.size;
}

/**
 * Names from a header of two records, or null where there is only one: field keys above labels give the labels, merged parents above
 * children give `parent child`. The second record must hold names where the records below hold values, or known names.
 */
function secondHeader(cells: readonly (readonly string[])[], index: number, recognise: Recognise): string[] | null {
  const first = cells[index]!;
  const second = cells[index + 1];
  if (second === undefined || second.some(isValueLike)) return null;
  const contrasts = second.some((cell, column) => cell !== '' && holdsValues(cells, index + 2, column));
  const labels = labelsOverKeys(first, second);
  if (labels !== null) return contrasts || recognise(second) >= 2 ? labels : null;
  const joined = joinParents(first, second);
  if (joined === null) return null;
  return contrasts || recognise(joined) > recognise(first) ? joined : null;
}

/** `FBillNo, FDate` above `单据编号, 日期`. */
function labelsOverKeys(first: readonly string[], second: readonly string[]): string[] | null {
  const isKey = (cell: string): boolean => /^[\w#*.$-]+$/.test(cell);
  const isLabel = (cell: string): boolean => /[\u3400-\u9fff]/.test(cell);
  const keys = first.filter((cell) => cell !== '');
  const labels = second.filter((cell) => cell !== '');
  if (labels.length < keys.length * 0.6 || !keys.every(isKey) || labels.filter(isLabel).length < labels.length * 0.6) return null;
  return Array.from({ length: Math.max(first.length, second.length) }, (_, column) => second[column] || first[column] || '');
}

/** `客户, , 订单, ` above `名称, 等级, 金额, 日期`. Null unless the second record fills gaps of the first. */
function joinParents(first: readonly string[], second: readonly string[]): string[] | null {
  let parent = '';
  let gaps = 0;
  const names = Array.from({ length: Math.max(first.length, second.length) }, (_, column) => {
    const above = first[column] ?? '';
    const below = second[column] ?? '';
    if (above !== '') parent = below === '' ? '' : above;
    else if (below !== '' && parent !== '') gaps += 1;
    if (below === '') return above;
    return parent === '' ? below : `${parent} ${below}`;
  });
  return gaps > 0 ? names : null;
}
