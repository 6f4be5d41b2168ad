import Papa from 'papaparse';
import { CrmEvalError } from '../errors.ts';
import type { Result, ResultCell, TableSection } from '../result/result.ts';
import { createByteWriter } from './byte-writer.ts';
import type { ReportOptions } from './contract.ts';
import { neutralised } from './formula-text.ts';
import { cellOf, chosenRows, chosenSections, factsAsTable } from './sections.ts';

/** Excel takes a file without it for the local code page and garbles Chinese. */
const byteOrderMark = '\ufeff';
const rowsAtOnce = 5_000;

/**
 * One section as RFC 4180 text: UTF-8 with a byte order mark, CRLF, column ids in the first record. It is the section asked for,
 * else the first table, else the first facts. Numbers have full precision, a missing value is an empty field, text that could run
 * as a formula is neutralised (see formula-text.ts) unless `escapeFormulas` is false.
 */
export async function renderCsv(result: Result, options: ReportOptions): Promise<Uint8Array> {
  const section = csvSection(result, options);
  const text = options.escapeFormulas ? neutralised : (value: string) => value;
  const ids = section.columns.map((column) => column.id);
  const rows = chosenRows(section, options);
  const writer = createByteWriter();
  // A record of one empty field would be an empty line, which readers skip.
  const format = { newline: '\r\n', header: false, quotes: ids.length === 1 };
  writer.write(`${byteOrderMark}${Papa.unparse([ids.map(text)], format)}\r\n`);
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const records = rows.slice(start, start + rowsAtOnce).map((row) => ids.map((id) => field(cellOf(row, id), text)));
    writer.write(`${Papa.unparse(records, format)}\r\n`);
  }
  return writer.bytes();
}

function csvSection(result: Result, options: ReportOptions): TableSection {
  const sections = chosenSections(result, options);
  const section = sections.find((each) => each.kind === 'table') ?? sections[0];
  if (section !== undefined) return section.kind === 'table' ? section : factsAsTable(section);
  throw new CrmEvalError(
    'nothing-for-csv',
    'usage',
    { en: `${result.command} has no table that could be written as CSV`, 'zh-CN': `${result.command} 的结果中没有可输出为 CSV 的表` },
    { fix: { en: 'use --format json or --format table', 'zh-CN': '请改用 --format json 或 --format table' } },
  );
}

function field(cell: ResultCell, text: (value: string) => string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return text(cell);
  if (typeof cell === 'number' && !Number.isFinite(cell)) return '';
  return String(cell);
}
