import { columnLetters } from '../../lib/column-letters.ts';

export const lastColumn = 16_384;
export const lastRow = 1_048_576;

/** The column's number of a reference such as `AB12`, from 1; 0 where it is no reference a sheet can have. */
export function columnOf(reference: string): number {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
    if (column > lastColumn) return 0;
  }
  const digit = reference.charCodeAt(at);
  return digit >= 49 && digit <= 57 ? column : 0;
}

/** `AB12` for column 28 and row 12. */
export function cellReference(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}

/** Column and row of `AB12` or `$AB$12`, from 1; null where it is no cell of a sheet. */
export function cellPosition(reference: string): { readonly column: number; readonly row: number } | null {
  const plain = reference.replaceAll('$', '');
  const column = columnOf(plain);
  const row = Number(/[1-9]\d{0,6}$/.exec(plain)?.[0] ?? 0);
  return column === 0 || row === 0 || row > lastRow ? null : { column, row };
}
