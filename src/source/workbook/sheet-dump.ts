import { closeSync, openSync, renameSync, writeSync } from 'node:fs';
import type { Dialect, RecordProblem } from '../raw-table.ts';
import type { GridRow } from '../grid.ts';
import { cellReference } from './cell-reference.ts';
import type { CellProblem, FormulaResult } from './cell-text.ts';
import { workbookTooLarge } from './workbook-errors.ts';
import { widenRecords } from './widen-records.ts';

export const dumpDialect: Dialect = { delimiter: ',', quote: '"', escape: '"' };

/** The cells of a sheet as they lie on the disk. */
export interface SheetContent {
  readonly path: string;
  readonly width: number;
  /** The sheet's number of the first column that holds anything, from 1. */
  readonly firstColumn: number;
  /** The sheet row of each record. */
  readonly rows: Uint32Array;
  /** The cells of each record from column A, blanks at its end included where it has them. */
  readonly lengths: Uint32Array;
  readonly head: readonly GridRow[];
  readonly problems: readonly RecordProblem[];
}

/** Plain data, so that it can cross from the worker. */
export interface DumpedSheet extends SheetContent {
  readonly name: string;
  readonly hidden: boolean;
}

/** What a sheet has in one place; undefined where it has nothing. */
export type DumpCell = string | CellProblem | FormulaResult | undefined;

/** Takes the rows of one sheet and writes those that hold anything. */
export interface SheetDump {
  /** Rows must come in ascending order. */
  readonly inOrder: boolean;
  /** `cells[0]` is column A; missing and undefined ones are blank. The array may be used again by the caller. */
  add(row: number, cells: readonly DumpCell[]): void;
  /** Null where no row held anything. */
  finish(): SheetContent | null;
  /** Closes the file of a sheet that could not be read to its end. */
  abandon(): void;
}

interface Extent {
  readonly record: number;
  readonly first: number;
  readonly last: number;
}

/** A record without the blanks at its ends; `first` counts from 0. */
interface Piece {
  readonly line: number;
  readonly first: number;
  readonly cells: readonly string[];
}

const headRecords = 1000;
const headCells = 1_000_000;
const flushLength = 32 * 1024;
/** Blanks that pad short rows: a cell far to the right costs one in every row. */
const mostPadding = 100_000_000;

/**
 * Every record is written as wide as the sheet is known to be by then; a sheet that turns out to be wider later is written once
 * more at the end. The first records wait in memory, so that a title above the table does not make that happen.
 */
export function createSheetDump(path: string): SheetDump {
  let file: number | null = null;
  let rows = new Uint32Array(1024);
  let lengths = new Uint32Array(1024);
  let count = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  let filled = 0;
  let text = '';
  const pieces: Piece[] = [];
  const extents: Extent[] = [];
  const problems: RecordProblem[] = [];
  let isComputed = false;

  const flush = (): void => {
    file ??= openSync(path, 'wx', 0o600);
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    text = '';
  };

  const write = (piece: Piece, record: number): void => {
    const known = extents.at(-1);
    if (known === undefined || known.first !== first || known.last !== last) extents.push({ record, first, last });
    text += recordText(piece, first, last);
    if (text.length > flushLength) flush();
  };

  const writePieces = (): void => pieces.forEach((piece, record) => write(piece, record));

  const widen = (from: number, to: number, size: number): void => {
    first = Math.min(first, from);
    last = Math.max(last, to);
    filled += size;
    if ((last - first + 1) * count - filled > mostPadding) {
      throw workbookTooLarge({
        en: `a sheet of ${count} rows and ${last - first + 1} columns is nearly empty`,
        'zh-CN': `工作表有 ${count} 行 ${last - first + 1} 列，但绝大部分是空白`,
      });
    }
  };

  return {
    inOrder: true,
    add(row, cells) {
      const from = cells.findIndex(isFilled);
      if (from === -1) return;
      const to = cells.findLastIndex(isFilled);
      const record = count;
      if (count === rows.length) [rows, lengths] = [grown(rows), grown(lengths)];
      rows[count] = row;
      lengths[count] = cells.length;
      count += 1;
      widen(from, to, to - from + 1);
      const kept: string[] = [];
      for (let index = from; index <= to; index += 1) {
        const cell = cells[index];
        if (typeof cell === 'object' && cell.code === 'formula') isComputed = true;
        else if (typeof cell === 'object' && !(cell.code === 'formula-zero' && isComputed))
          problems.push({ code: cell.code, record, line: row, cell: cellReference(index + 1, row), column: null, value: cell.value });
        kept.push(typeof cell === 'string' ? cell : (cell?.text ?? ''));
      }
      const piece = { line: row, first: from, cells: kept };
      if (record < headRecords) {
        pieces.push(piece);
      } else {
        if (record === headRecords) writePieces();
        write(piece, record);
      }
    },
    finish() {
      if (count === 0) return null;
      if (count <= headRecords) writePieces();
      flush();
      closeFile();
      if (extents.length > 1) {
        widenRecords(path, `${path}.part`, extents);
        renameSync(`${path}.part`, path);
      }
      const width = last - first + 1;
      const head = pieces
        .slice(0, Math.max(1, Math.floor(headCells / width)))
        .map((piece) => ({ line: piece.line, cells: paddedCells(piece, first, last) }));
      return {
        path,
        width,
        firstColumn: first + 1,
        rows: rows.slice(0, count),
        lengths: lengths.slice(0, count),
        head,
        problems: isComputed ? problems.filter(({ code }) => code !== 'formula-zero') : problems,
      };
    },
    abandon() {
      closeFile();
    },
  };

  function closeFile(): void {
    if (file !== null) closeSync(file);
    file = null;
  }
}

/** Blanks alone do not make a cell; they are kept inside a table. */
function isFilled(cell: DumpCell): boolean {
  return cell !== undefined && (typeof cell === 'object' || (cell !== '' && cell.trim() !== ''));
}

function grown(rows: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(rows.length * 2);
  larger.set(rows);
  return larger;
}

function recordText(piece: Piece, first: number, last: number): string {
  let text = '"",'.repeat(piece.first - first);
  const { cells } = piece;
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index] ?? '';
    text += `${index === 0 ? '"' : ',"'}${cell.includes('"') ? cell.replaceAll('"', '""') : cell}"`;
  }
  return `${text}${',""'.repeat(last - piece.first - cells.length + 1)}\n`;
}

function paddedCells(piece: Piece, first: number, last: number): string[] {
  const before = Array.from({ length: piece.first - first }, () => '');
  const after = Array.from({ length: last - piece.first - piece.cells.length + 1 }, () => '');
  return [...before, ...piece.cells, ...after];
}
