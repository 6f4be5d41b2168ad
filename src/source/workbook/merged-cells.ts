import { cellPosition } from './cell-reference.ts';

/** Rows and columns from 1, all inclusive. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `A1:B2`; null where it merges nothing. */
export function mergedRange(reference: string): MergedRange | null {
  const [from = '', to = from] = reference.split(':');
  const start = cellPosition(from);
  const end = cellPosition(to);
  if (start === null || end === null || (start.row === end.row && start.column === end.column)) return null;
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}

/** Which cells lie under a merged one. Programs that merge without clearing leave values there that no one sees. */
export interface Coverage {
  /** Cheap where rows are entered in ascending order. */
  enterRow(row: number): void;
  covers(column: number): boolean;
}

export function createCoverage(ranges: readonly MergedRange[]): Coverage {
  const fromBottom = ranges.toSorted((a, b) => b.top - a.top);
  let waiting = [...fromBottom];
  let active: MergedRange[] = [];
  let row = 0;
  return {
    enterRow(next) {
      if (next < row) {
        waiting = [...fromBottom];
        active = [];
      }
      row = next;
      active = active.filter((range) => range.bottom >= row);
      for (let range = waiting.at(-1); range !== undefined && range.top <= row; range = waiting.at(-1)) {
        waiting.pop();
        if (range.bottom >= row) active.push(range);
      }
    },
    covers(column) {
      return active.some((range) => column >= range.left && column <= range.right && (row !== range.top || column !== range.left));
    },
  };
}
