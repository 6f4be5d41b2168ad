import type { Lang } from '../lib/localized.ts';
import type { ResultColumn, ResultRows } from '../result/result.ts';
import { formatColumn, formatValue } from './format.ts';
import { cellOf, cellShape, cellsOf } from './sections.ts';

/**
 * The cells of some columns of a table for people to read, each with the same decimals from top to bottom unless each row says what its
 * value is.
 */
export function tableTexts(rows: ResultRows, columns: readonly ResultColumn[], lang: Lang): string[][] {
  return columns.map((column) => {
    if (column.type_from !== undefined) return Array.from(rows, (row) => formatValue(cellOf(row, column.id), cellShape(row, column), lang));
    return formatColumn([...cellsOf(rows, column.id)], column, lang);
  });
}
