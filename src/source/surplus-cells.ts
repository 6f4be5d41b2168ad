import { isDateLike, isFigure } from './cell-kind.ts';
import type { CellKind } from './raw-table.ts';

/** How the records of a text lie below its header. */
export interface HeaderFit {
  readonly columns: readonly string[];
  /** Blank cells that nearly all records have behind the last column: delimiters at the end of each line. */
  readonly trailing: number;
  /** The header has one name fewer than the records have cells: its names stand one column further right. */
  readonly short: boolean;
}

/** Share of the records that have the same number of cells too many, where that is the way of the file and not a fault of some records. */
const usualShare = 0.9;
/**
 * Whether cells beyond the header are delimiters at the ends of the lines, or show that the header lacks its first name (row numbers, as R and
 * pandas write them). Where only some records have them these records are shifted, and nothing is tolerated.
 */
export function fitHeader(
  columns: readonly string[],
  records: readonly (readonly string[])[],
  kindOf: (header: string) => CellKind | null = () => null,
): HeaderFit {
  const width = columns.length;
  const beyond = usualSurplus(records, width);
  if (beyond === 0) return { columns, trailing: 0, short: false };
  const usual = records.filter((record) => record.length === width + beyond);
  const isBlank = usual.every((record) => record.slice(width).every((cell) => cell.trim() === ''));
  const [moved, stands] = [agreement(columns, usual, kindOf, 1), agreement(columns, usual, kindOf, 0)];
  // Blank cells alone are delimiters: only where every name is wrong as it stands and right once moved do they belong to the last name.
  const isShort = isBlank ? moved === 1 && stands === 0 : moved > stands || (moved === stands && isCounted(usual));
  if (beyond === 1 && isShort) return { columns: ['', ...columns], trailing: 0, short: true };
  return { columns, trailing: isBlank ? beyond : 0, short: false };
}

/** The number of cells that nearly all records have too many; 0 where there is none. */
function usualSurplus(records: readonly (readonly string[])[], width: number): number {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length - width, (counts.get(length - width) ?? 0) + 1);
  const [beyond = 0, count = 0] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  return beyond > 0 && count >= records.length * usualShare ? beyond : 0;
}

/** How far the cells are what the names say, from 0 to 1, each name being that of the cell so many places further right. */
function agreement(
  columns: readonly string[],
  records: readonly (readonly string[])[],
  kindOf: (header: string) => CellKind | null,
  places: number,
): number {
  const shares = columns.flatMap((header, column) => {
    const kind = kindOf(header);
    const cells = kind === null ? [] : records.map((record) => (record[column + places] ?? '').trim()).filter((cell) => cell !== '');
    return cells.length === 0 ? [] : [cells.filter(kind === 'date' ? isDateLike : isFigure).length / cells.length];
  });
  return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** The first cells count the records. */
function isCounted(records: readonly (readonly string[])[]): boolean {
  const numbers = records.map(([first = '']) => (/^\d+$/.test(first) ? Number(first) : Number.NaN));
  return records.length > 1 && numbers.every((number, index) => index === 0 || number === numbers[index - 1]! + 1);
}
