import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RawTable } from '../source/raw-table.ts';
import { createTextParser, type TextRecord } from '../source/text-parser.ts';
import type { Run } from './context.ts';

/** The whole table on the standard output as it was read: the header line, then every record, no cell changed. Of any size: it is streamed. */
export async function writeTable(run: Run, table: RawTable): Promise<{ readonly rejected: number }> {
  const read = table.careful === null ? table : await table.careful();
  try {
    await pipeline(Readable.from(csvLines(read)), run.stdout, { end: false, signal: run.signal });
  } catch (error) {
    if (!run.signal.aborted) throw error;
  }
  return { rejected: read.rejected.length };
}

async function* csvLines(table: RawTable): AsyncGenerator<string> {
  yield csvLine(table.columns);
  const parser = createTextParser({ dialect: table.text.dialect, returnEndsRecord: false, blankBeforeQuote: false });
  const lines = (records: readonly TextRecord[]): string =>
    records
      .filter((record) => !record.blank && record.line > table.text.skip)
      .map((record) => csvLine(record.cells))
      .join('');
  let first = true;
  for await (const chunk of createReadStream(table.text.path, { encoding: 'utf8', highWaterMark: 1024 * 1024 })) {
    const text = chunk as string;
    yield lines(parser.push(first && text.startsWith('\uFEFF') ? text.slice(1) : text));
    first = false;
  }
  yield lines(parser.end());
}

/** A record of one empty cell is quoted, for an empty line would be no record. */
export function csvLine(cells: readonly string[]): string {
  if (cells.length === 1 && cells[0] === '') return '""\n';
  return `${cells.map(csvField).join(',')}\n`;
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
