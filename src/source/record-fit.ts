import { open } from 'node:fs/promises';
import type { Dialect } from './raw-table.ts';

/** How the engine reads a text. */
export interface RecordRule {
  readonly width: number;
  readonly dialect: Dialect;
  /** Lines before the first record. */
  readonly skip: number;
}

/** Takes the bytes of a text piece by piece and finds the records with a cell too many, and NUL characters, which the engine would keep. */
export interface RecordWatch {
  see(bytes: Buffer): void;
  /** False where a record has more cells than it should, or a NUL character. */
  end(): boolean;
}

const lineFeed = 10;
const chunkSize = 512 * 1024;

/** Whether no record of a text has more cells than the table, nor a NUL character: one pass over the file. */
export async function recordsFit(path: string, rule: RecordRule, signal?: AbortSignal): Promise<boolean> {
  const watch = watchRecords(rule);
  const handle = await open(path);
  const buffer = Buffer.alloc(chunkSize);
  try {
    for (let length = -1; length !== 0;) {
      signal?.throwIfAborted();
      ({ bytesRead: length } = await handle.read(buffer, 0, chunkSize, null));
      watch.see(buffer.subarray(0, length));
    }
  } finally {
    await handle.close();
  }
  return watch.end();
}

/**
 * The engine itself refuses every record that does not have the cells of the table, but for one with a blank cell too many at its end. So only
 * the ends of lines are looked at, and the cells of a line that ends with a delimiter are counted; where quotes are, all cells are.
 */
export function watchRecords({ width, dialect, skip }: RecordRule): RecordWatch {
  const delimiter = dialect.delimiter.charCodeAt(0);
  const quote = dialect.quote.charCodeAt(0);
  const endings = [Buffer.from(`${dialect.delimiter}\n`), Buffer.from(`${dialect.delimiter}\r\n`)];
  let linesLeft = skip;
  let fits = true;
  /** Cells so far of the record that is not at its end yet. */
  let cells = 1;
  let inQuotes = false;
  /** A quote here opens a cell; the quote before closed one, and is only half of one where another follows. */
  let atStart = true;
  let closed = false;

  const endRecord = (): void => {
    if (linesLeft > 0) linesLeft -= 1;
    else if (cells > width) fits = false;
    cells = 1;
  };

  const count = (bytes: Buffer, from: number, to: number): number => {
    let found = 0;
    for (let at = from; at < to; at += 1) if (bytes[at] === delimiter) found += 1;
    return found;
  };

  /** A piece without quotes: its first record may have begun before, and its last one may go on. */
  const seePlain = (bytes: Buffer): void => {
    const last = bytes.lastIndexOf(lineFeed);
    let start = 0;
    for (let feed = bytes.indexOf(lineFeed); feed !== -1 && (start === 0 || linesLeft > 0); feed = bytes.indexOf(lineFeed, start)) {
      cells += count(bytes, start, feed);
      endRecord();
      start = feed + 1;
    }
    // Backwards, because it is the line feed that is looked for then, and not the delimiter, of which there are many more.
    for (const ending of endings) {
      for (let at = bytes.lastIndexOf(ending); at >= start; at = bytes.lastIndexOf(ending, at - 1)) {
        const from = Math.max(start, bytes.lastIndexOf(lineFeed, at) + 1);
        if (1 + count(bytes, from, at + 1) > width) fits = false;
        if (at === 0) break;
      }
    }
    cells += count(bytes, Math.max(start, last + 1), bytes.length);
    const end = bytes.at(-1);
    if (end !== undefined) atStart = end === delimiter || end === lineFeed;
    closed = false;
  };

  const seeQuoted = (bytes: Buffer): void => {
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (inQuotes) {
        inQuotes = byte !== quote;
        closed = !inQuotes;
      } else if (byte === quote) {
        inQuotes = atStart || closed;
        atStart = false;
        closed = false;
      } else {
        if (byte === delimiter) cells += 1;
        else if (byte === lineFeed) endRecord();
        atStart = byte === delimiter || byte === lineFeed;
        closed = false;
      }
    }
  };

  return {
    see(bytes) {
      if (bytes.includes(0)) fits = false;
      if (inQuotes || closed || bytes.includes(quote)) seeQuoted(bytes);
      else seePlain(bytes);
    },
    end() {
      endRecord();
      return fits;
    },
  };
}
