import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { reopenCarefully } from '../source/open.ts';
import type { RawTable } from '../source/raw-table.ts';
import { createTextParser, type TextRecord } from '../source/text-parser.ts';
import type { Run } from './context.ts';

/**
 * The whole table on the standard output as it was read: the header line, then every record, no cell changed. Of any size: it is streamed.
 * Yields how many records fit no row of the table and were not printed.
 */
export async function writeTable(run: Run, raw: RawTable): Promise<number> {
  const table = raw.format === 'parquet' ? await reopenCarefully(raw) : raw;
  const count = { rejected: table.rejected.length };
  try {
    await pipeline(Readable.from(csvText(table, count)), run.stdout, { end: false, signal: run.signal });
  } catch (error) {
    if (!run.signal.aborted) throw error;
  }
  return count.rejected;
}

async function* csvText(table: RawTable, count: { rejected: number }): AsyncGenerator<string> {
  yield csvLine(table.columns);
  let printed = 0;
  for await (const records of recordsOf(table)) {
    const irregular =
      table.careful === null ? -1 : records.findIndex((record) => record.problem !== null || record.cells.length !== table.columns.length);
    const regular = irregular === -1 ? records : records.slice(0, irregular);
    printed += regular.length;
    yield regular.map((record) => csvLine(record.cells)).join('');
    if (irregular !== -1 && table.careful !== null) {
      yield* csvRest(await table.careful(), printed, count);
      return;
    }
  }
}

/** The file is not as regular as its head: the rest comes from the copy that was read record by record. */
async function* csvRest(table: RawTable, printed: number, count: { rejected: number }): AsyncGenerator<string> {
  count.rejected = table.rejected.length;
  let seen = 0;
  for await (const records of recordsOf(table)) {
    const rest = records.slice(Math.max(0, printed - seen));
    seen += records.length;
    yield rest.map((record) => csvLine(record.cells)).join('');
  }
}

async function* recordsOf({ text }: RawTable): AsyncGenerator<TextRecord[]> {
  const parser = createTextParser({ dialect: text.dialect, returnEndsRecord: false, blankBeforeQuote: false });
  const data = (records: readonly TextRecord[]): TextRecord[] => records.filter((record) => !record.blank && record.line > text.skip);
  let first = true;
  for await (const chunk of createReadStream(text.path, { encoding: 'utf8', highWaterMark: 1024 * 1024 })) {
    const part = chunk as string;
    yield data(parser.push(first && part.startsWith('\uFEFF') ? part.slice(1) : part));
    first = false;
  }
  yield data(parser.end());
}

/** A record of one empty cell is quoted, for an empty line would be no record. */
function csvLine(cells: readonly string[]): string {
  if (cells.length === 1 && cells[0] === '') return '""\n';
  return `${cells.map(csvField).join(',')}\n`;
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
