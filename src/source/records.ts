import { decodeFile } from './decode.ts';
import type { RawTable } from './raw-table.ts';
import { createTextParser } from './text-parser.ts';

/**
 * The records of a table as text, exactly: a line break inside a cell stays the one of the file. A table that the engine has not read yet
 * should come from `reopenCarefully`, which also knows the records that do not fit.
 */
export async function* readRecords(table: RawTable, chunkSize?: number): AsyncGenerator<string[]> {
  const { path, dialect, skip } = table.text;
  const parser = createTextParser({ dialect, returnEndsRecord: false, blankBeforeQuote: false });
  const width = table.columns.length;
  let rows = 0;
  const mark = table.encoding === 'utf-8-bom' && table.careful !== null ? 3 : 0;
  for await (const chunk of chunks(path, mark, table.file, chunkSize)) {
    for (const record of chunk === null ? parser.end() : parser.push(chunk)) {
      rows += 1;
      if (rows <= skip || (record.blank && width > 1)) continue;
      yield Array.from({ length: width }, (_, column) => record.cells[column] ?? '');
    }
  }
}

async function* chunks(path: string, markLength: number, name: string, size?: number): AsyncGenerator<string | null> {
  yield* decodeFile(path, { name: 'utf-8', encoding: 'utf-8', markLength, damaged: false, guessed: false }, name, size);
  yield null;
}
