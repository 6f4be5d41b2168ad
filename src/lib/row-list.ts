import type { Cell } from './rows.ts';

/** Makes the cells of one column in one portion of the rows, from row `from` up to, not including, `to` of the portion. */
export type ColumnCells = (portion: number, from: number, to: number) => readonly Cell[];

/** Rows of a portion where whoever makes the list has a choice: few enough to make the cells of all columns at once. */
export const portionSize = 2048;

/** The sizes of the portions of so many rows. */
export function portionSizes(rows: number): number[] {
  return Array.from({ length: Math.ceil(rows / portionSize) }, (_, portion) => Math.min(portionSize, rows - portion * portionSize));
}

/** Some rows that follow one another, their cells by column. */
export interface Portion {
  readonly size: number;
  readonly columns: readonly (readonly Cell[])[];
}

/**
 * Rows that are kept by column, as an engine yields them. Their cells are made when they are looked at, portion by portion and anew each
 * time: all rows as objects would take most of the memory and much of the time of a run, of which a terminal shows twenty.
 */
export class RowList implements Iterable<Record<string, Cell>> {
  readonly length: number;
  readonly #sizes: readonly number[];
  readonly #columns: ReadonlyMap<string, ColumnCells>;

  /** `sizes` are the rows of each portion; every column yields as many cells. */
  constructor(sizes: readonly number[], columns: ReadonlyMap<string, ColumnCells>) {
    this.length = sizes.reduce((sum, size) => sum + size, 0);
    this.#sizes = sizes;
    this.#columns = columns;
  }

  /** The same rows with a column more, or another in its place, computed from cells of the row: null where it has no such column. */
  with(name: string, from: readonly string[], compute: (...cells: Cell[]) => Cell): RowList {
    const sources = from.map((source) => this.#columns.get(source));
    const cells: ColumnCells = (portion, start, end) => {
      const columns = sources.map((source) => source?.(portion, start, end));
      return Array.from({ length: end - start }, (_, row) => compute(...columns.map((column) => column?.[row] ?? null)));
    };
    return new RowList(this.#sizes, new Map([...this.#columns, [name, cells]]));
  }

  /** The first so many rows, kept as these are. */
  first(count: number): RowList {
    let left = Math.min(count, this.length);
    const sizes: number[] = [];
    for (const size of this.#sizes) {
      if (left === 0) break;
      sizes.push(Math.min(size, left));
      left -= Math.min(size, left);
    }
    return new RowList(sizes, this.#columns);
  }

  /** The same rows without these columns. */
  without(names: readonly string[]): RowList {
    return new RowList(this.#sizes, new Map([...this.#columns].filter(([name]) => !names.includes(name))));
  }

  /** Portion by portion the cells of these columns, in their order, at most so many rows at once; null where the rows have no such column. */
  *portions(names: readonly string[], most = Infinity): Iterable<Portion> {
    for (const [portion, size] of this.#sizes.entries()) {
      if (size <= most) yield this.#portion(portion, names, 0, size);
      else for (let from = 0; from < size; from += most) yield this.#portion(portion, names, from, Math.min(from + most, size));
    }
  }

  *[Symbol.iterator](): Iterator<Record<string, Cell>> {
    for (const [portion, size] of this.#sizes.entries()) yield* this.#rows(portion, 0, size);
  }

  /** The rows from `from` up to, not including, `to`; no other cells are made. Neither may be negative. */
  slice(from: number, to: number = this.length): Record<string, Cell>[] {
    const rows: Record<string, Cell>[] = [];
    let begin = 0;
    for (const [portion, size] of this.#sizes.entries()) {
      const [start, end] = [Math.max(0, from - begin), Math.min(size, to - begin)];
      if (start < end) for (const row of this.#rows(portion, start, end)) rows.push(row);
      begin += size;
    }
    return rows;
  }

  /** As `JSON.stringify` asks for it. */
  toJSON(): Record<string, Cell>[] {
    return [...this];
  }

  #portion(portion: number, names: readonly string[], from: number, to: number): Portion {
    const blank = (): null[] => Array.from({ length: to - from }, () => null);
    return { size: to - from, columns: names.map((name) => this.#columns.get(name)?.(portion, from, to) ?? blank()) };
  }

  /** Every row is a copy of one with all its columns: an object that grows column by column takes twice the time and memory. */
  #rows(portion: number, from: number, to: number): Record<string, Cell>[] {
    const names = [...this.#columns.keys()];
    const blank: Readonly<Record<string, Cell>> = Object.fromEntries(names.map((name) => [name, null]));
    const { size, columns } = this.#portion(portion, names, from, to);
    const rows = Array.from({ length: size }, () => ({ ...blank }));
    for (const [index, name] of names.entries()) {
      const cells = columns[index] ?? [];
      for (let row = 0; row < size; row += 1) rows[row]![name] = cells[row] ?? null;
    }
    return rows;
  }
}
