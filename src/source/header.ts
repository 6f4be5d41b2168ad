import { isValueLike, runsUp } from './cell-kind.ts';
import { describes, isDescribedBy, isPlaceholder } from './description-row.ts';
import type { GridRow } from './grid.ts';
import { namesOfTwo, type Recognise } from './header-names.ts';

/** Which records of a table are its header. */
export interface Header {
  /** One name a column; generated (`column_1` …) where the table has no header. */
  readonly columns: readonly string[];
  /** Records before the first one with data: preamble and header. */
  readonly taken: number;
  /** Physical line of the last header record, 0 without one. */
  readonly line: number;
  /** A record below the names that only describes them; it is among those taken. */
  readonly described: boolean;
  readonly preamble: readonly (readonly string[])[];
}

/** The first records, trimmed, and which of their cells are figures or dates. */
interface Sample {
  readonly cells: readonly (readonly string[])[];
  /** Those without the words for a value that is not there. */
  readonly bare: readonly (readonly string[])[];
  readonly values: readonly (readonly boolean[])[];
}

/** Titles and notes above a table are at most this many records. */
const searchDepth = 40;
const bodyDepth = 200;
/** Records a header is looked for in, from the first that is full enough to be one. */
const headerDepth = 10;
const mostTitles = 5;

/**
 * Finds the header in the first records of a table: the first one that is about as full as the records below it, holds names and not values,
 * and does not recur among them; where figures and dates begin, the record right above them. `recognise` counts known names and outweighs
 * the rest. Without a header every record is data, and names are generated.
 */
export function findHeader(rows: readonly GridRow[], width: number, recognise: Recognise = () => 0): Header {
  const cells = rows.slice(0, searchDepth + bodyDepth).map((row) => row.cells.map((cell) => cell.trim()));
  const bare = cells.map((row) => row.map((cell) => (isPlaceholder(cell) ? '' : cell)));
  const sample = { cells, bare, values: cells.map((row) => row.map(isValueLike)) };
  const index = headerIndex(sample, recognise);
  if (index === null) {
    const taken = titleRows(sample);
    const preamble = rows.slice(0, taken).map((row) => row.cells);
    return { columns: Array.from({ length: width }, (_, column) => `column_${column + 1}`), taken, line: 0, described: false, preamble };
  }
  const found = twoRecords(sample, index, recognise) ?? { first: index, last: index, names: rows[index]!.cells };
  const described = isDescription(sample, found, recognise);
  return {
    columns: Array.from({ length: Math.max(width, found.names.length) }, (_, column) => found.names[column] ?? ''),
    taken: found.last + (described ? 2 : 1),
    line: rows[found.last]!.line,
    described,
    preamble: rows.slice(0, found.first).map((row) => row.cells),
  };
}

/** Titles above a table of figures without a header: records of one cell, where all others have more. */
function titleRows(sample: Sample): number {
  const { cells, values } = sample;
  const first = cells.findIndex((row) => filled(row) > 1);
  if (first < 1 || first > mostTitles || first === cells.length - 1) return 0;
  const below = cells.slice(first);
  const isTable = below.filter((row) => filled(row) > 1).length >= below.length * 0.9;
  const hasFigures = cells[first]!.some((_, column) => holdsValues(sample, first, column));
  return isTable && hasFigures && !values.slice(0, first).some((row) => row.includes(true)) ? first : 0;
}

/** The record stands between the header and figures, and describes the columns. */
function isDescription(sample: Sample, { last, names }: HeaderRecords, recognise: Recognise): boolean {
  const index = last + 1;
  const row = sample.cells[index];
  if (row === undefined || index + 1 >= sample.cells.length || row.every((cell, column) => cell === names[column])) return false;
  const columns = row.map((_, column) => column).filter((column) => holdsValues(sample, index + 1, column));
  const isValue = (column: number): boolean => sample.values[index]![column] === true;
  const words = columns.flatMap((column) => (isValue(column) ? [] : [sample.bare[index]![column] ?? ''])).filter((cell) => cell !== '');
  return describes(row, { words, values: columns.filter(isValue).length }, recognise(row));
}

interface HeaderRecords {
  readonly first: number;
  readonly last: number;
  readonly names: readonly string[];
}

/** The record found is the lower or the upper one of two, or neither. */
function twoRecords(sample: Sample, index: number, recognise: Recognise): HeaderRecords | null {
  for (const first of [index - 1, index]) {
    const upper = sample.cells[first];
    const lower = sample.cells[first + 1];
    if (
      upper === undefined ||
      lower === undefined ||
      filled(upper) < 2 ||
      [first, first + 1].some((row) => sample.values[row]!.includes(true))
    )
      continue;
    const names = namesOfTwo(upper, lower, recognise, contrast(sample, first + 1) > 0);
    if (names !== null) return { first, last: first + 1, names };
  }
  return null;
}

function headerIndex(sample: Sample, recognise: Recognise): number | null {
  const { cells } = sample;
  const known = cells.slice(0, searchDepth).map((row) => recognise(row));
  const most = Math.max(0, ...known);
  if (most >= 2) {
    const index = known.findIndex((count) => count >= Math.max(2, most * 0.6));
    if (!isData(sample, index)) return index;
  }
  const body = bodySize(sample);
  const isFull = (row: readonly string[], index: number): boolean =>
    filled(row) >= Math.ceil(body.filled * 0.6) && !isOutgrown(sample, index);
  const first = cells.slice(0, searchDepth).findIndex(isFull);
  if (first === -1) return null;
  const index = isData(sample, first) ? sparseHeader(sample, first, body) : aboveValues(sample, first);
  return index === null || recurs(sample, index) ? null : index;
}

/** A header with few names right above the first record of data: as wide as the table, and half as full. */
function sparseHeader(sample: Sample, data: number, body: BodySize): number | null {
  const row = sample.cells[data - 1];
  if (row === undefined || isData(sample, data - 1)) return null;
  return extent(row) >= body.extent && filled(row) * 2 >= body.filled ? data - 1 : null;
}

/** Of the records from `first` to the first one of data, the one with the most names right above figures and dates. */
function aboveValues(sample: Sample, first: number): number {
  let best = first;
  let most = contrast(sample, first);
  for (let index = first + 1; index < Math.min(sample.cells.length, first + headerDepth) && !isData(sample, index); index += 1) {
    const count = contrast(sample, index);
    if (count > most && count >= Math.max(2, filled(sample.cells[index]!) * 0.3)) {
      best = index;
      most = count;
    }
  }
  const upper = best > first ? sample.cells[best - 1]! : [];
  const isBelowNames = filled(upper) >= filled(sample.cells[best]!) && !sample.values[best - 1]!.includes(true);
  return best > first && isBelowNames && isDescribedBy(upper, sample.cells[best]!) ? best - 1 : best;
}

/** Columns of values whose first value stands right below a name of this record. */
function contrast(sample: Sample, index: number): number {
  const { bare, values } = sample;
  return (bare[index] ?? []).reduce((count, cell, column) => {
    if (cell === '' || values[index]![column] === true || !holdsValues(sample, index + 1, column)) return count;
    let below = index + 1;
    while ((bare[below]?.[column] ?? '') === '') below += 1;
    return count + (values[below]![column] === true ? 1 : 0);
  }, 0);
}

interface BodySize {
  readonly filled: number;
  readonly extent: number;
}

/** Upper quartile of how full and how wide the records are. */
function bodySize({ cells }: Sample): BodySize {
  const quartile = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * 0.75)] ?? 0;
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
function isOutgrown({ cells }: Sample, index: number): boolean {
  const own = extent(cells[index]!);
  const below = cells.slice(index + 1, index + 1 + bodyDepth);
  return below.length > 3 && below.filter((row) => extent(row) > own).length > below.length * 0.3;
}

/** The record's cells are values of their columns: figures and dates above figures and dates. */
function isData(sample: Sample, index: number): boolean {
  const row = sample.bare[index]!;
  const isValue = sample.values[index]!;
  if (runsUp(row)) return false;
  let names = 0;
  let values = 0;
  row.forEach((cell, column) => {
    if (cell === '' || !holdsValues(sample, index + 1, column)) return;
    if (isValue[column] === true) values += 1;
    else names += 1;
  });
  return values > names || (names === 0 && row.every((cell, column) => cell === '' || isValue[column] === true));
}

/** The column holds figures or dates from this record down. */
function holdsValues({ bare, values }: Sample, from: number, column: number): boolean {
  let filledCells = 0;
  let found = 0;
  for (let row = from; row < Math.min(bare.length, from + bodyDepth); row += 1) {
    if ((bare[row]![column] ?? '') !== '') filledCells += 1;
    if (values[row]![column] === true) found += 1;
  }
  return filledCells > 0 && found >= filledCells * 0.7;
}

/** At least half of the record's cells, and two, stand elsewhere in the records below, in one of ten of these: names of columns do not. */
function recurs({ cells }: Sample, index: number): boolean {
  const row = cells[index]!;
  const names = new Set(row.filter((cell) => cell !== ''));
  const below = cells.slice(index + 1);
  const seen = new Set<string>();
  let rows = 0;
  for (const other of below) {
    const found = other.filter((cell, column) => names.has(cell) && row[column] !== cell);
    if (found.length > 0) rows += 1;
    for (const cell of found) seen.add(cell);
  }
  return seen.size >= 2 && seen.size * 2 >= names.size && rows * 10 >= below.length;
}
