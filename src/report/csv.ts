import Papa from 'papaparse';
import type { Result, ResultCell, TableSection } from '../result/result.ts';
import { createByteWriter } from './byte-writer.ts';
import type { ReportOptions } from './contract.ts';
import { neutralised } from './formula-text.ts';
import { rounded } from '../lib/rounded.ts';
import { decimalsOf } from './rounding.ts';
import { chosenRows, mainTable, portionsOf } from './sections.ts';

/** Excel takes a file without it for the local code page and garbles Chinese. */
const byteOrderMark = '\ufeff';

/**
 * The main table as RFC 4180 text: UTF-8, CRLF, with a byte order mark where that is asked for, column ids in the first record. Money has cents, ratios and other
 * numbers have six decimals unless they are to be `precise`; a missing value is an empty field, text that could run as a formula is neutralised (see formula-text.ts) unless `escapeFormulas` is false.
 */
export async function renderCsv(result: Result, options: ReportOptions): Promise<Iterable<Uint8Array>> {
  return csvPieces(mainTable(result, options, 'csv'), options);
}

function* csvPieces(section: TableSection, options: ReportOptions): Generator<Uint8Array> {
  const text = options.escapeFormulas ? neutralised : (value: string) => value;
  const ids = section.columns.map((column) => column.id);
  const writer = createByteWriter();
  // A record of one empty field would be an empty line, which readers skip.
  const format = { newline: '\r\n', header: false, quotes: ids.length === 1 };
  writer.write(`${options.byteOrderMark ? byteOrderMark : ''}${Papa.unparse([ids.map(text)], format)}\r\n`);
  for (const { size, columns } of portionsOf(chosenRows(section, options), ids)) {
    const fields = columns.map((cells, index) =>
      cells.map((cell) => field(cell, text, options.precise ? null : decimalsOf(section.columns[index]!))),
    );
    const records = Array.from({ length: size }, (_, row) => fields.map((cells) => cells[row] ?? ''));
    writer.write(`${Papa.unparse(records, format)}\r\n`);
    if (writer.isFull) yield writer.take();
  }
  yield writer.take();
}

function field(cell: ResultCell, text: (value: string) => string, decimals: number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return text(cell);
  if (typeof cell === 'number' && !Number.isFinite(cell)) return '';
  return typeof cell === 'number' && decimals !== null ? String(rounded(cell, decimals)) : String(cell);
}
