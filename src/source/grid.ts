import type { Dialect, FileFormat, RecordProblem } from './raw-table.ts';

/** One record of a file as it stands, with the physical line (or sheet row) it starts on. */
export interface GridRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Everything a text file or one sheet holds, titles and header included, before it is known which row is the header.
 * Blank rows are not records. Record indexes count from 0 at the first record of the file.
 */
export interface Grid {
  readonly sheet: string | null;
  readonly format: FileFormat;
  readonly encoding: string;
  /** Of the user's file; null for workbooks. */
  readonly dialect: Dialect | null;
  /** UTF-8 text with one record a row; `clean` means every record has exactly `width` cells and parses strictly. */
  readonly text: { readonly path: string; readonly dialect: Dialect; readonly clean: boolean };
  readonly width: number;
  /** The first 1,000 records at most. */
  readonly head: readonly GridRow[];
  /** Records that are in the file and not in `text` (a row with more cells than the table, a quote that never closes). */
  readonly rejected: readonly RecordProblem[];
  /** Problems of records that are in `text`; `record` is the grid's index. */
  readonly problems: readonly RecordProblem[];
  /** Physical line (or sheet row) of each of these records of `text`. */
  linesOf(records: readonly number[]): Promise<number[]>;
  /** Physical lines of `text.path` that the first `records` records take: what the engine skips. */
  linesTaken(records: number): Promise<number>;
}

/** A workbook's sheet, dumped as text. */
export interface SheetGrid extends Grid {
  readonly hidden: boolean;
  /** The sheet's number of the first column, from 1: leading columns that hold nothing are left out. */
  readonly firstColumn: number;
  /** How many cells a record has, blanks at its end included; 0 where that is not known. */
  lengthOf(record: number): number;
  /** Cells of the record that has the most; 0 where that is not known. */
  readonly longest: number;
}
