import type { ResultCell } from '../result/result.ts';
import { codeColumnId, codeHeading, codeOf } from './codes.ts';
import type { Heading } from './columns.ts';
import { metricHeading } from './of-metrics.ts';

/** A column of a metric. */
export interface MetricColumn {
  readonly metric: string;
  readonly column: string;
}

/** A column of a list whose rows the engine keeps: what it reads of metrics, and what it makes of it. */
export interface ListColumn extends Heading {
  readonly id: string;
  readonly reads: readonly MetricColumn[];
  /** Makes the cell of what is read, in its order; null: the one that is read, as it is. */
  readonly cell: ((...cells: ResultCell[]) => ResultCell) | null;
  /** Where the cells are words of a closed set: makes the code of each of what is read, for a column of its own behind this one. */
  readonly code?: (...cells: ResultCell[]) => ResultCell;
  /** Of a column of codes: the column of words. */
  readonly codeOf?: string;
}

/** Columns of a metric under their own names: title, unit, meaning and the link to the metric come along. */
export function from(metric: string, ...columns: readonly string[]): ListColumn[] {
  return columns.map((column) => ({ id: column, ...metricHeading(metric, column), reads: [{ metric, column }], cell: null }));
}

/** The same columns, their values being ids of words: the words, with their codes. What has none stays as it is. */
export function worded(
  columns: readonly ListColumn[],
  words: ReadonlyMap<string, string>,
  code: (id: ResultCell) => ResultCell = codeOf,
): ListColumn[] {
  return columns.map((column) => ({
    ...column,
    type: 'text',
    cell: (cell = null) => wordOf(words, cell),
    code: (cell = null) => code(cell),
  }));
}

/** Each column, and that of its codes behind it. */
export function withCodes(columns: readonly ListColumn[]): ListColumn[] {
  return columns.flatMap((column) => {
    const { id, reads: read, code } = column;
    return code === undefined ? [column] : [column, { id: codeColumnId(id), ...codeHeading(id, column), reads: read, cell: code }];
  });
}

/** The word of an id; null stays null. */
export function wordOf(words: ReadonlyMap<string, string>, id: ResultCell): ResultCell {
  return id === null ? null : (words.get(String(id)) ?? id);
}

/** The ids of several values as one code, `revenue;recency`; null where there is none. */
export function listOfCodes(ids: readonly ResultCell[]): ResultCell {
  return ids.filter((id) => id !== null).join(';') || null;
}

/** A column made of columns of metrics; without a cell it is the one that is read. */
export function own(
  id: string,
  heading: Omit<Heading, 'metric'>,
  read: readonly MetricColumn[],
  cell: ((...cells: ResultCell[]) => ResultCell) | null,
  code?: (...cells: ResultCell[]) => ResultCell,
): ListColumn {
  return { id, ...heading, reads: read, cell, ...(code === undefined ? {} : { code }) };
}

/** A column made of many columns of metrics, which it knows by their names; no two of them have the same. */
export function ownOf(
  id: string,
  heading: Omit<Heading, 'metric'>,
  read: readonly MetricColumn[],
  cell: (record: Readonly<Record<string, ResultCell>>) => ResultCell,
): ListColumn {
  return own(id, heading, read, (...cells) => cell(Object.fromEntries(read.map(({ column }, index) => [column, cells[index] ?? null]))));
}

/** Columns of one metric, to be read. */
export function reads(metric: string, ...columns: readonly string[]): MetricColumn[] {
  return columns.map((column) => ({ metric, column }));
}
