import type { Row } from 'exceljs';
import { mayExceed, widthOf } from '../text-width.ts';

/** Columns are no wider, in digits. */
export const widest = 60;
export const lineHeight = 15;
/** Excel allows 409 points. */
const mostLines = 27;

/** Lines that a text takes in a column that wraps, at most 27. */
export function linesOf(text: string, width: number): number {
  if (!text.includes('\n') && !mayExceed(text, width)) return 1;
  let lines = 0;
  for (const line of text.slice(0, mostLines * widest).split('\n')) lines += Math.max(1, Math.ceil(widthOf(line) / width));
  return Math.min(lines, mostLines);
}

/** Programs differ in whether they fit the height to wrapped text, so it is said; single lines keep the default. */
export function setHeight(row: Row, lines: number): void {
  if (lines > 1) row.height = lineHeight * lines;
}

/** So many texts are remembered: lists say the same few over and over. */
const mostRemembered = 20_000;

/** `linesOf` that remembers what it has measured. */
export function createLineCounter(): (text: string, width: number) => number {
  const known = new Map<number, Map<string, number>>();
  return (text, width) => {
    if (!text.includes('\n') && text.length * 2 <= width) return 1;
    const ofWidth = known.get(width) ?? new Map<string, number>();
    const lines = ofWidth.get(text) ?? linesOf(text, width);
    if (ofWidth.size < mostRemembered) known.set(width, ofWidth.set(text, lines));
    return lines;
  };
}
