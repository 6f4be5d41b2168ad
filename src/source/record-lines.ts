import { createReadStream } from 'node:fs';
import type { Dialect } from './raw-table.ts';

const lineFeed = 10;
const carriageReturn = 13;

/**
 * Physical line of each of these records of a clean UTF-8 text whose lines end with a line feed, counted as the engine counts: `skip` rows
 * (blank ones too) stand before the first record, and blank lines are no records. One pass, that ends with the last record asked for;
 * 0 for a record that is not there.
 */
export async function recordLines(
  path: string,
  skip: number,
  dialect: Dialect,
  records: readonly number[],
  chunkSize: number = 1024 * 1024,
): Promise<number[]> {
  const lines = new Map<number, number>();
  const wanted = new Set(records);
  let rows = 0;
  let record = 0;
  for await (const starts of rowStarts(path, dialect, chunkSize)) {
    for (const start of starts) {
      rows += 1;
      if (rows <= skip || start === blankRow) continue;
      if (wanted.has(record)) lines.set(record, start);
      record += 1;
    }
    if (lines.size === wanted.size) break;
  }
  return records.map((index) => lines.get(index) ?? 0);
}

/** Instead of the line of a row that is blank. */
const blankRow = 0;

/** The physical line on which each row starts, chunk by chunk. Finds line feeds and quotes, and looks at nothing else. */
async function* rowStarts(path: string, dialect: Dialect, chunkSize: number): AsyncGenerator<number[]> {
  const quote = dialect.quote.charCodeAt(0);
  const delimiter = dialect.delimiter.charCodeAt(0);
  let line = 1;
  let start = 1;
  /** Where the row began, and where a quoted cell closed last, in the chunk; below 0 in an earlier one. */
  let rowFrom = 0;
  let closed = -2;
  let inQuotes = false;
  let previous = lineFeed;
  let isFirst = true;

  for await (const chunk of createReadStream(path, { highWaterMark: chunkSize })) {
    const bytes = chunk as Buffer;
    const { length } = bytes;
    const starts: number[] = [];
    const find = (byte: number, from: number): number => {
      const found = bytes.indexOf(byte, from);
      return found === -1 ? length : found;
    };
    let at = isFirst && bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0;
    if (isFirst) rowFrom = at;
    let feed = find(lineFeed, at);
    let mark = find(quote, at);
    while (at < length) {
      if (feed < at) feed = find(lineFeed, at);
      if (mark < at) mark = find(quote, at);
      if (inQuotes) {
        if (feed < mark) line += 1;
        else if (mark < length) {
          inQuotes = false;
          closed = mark;
        }
        at = Math.min(feed, mark) + 1;
      } else if (mark < feed) {
        const before = mark === 0 ? previous : bytes[mark - 1];
        inQuotes = mark === rowFrom || before === delimiter || closed === mark - 1;
        at = mark + 1;
      } else if (feed < length) {
        const size = feed - rowFrom;
        starts.push(size === 0 || (size === 1 && (feed === 0 ? previous : bytes[feed - 1]) === carriageReturn) ? blankRow : start);
        line += 1;
        start = line;
        at = feed + 1;
        rowFrom = at;
      } else {
        at = length;
      }
    }
    previous = bytes[length - 1] ?? previous;
    rowFrom -= length;
    closed -= length;
    isFirst = false;
    yield starts;
  }
  if (rowFrom < 0) yield [start];
}
