import { lastColumn } from './cell-reference.ts';

/** A cell as nearly all are written: `<c r="B7" s="1" t="s"><v>12</v></c>`, the attributes in this order, style and type left out at will. */
export interface PlainCell {
  /** From 1. */
  column: number;
  style: string | null;
  type: string | null;
  /** Without entities and carriage returns: it stands for itself. */
  value: string;
  /** The value is a text of the cell's own. */
  inline: boolean;
}

const doubleQuote = 34;
const ampersand = 38;
const lessThan = 60;
const carriageReturn = 13;

/** What stands around the value of a number or a shared text, and around a text of the cell's own. */
const wrappings = [
  { before: '><v>', after: '</v></c>', inline: false },
  { before: '><is><t>', after: '</t></is></c>', inline: true },
];

/**
 * Reads the cell that begins at `at` and gives the index behind it; -1 where it is anything but a plain cell that is there to its end, which
 * is then for the XML reader to judge.
 */
export function readPlainCell(text: string, at: number, cell: PlainCell): number {
  if (!text.startsWith('<c r="', at)) return -1;
  let end = readReference(text, at + 6, cell);
  if (end === -1) return -1;
  cell.style = null;
  cell.type = null;
  if (text.startsWith(' s="', end)) {
    const close = endOfPlain(text, end + 4, doubleQuote);
    if (close === -1) return -1;
    cell.style = text.slice(end + 4, close);
    end = close + 1;
  }
  if (text.startsWith(' t="', end)) {
    const close = endOfPlain(text, end + 4, doubleQuote);
    if (close === -1) return -1;
    cell.type = text.slice(end + 4, close);
    end = close + 1;
  }
  for (const { before, after, inline } of wrappings) {
    if (!text.startsWith(before, end)) continue;
    const from = end + before.length;
    const close = endOfPlain(text, from, lessThan);
    if (close === -1 || !text.startsWith(after, close)) return -1;
    cell.value = text.slice(from, close);
    cell.inline = inline;
    return close + after.length;
  }
  return -1;
}

/** Takes the column of `AB12"` and gives the index behind it; -1 where it is no reference that ends there. */
function readReference(text: string, from: number, cell: PlainCell): number {
  let at = from;
  let code = text.charCodeAt(at);
  let column = 0;
  for (; code >= 65 && code <= 90 && column <= lastColumn; code = text.charCodeAt(at)) {
    column = column * 26 + code - 64;
    at += 1;
  }
  if (column === 0 || column > lastColumn || code === 48) return -1;
  const digits = at;
  for (; code >= 48 && code <= 57; code = text.charCodeAt(at)) at += 1;
  cell.column = column;
  return at > digits && code === doubleQuote ? at + 1 : -1;
}

/** The index of the mark; -1 where the text ends before it, or something before it has to be decoded. */
function endOfPlain(text: string, from: number, mark: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === mark) return at;
    if (code === ampersand || code === carriageReturn) return -1;
  }
  return -1;
}
