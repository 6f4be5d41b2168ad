import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** From this record on, records hold the columns `first` to `last`. */
export interface RecordExtent {
  readonly record: number;
  readonly first: number;
  readonly last: number;
}

const chunkLength = 1024 * 1024;
const quote = 34;
const newline = 10;

/** Copies a dump in which later records are wider than earlier ones and gives all of them the last extent's columns. */
export function widenRecords(from: string, to: string, extents: readonly RecordExtent[]): void {
  const source = openSync(from, 'r');
  const target = openSync(to, 'wx', 0o600);
  try {
    const final = extents.at(-1);
    let next = 0;
    let before = Buffer.alloc(0);
    let after = Buffer.alloc(0);
    const paddingOf = (record: number): void => {
      const extent = extents[next];
      if (extent === undefined || final === undefined || extent.record !== record) return;
      next += 1;
      before = Buffer.from('"",'.repeat(extent.first - final.first));
      after = Buffer.from(',""'.repeat(final.last - extent.last));
    };
    let record = 0;
    let quoted = false;
    let atStart = true;
    const chunk = Buffer.alloc(chunkLength);
    for (let length = readSync(source, chunk); length > 0; length = readSync(source, chunk)) {
      const pieces: Buffer[] = [];
      let start = 0;
      for (let at = 0; at < length; at += 1) {
        if (atStart) {
          paddingOf(record);
          pieces.push(chunk.subarray(start, at), before);
          start = at;
          atStart = false;
        }
        const byte = chunk[at];
        if (byte === quote) quoted = !quoted;
        if (byte !== newline || quoted) continue;
        pieces.push(chunk.subarray(start, at), after);
        start = at;
        record += 1;
        atStart = true;
      }
      pieces.push(chunk.subarray(start, length));
      writeAll(target, Buffer.concat(pieces));
    }
  } finally {
    closeSync(source);
    closeSync(target);
  }
}

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}
