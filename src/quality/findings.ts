import { columnLetters } from '../lib/column-letters.ts';
import type { Lang } from '../lib/localized.ts';
import type { Finding } from '../result/result.ts';
import type { CheckedTable, Trouble } from './check.ts';

/** Troubles in the language of the run, with the physical line (or sheet row and cell) of the record that shows each. */
export async function toFindings(troubles: readonly Trouble[], lang: Lang): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const item of troubles) {
    const { table, record } = item;
    const line = item.position?.line ?? (table === null || record === null ? null : await lineOf(table, record));
    findings.push({
      code: item.code,
      level: item.level,
      file: table?.table.file ?? null,
      sheet: table?.table.sheet ?? null,
      line,
      cell: item.position?.cell ?? cellName(table, item.column, line),
      column: item.column,
      value: item.value,
      message: item.message[lang],
      fix: item.fix === null ? null : item.fix[lang],
      count: item.count,
      ...(typeof item.money === 'number' ? { money: item.money } : {}),
    });
  }
  return findings;
}

export async function lineOf(table: CheckedTable, record: number): Promise<number | null> {
  const [line] = await table.table.linesOf([record]);
  return line ?? null;
}

/** `C118` for a cell of a sheet; null for text files and where no column is known. */
export function cellName(table: CheckedTable | null, column: string | null, line: number | null): string | null {
  if (table === null || table.table.format === 'text' || table.table.format === 'parquet' || column === null || line === null) return null;
  const index = table.table.columns.indexOf(column);
  return index < 0 ? null : `${columnLetters(index + (table.table.firstColumn ?? 1))}${line}`;
}
