import type { DetectedLayout } from './dialect.ts';
import { readTail } from './head.ts';
import type { TextLayout, TextRecord } from './text-parser.ts';

const tailSize = 64 * 1024;

/**
 * Whether the engine can be trusted to read a text whose head this is as we do. A single column is not: the engine takes blank lines for
 * records there. Neither are blanks before a quote, which it drops.
 */
export function isRegular(records: readonly TextRecord[], taken: number, width: number, detected: DetectedLayout, head: string): boolean {
  const { layout } = detected;
  const { escape, quote } = layout.dialect;
  if (detected.aligned || width < 2 || quote !== '"' || escape !== quote || layout.returnEndsRecord || layout.blankBeforeQuote)
    return false;
  if (head.includes('\0') || hasMixedLineEnds(head)) return false;
  let seen = 0;
  return records.every((record) => {
    if ((record.problem !== null && record.problem !== 'quote-inside') || record.cut || record.cells.some((cell) => /^ +"/.test(cell)))
      return false;
    if (record.blank) return record.cells[0] === '';
    seen += 1;
    return seen <= taken || record.cells.length === width;
  });
}

/** More than one kind of line end outside quotes, or another kind first inside: the engine takes the first one, wherever it stands, for the line end. */
function hasMixedLineEnds(text: string): boolean {
  const kinds = new Set<string>();
  let inQuotes = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) inQuotes = !inQuotes;
    if (code !== 10 && code !== 13) continue;
    const kind = code === 10 ? '\n' : text.charCodeAt(at + 1) === 10 ? '\r\n' : '\r';
    if (!inQuotes || kinds.size === 0) kinds.add(kind);
    at += kind.length - 1;
  }
  return kinds.size > 1;
}

/** False where the last lines have fewer cells than the table, as footers have: the engine would refuse the file after reading all of it. */
export async function tailIsRegular(path: string, layout: TextLayout, width: number): Promise<boolean> {
  const text = (await readTail(path, tailSize)).toString('utf8');
  if (text.includes(layout.dialect.quote)) return true;
  const lines = text.split(/\r?\n/).slice(1);
  return lines.every((line) => line === '' || line.split(layout.dialect.delimiter).length >= width);
}
