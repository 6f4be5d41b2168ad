import type { Letterhead } from '../lib/letterhead.ts';
import type { Result } from '../result/result.ts';

export interface ReportOptions {
  /** The sections of these ids, in this order; null: all that the format shows unasked. */
  readonly sections: readonly string[] | null;
  /** How much people are told beside the answer: nothing, what it rests on in short, or everything. Formats for programs have everything. */
  readonly detail: 'answer' | 'usual' | 'everything';
  /** `table` only: also columns for programs and those that say nothing in any row: somebody chose them. */
  readonly allColumns?: boolean;
  /** `table` only: each row as a block of lines, one a column. */
  readonly record?: boolean;
  /** Rows of each table; null: what the format shows by itself (20 in `table`, all elsewhere); Infinity: all. */
  readonly limit: number | null;
  /** Columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
  /** `table`, `markdown` and `xlsx`: the currency and unit of all amounts; null: not known, and as they are. */
  readonly amounts?: string | null;
  /** CSV only: put `'` before text that a spreadsheet would run as a formula. */
  readonly escapeFormulas: boolean;
  /** CSV only: every digit of every number, where it would have cents and six decimals. */
  readonly precise: boolean;
  /** CSV only: begin with a byte order mark, without which Excel takes a file for the local code page. Programs behind a pipe want none. */
  readonly byteOrderMark: boolean;
  /** `html` and `xlsx`: the look that they take over; null: ours. */
  readonly letterhead?: Letterhead | null;
  /** `html` and `xlsx`: lists that are too long for a sheet, by section: so many rows of them are on it, and the file has all. */
  readonly longLists?: LongLists;
  /** Stops the rendering of what takes long. */
  readonly signal?: AbortSignal;
}

/** Lists of which a sheet has the first rows alone. */
export interface LongLists {
  /** Rows of a sheet. */
  readonly most: number;
  /** By the id of the section the file beside the workbook that has all of them. */
  readonly files: ReadonlyMap<string, string>;
}

/** A text, bytes, or pieces of them that follow one another, each good until the next one is taken. */
export type Rendered = string | Uint8Array | Iterable<Uint8Array>;

/** Renders a Result, fresh or saved, and reads nothing else: the same Result and options give the same bytes. */
export type Reporter = (result: Result, options: ReportOptions) => Promise<Rendered>;
