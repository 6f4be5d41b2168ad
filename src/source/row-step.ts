import { isDateLike, isFigure } from './cell-kind.ts';

/** What the cells of a column are in the first records. */
export interface ColumnShape {
  /** What nearly all of its filled cells are; null where they differ or none is filled. */
  readonly kind: 'date' | 'figure' | 'text' | null;
  /** Nearly all of its cells are filled. */
  readonly filled: boolean;
}

/** Share of the cells that makes the kind of a column. */
const usualShare = 0.9;
/** Fewer records prove nothing. */
const leastRecords = 3;

/** The columns of records that have all of their cells; null where these are too few. */
export function columnShapes(records: readonly (readonly string[])[], width: number): ColumnShape[] | null {
  if (records.length < leastRecords) return null;
  return Array.from({ length: width }, (_, column) => {
    const kinds = records.map((record) => kindOf(record[column] ?? '')).filter((kind) => kind !== null);
    const usual = (['date', 'figure', 'text'] as const).find(
      (kind) => kinds.length > 0 && kinds.filter((own) => own === kind).length >= kinds.length * usualShare,
    );
    return { kind: usual ?? null, filled: kinds.length >= records.length * usualShare };
  });
}

/**
 * The cell of a record with one cell too many without which it is in step again: fewer cells are then of another kind than
 * their columns are, or the cell is a blank in a column that is always filled and the cell too many what the last column holds.
 * Null where no cell shows it.
 */
export function surplusCell(cells: readonly string[], shapes: readonly ColumnShape[]): number | null {
  const stands = misfits(cells, shapes, 0);
  const all = total(stands);
  const last = shapes.at(-1)?.kind ?? null;
  // Texts may stand beside any table.
  const continues = last !== 'text' && last === kindOf(cells[shapes.length] ?? '');
  let moved = total(misfits(cells, shapes, 1));
  let best: number | null = null;
  let least = all;
  for (let at = 0; at < shapes.length; at += 1) {
    // Cells before `at` stand where they are, those behind it belong one column further left.
    const isGap = moved === all && best === null && continues && shapes[at]!.filled && (cells[at] ?? '').trim() === '';
    if (moved < least || isGap) best = at;
    least = Math.min(least, moved);
    moved += stands[at]! - misfit(cells[at + 1], shapes[at]!);
  }
  return best;
}

/** Whether a record with one cell too few is in step again with a cell put in. */
export function lacksCell(cells: readonly string[], shapes: readonly ColumnShape[]): boolean {
  if (cells.length !== shapes.length - 1) return false;
  const stands = cells.map((cell, column) => misfit(cell, shapes[column]!));
  const all = total(stands);
  let moved = total(cells.map((cell, column) => misfit(cell, shapes[column + 1]!)));
  for (let at = 0; at < cells.length; at += 1) {
    if (moved < all) return true;
    moved += stands[at]! - misfit(cells[at], shapes[at + 1]!);
  }
  return false;
}

/** A record without a blank, and columns beyond its end that are always filled: which of its cells is missing is not known. */
export function endsEarly(cells: readonly string[], shapes: readonly ColumnShape[]): boolean {
  const missing = shapes.slice(cells.length);
  return (
    cells.length > 1 &&
    cells.length * 2 >= shapes.length &&
    cells.every((cell) => cell.trim() !== '') &&
    missing.some((shape) => shape.filled)
  );
}

function misfits(cells: readonly string[], shapes: readonly ColumnShape[], places: number): number[] {
  return shapes.map((shape, column) => misfit(cells[column + places], shape));
}

function misfit(cell: string | undefined, { kind }: ColumnShape): number {
  const own = kindOf(cell ?? '');
  return own === null || kind === null || own === kind ? 0 : 1;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function kindOf(cell: string): ColumnShape['kind'] {
  const text = cell.trim();
  if (text === '') return null;
  return isFigure(text) ? 'figure' : isDateLike(text) ? 'date' : 'text';
}
