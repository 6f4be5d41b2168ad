import type { Dialect } from './raw-table.ts';

/** How the reader writes its own copies. */
export const copyDialect: Dialect = { delimiter: ',', quote: '"', escape: '"' };

/** One record as strict CSV with a line feed at its end. NUL characters, which no engine holds, are left out. */
export function cleanLine(cells: readonly string[]): string {
  if (cells.length === 1) return `"${quotedText(cells[0] ?? '')}"\n`;
  let line = '';
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index] ?? '';
    if (index > 0) line += ',';
    line += needsQuotes.test(cell) ? `"${quotedText(cell)}"` : cell;
  }
  return `${line}\n`;
}

const needsQuotes = /["\n\r,\0\ufeff]|^\s|\s$/;

function quotedText(cell: string): string {
  return cell.replaceAll('\0', '').replaceAll('"', '""');
}
