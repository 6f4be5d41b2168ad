import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { type RecordRule, type RecordWatch, watchRecords } from './record-fit.ts';

/** What one pass over the bytes of a file tells. */
export interface Fingerprint {
  /** In hex. */
  readonly sha256: string;
  /** No quote and no blank line: each line is a record, where the text is one that the engine may read itself. */
  readonly plainLines: boolean;
  /** No record has more cells than the table; true where no rule was given. */
  readonly fits: boolean;
}

const quote = '"'.charCodeAt(0);
const lineFeed = 10;
const carriageReturn = 13;
const byteOrderMark = Buffer.from('\ufeff');
const chunkSize = 512 * 1024;
/** Bytes before the chunk that a blank line may begin with. */
const carried = 2;

/** The fingerprint of a file, computed once, when first asked for; a stopped run does not wait for the end of the file. */
export function fingerprint(path: string, signal?: AbortSignal, rule: RecordRule | null = null): () => Promise<Fingerprint> {
  let found: Promise<Fingerprint> | null = null;
  return () => {
    found ??= readAll(path, rule === null ? null : watchRecords(rule), signal);
    return found;
  };
}

async function readAll(path: string, watch: RecordWatch | null, signal?: AbortSignal): Promise<Fingerprint> {
  const hash = createHash('sha256');
  // One buffer for the whole file: a stream takes new memory for every chunk, which costs as much as the hashing. A file begins as if a line
  // had ended before it.
  const buffer = Buffer.alloc(carried + chunkSize);
  buffer[carried - 1] = lineFeed;
  const handle = await open(path);
  let plainLines = true;
  try {
    for (let length = -1, isFirst = true; length !== 0; isFirst = false) {
      signal?.throwIfAborted();
      ({ bytesRead: length } = await handle.read(buffer, carried, chunkSize, null));
      const chunk = buffer.subarray(carried, carried + length);
      hash.update(chunk);
      watch?.see(chunk);
      if (isFirst && chunk.indexOf(byteOrderMark) === 0) chunk[byteOrderMark.length - 1] = lineFeed;
      plainLines &&= !hasQuoteOrBlankLine(buffer.subarray(0, carried + length));
      buffer.copyWithin(0, length, length + carried);
    }
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), plainLines, fits: watch?.end() ?? true };
}

function hasQuoteOrBlankLine(bytes: Buffer): boolean {
  return bytes.includes(quote) || bytes.includes('\n\n') || (bytes.includes(carriageReturn) && bytes.includes('\n\r\n'));
}
