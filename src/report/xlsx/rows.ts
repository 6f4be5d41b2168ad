import type { ResultCell, ResultRows } from '../../result/result.ts';
import { cellsOf, portionsOf } from '../sections.ts';

/** The rows of a sheet, kept or made when they are looked at. */
export interface SheetRows extends Iterable<readonly ResultCell[]> {
  readonly length: number;
  /** The cells of a column, counted from 0. */
  readonly column: (index: number) => Iterable<ResultCell>;
}

export function keptRows(rows: readonly (readonly ResultCell[])[]): SheetRows {
  return {
    length: rows.length,
    column: (index) => rows.map((row) => row[index] ?? null),
    [Symbol.iterator]: () => rows[Symbol.iterator](),
  };
}

/** Few enough that their cells are gone before the engine takes them for lasting: a list of many columns would else fill memory with cells long written. */
const rowsAtOnce = 256;

/** The cells of these columns of a section, portion by portion: a hundred thousand rows are never there at once. */
export function sectionRows(rows: ResultRows, ids: readonly string[]): SheetRows {
  return {
    length: rows.length,
    column: (index) => cellsOf(rows, ids[index] ?? ''),
    *[Symbol.iterator]() {
      for (const { size, columns } of portionsOf(rows, ids, rowsAtOnce))
        for (let row = 0; row < size; row += 1) yield columns.map((column) => column[row] ?? null);
    },
  };
}
