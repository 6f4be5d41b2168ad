import type { Lang } from '../lib/localized.ts';
import type { ResultColumn, ResultRows } from '../result/result.ts';
import { formatColumn, formatValue } from './format.ts';
import { cellOf, cellsOf, cellType } from './sections.ts';

/** The cells of a column for people to read, with the same decimals from top to bottom unless each row says what its value is. */
export function columnTexts(rows: ResultRows, column: ResultColumn, lang: Lang): string[] {
  if (column.type_from !== undefined) return Array.from(rows, (row) => formatValue(cellOf(row, column.id), cellType(row, column), lang));
  return formatColumn([...cellsOf(rows, column.id)], column.type, lang);
}
