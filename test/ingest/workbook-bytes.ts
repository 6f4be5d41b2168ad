import { type BookType, type Range, utils, write } from '@e965/xlsx';

export type SheetCells = readonly (readonly (string | number | boolean | Date | null | { readonly f: string; readonly v?: number })[])[];

/** A workbook of one sheet; dates become true dates. Merged ranges as `A2:A4`. */
export function workbookBytes(
  cells: SheetCells,
  { type = 'xlsx', merges = [] }: { type?: BookType; merges?: readonly string[] } = {},
): Uint8Array {
  const plain = cells.map((row) => row.map((cell) => (isFormula(cell) ? (cell.v ?? null) : cell)));
  const sheet = utils.aoa_to_sheet(plain, { cellDates: true, UTC: true });
  cells.forEach((row, r) =>
    row.forEach((cell, c) => {
      if (isFormula(cell)) sheet[utils.encode_cell({ r, c })] = { t: 'n', f: cell.f, ...(cell.v === undefined ? {} : { v: cell.v }) };
    }),
  );
  sheet['!merges'] = merges.map((range): Range => utils.decode_range(range));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Sheet1');
  return write(book, { type: 'buffer', bookType: type, cellDates: true }) as Uint8Array;
}

function isFormula(cell: SheetCells[number][number] | undefined): cell is { readonly f: string; readonly v?: number } {
  return typeof cell === 'object' && cell !== null && !(cell instanceof Date);
}
