import type { Lang } from '../lib/localized.ts';
import type { ResultColumn, ResultRows } from '../result/result.ts';
import { formatColumn, formatValue, isLargeMoney } from './format.ts';
import { cellOf, cellsOf, cellType } from './sections.ts';

/**
 * The cells of some columns of a table for people to read, each with the same decimals from top to bottom unless each row says what its
 * value is. Where any amount is large, no amount of the table has cents: they stand side by side.
 */
export function tableTexts(rows: ResultRows, columns: readonly ResultColumn[], lang: Lang): string[][] {
  const cents = !hasLargeMoney(rows, columns);
  return columns.map((column) => {
    if (column.type_from !== undefined) return Array.from(rows, (row) => formatValue(cellOf(row, column.id), cellType(row, column), lang));
    return formatColumn([...cellsOf(rows, column.id)], column.type, lang, { cents });
  });
}

export function hasLargeMoney(rows: ResultRows, columns: readonly ResultColumn[]): boolean {
  const amounts = columns.filter(({ type, type_from: from }) => type === 'money' && from === undefined);
  for (const { id } of amounts) for (const cell of cellsOf(rows, id)) if (isLargeMoney(cell)) return true;
  return false;
}
