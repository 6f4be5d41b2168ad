import type { FindingCode } from '../codes.ts';
/** What a file turned out to be, by its content. */
export type FileFormat = 'text' | 'xlsx' | 'spreadsheet' | 'html' | 'parquet';

export interface Dialect {
  /** One character; '' where a single column is not split, a blank for columns aligned with blanks. */
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
}

/** Something about one record that the reader could not take as it stands. */
export interface RecordProblem {
  /** Stable code: `extra-cell`, `missing-cell`, `record-short`, `record-shifted`, `cell-beside`, `quote-unclosed`, `quote-misplaced`, `cell-too-long`, `character-invalid`, `cell-error` (#N/A and the like), `formula-without-result`. */
  readonly code: FindingCode;
  /** Index of the record among the data records, from 0; null when the record never became one. */
  readonly record: number | null;
  readonly line: number;
  readonly cell: string | null;
  readonly column: string | null;
  readonly value: string | null;
  /** Only so many of the first records were looked at for it; absent: all. */
  readonly lookedAt?: number;
  /** Of one of the first rejected records: its cells, from which its money may be told. */
  readonly cells?: readonly string[] | undefined;
}

/**
 * One table as it stands in a file, all text, before anything is known of its meaning. The records themselves are not in
 * memory: they are in a UTF-8 text file that the engine reads: the user's own file where it is clean, else a temporary copy.
 */
export interface RawTable {
  /** The path as the user gave it. */
  readonly file: string;
  readonly sheet: string | null;
  readonly format: FileFormat;
  /** `utf-8`, `utf-8-bom`, `gb18030`, `utf-16le` …; for workbooks `xlsx`, `xls`, `ods` …, for pages `html`, for Parquet `parquet`. */
  readonly encoding: string;
  /** Of the user's file; null for workbooks. */
  readonly dialect: Dialect | null;
  /** Column names as they stand, one a column; blank ones are `''`, a two-row header is joined with a blank. */
  readonly columns: readonly string[];
  /** Physical line (or sheet row) of the last header row; 0 where the table has no header. */
  readonly headerLine: number;
  /** Rows above the header: title, export date, filter note. Not records, not counted as read. */
  readonly preamble: readonly (readonly string[])[];
  /** The first records (at most 1,000), blanks as ''. */
  readonly head: readonly (readonly string[])[];
  /**
   * What the engine reads. `skip` physical lines stand before the first record. Every record has exactly `columns.length` cells. Of a
   * Parquet file that was not copied (`careful` is not null) it is the file itself, which has neither lines nor a dialect.
   */
  readonly text: { readonly path: string; readonly skip: number; readonly dialect: Dialect; readonly clean: boolean };
  /** Records that could not become rows of the table; they count as read and rejected. */
  readonly rejected: readonly RecordProblem[];
  /** Problems of records that were kept. */
  readonly problems: readonly RecordProblem[];
  /** True for a sheet its author hid; the caller decides whether to read it. Always false for text. */
  readonly hidden: boolean;
  /** Sheet column of `columns[0]`, from 1, so that cells can be named; 1 where it is not said. */
  readonly firstColumn?: number;
  /**
   * Absent where that cannot be: false where a record has more cells than the table and the first of these is blank, which the engine takes without a word: `careful` sets such
   * records apart. Reads the file to its end, in the same pass as `sha256`.
   */
  readonly fits?: () => Promise<boolean>;
  /** Of the user's file, in hex; computed beside the reading. Rejects when the file cannot be read to its end. */
  readonly sha256: Promise<string>;
  /** Physical line (or sheet row) of each of these records, in the order asked. */
  linesOf(records: readonly number[]): Promise<number[]>;
  /**
   * Where the records are in the user's own file, of which only the head was looked at: reads all of it record by record and writes a
   * strict copy, for when the engine refuses the file. Null where that has been done.
   */
  readonly careful: (() => Promise<RawTable>) | null;
}

/** A table without the fingerprint of its file. */
export type TextTable = Omit<RawTable, 'sha256' | 'careful'> & { readonly careful: (() => Promise<TextTable>) | null };

/** What a column holds. */
export type CellKind = 'date' | 'number';

export interface OpenOptions {
  /** An encoding that overrides detection. */
  readonly encoding?: string;
  /** What the path of a file is relative to; default: where the process is. */
  readonly folder?: string;
  /** A private folder for transcoded copies; the caller removes it. */
  readonly scratch: string;
  /** How many of these cells are known column names; lets the caller, who knows the field's words, help to find the header. */
  readonly recognise?: (cells: readonly string[]) => number;
  /** What the cells below such a header hold, where its words leave no doubt. */
  readonly kindOf?: (header: string) => CellKind | null;
  readonly signal?: AbortSignal;
  /** Opens a Parquet file (its path, and what the user calls it); where it is not given such a file is refused. */
  readonly parquet?: (path: string, name: string) => Promise<TextTable>;
  /** What the path `-` reads. */
  readonly stdin?: AsyncIterable<Uint8Array>;
}
