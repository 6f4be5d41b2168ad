import type { Row } from 'exceljs';
import { mayExceed, widthOf } from './text-width.ts';

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
