import Papa from 'papaparse';
import type { Result, ResultCell } from '../result/result.ts';
import { createByteWriter } from './byte-writer.ts';
import type { ReportOptions } from './contract.ts';
import { neutralised } from './formula-text.ts';
import { chosenRows, mainTable, portionsOf } from './sections.ts';

/** Excel takes a file without it for the local code page and garbles Chinese. */
const byteOrderMark = '\ufeff';
const rowsAtOnce = 5_000;

/**
 * The main table as RFC 4180 text: UTF-8 with a byte order mark, CRLF, column ids in the first record. Numbers have full precision, a
 * missing value is an empty field, text that could run as a formula is neutralised (see formula-text.ts) unless `escapeFormulas` is false.
 */
export async function renderCsv(result: Result, options: ReportOptions): Promise<Uint8Array> {
  const section = mainTable(result, options, 'csv');
  const text = options.escapeFormulas ? neutralised : (value: string) => value;
  const ids = section.columns.map((column) => column.id);
  const rows = chosenRows(section, options);
  const writer = createByteWriter();
  // A record of one empty field would be an empty line, which readers skip.
  const format = { newline: '\r\n', header: false, quotes: ids.length === 1 };
  writer.write(`${byteOrderMark}${Papa.unparse([ids.map(text)], format)}\r\n`);
  for (const { size, columns } of portionsOf(rows, ids)) {
    for (let start = 0; start < size; start += rowsAtOnce) {
      const fields = columns.map((cells) => cells.slice(start, start + rowsAtOnce).map((cell) => field(cell, text)));
      const records = Array.from({ length: Math.min(rowsAtOnce, size - start) }, (_, row) => fields.map((cells) => cells[row] ?? ''));
      writer.write(`${Papa.unparse(records, format)}\r\n`);
    }
  }
  return writer.bytes();
}

function field(cell: ResultCell, text: (value: string) => string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return text(cell);
  if (typeof cell === 'number' && !Number.isFinite(cell)) return '';
  return String(cell);
}
