import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const headLength = 256 * 1024;
const lineFeed = 0x0a;

/** Rows of a text file, estimated from how long its first lines are; null for what is no text, is no file or cannot be read. */
export function estimatedRows(path: string): number | null {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    const head = Buffer.alloc(headLength);
    const bytes = head.subarray(0, readSync(file, head, 0, headLength, 0));
    const end = bytes.lastIndexOf(lineFeed) + 1;
    // Workbooks and UTF-16 are full of zeros, and the rows of a page are no lines.
    if (end === 0 || bytes.includes(0) || bytes.toString('latin1', 0, 64).trimStart().startsWith('<')) return null;
    let lines = 0;
    for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) lines += 1;
    return Math.round((size * lines) / end);
  } catch {
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}
