import { columnLetters } from '../lib/column-letters.ts';
import type { Lang } from '../lib/localized.ts';
import { findingOf } from '../result/finding.ts';
import type { Finding } from '../result/result.ts';
import type { CheckedTable, Trouble } from './check.ts';

/** Troubles in the language of the run, with the physical line (or sheet row and cell) of the record that shows each. */
export async function toFindings(troubles: readonly Trouble[], lang: Lang): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { table, record, position, money, ...said } of troubles.filter(({ count }) => count > 0)) {
    const line = position?.line ?? (table === null || record === null ? null : await lineOf(table, record));
    const cell = position?.cell ?? cellName(table, said.column, line);
    const place = { file: table?.table.file ?? null, sheet: table?.table.sheet ?? null, line, cell };
    findings.push(findingOf({ ...said, ...place, ...(typeof money === 'number' ? { money } : {}) }, lang));
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
