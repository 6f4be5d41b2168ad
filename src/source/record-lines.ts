import { createReadStream } from 'node:fs';
import type { Dialect } from './raw-table.ts';

const lineFeed = 10;
const carriageReturn = 13;

/**
 * Physical line of each of these records of a clean UTF-8 text, counted as the engine counts: `skip` rows (blank ones too) stand before the
 * first record, and blank lines are no records. One pass, that ends with the last record asked for.
 */
export async function recordLines(path: string, skip: number, dialect: Dialect, records: readonly number[]): Promise<number[]> {
  const wanted = [...new Set(records)].sort((a, b) => a - b);
  const lines = new Map<number, number>();
  const quote = dialect.quote.charCodeAt(0);
  const delimiter = dialect.delimiter.charCodeAt(0);
  let rows = 0;
  let record = 0;
  let line = 1;
  let start = 1;
  let next = 0;
  let inQuotes = false;
  let atCell = true;
  let isBlank = true;
  let afterReturn = false;

  const endRow = (): void => {
    if (rows >= skip && !isBlank) {
      if (wanted[next] === record) {
        lines.set(record, start);
        next += 1;
      }
      record += 1;
    }
    rows += 1;
  };

  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const bytes = chunk as Buffer;
    const from = line === 1 && rows === 0 && isBlank && bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0;
    for (let at = from; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte === lineFeed && afterReturn) {
        afterReturn = false;
        continue;
      }
      afterReturn = byte === carriageReturn;
      if (byte === lineFeed || byte === carriageReturn) {
        line += 1;
        if (inQuotes) continue;
        endRow();
        start = line;
        isBlank = true;
        atCell = true;
      } else if (byte === quote && (atCell || inQuotes)) {
        inQuotes = !inQuotes;
        atCell = inQuotes ? false : true;
        isBlank = false;
      } else if (!inQuotes) {
        atCell = byte === delimiter;
        isBlank = false;
      }
    }
    if (next === wanted.length) break;
  }
  if (!isBlank) endRow();
  return records.map((index) => lines.get(index) ?? 0);
}
