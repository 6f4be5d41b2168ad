import type { FindingCode } from '../codes.ts';
import { grouped } from '../lib/grouped.ts';
import type { Localized } from '../lib/localized.ts';
import { type Trouble, trouble } from '../quality/check.ts';
import type { Input } from '../result/result.ts';
import { rowReasons } from '../model/row-reasons.ts';
import type { LoadedTable } from './table-plan.ts';

/** Rows that count in another table, or on a later day: a table that has such rows is in order. */
const elsewhere: ReadonlySet<FindingCode> = new Set(['after-as-of', 'line-elsewhere', 'order-superseded']);

/** A table of which no row counts, such as one of totals alone: by its reasons, most rows first. */
export function noRowCounts(table: LoadedTable, { rows_read: read, rows_used: used, reasons }: Input): Trouble[] {
  const own = rowReasons.flatMap(({ id, title, fix }) => {
    const rows = reasons[id] ?? 0;
    return rows === 0 ? [] : [{ id, rows, title, fix }];
  });
  if (read === 0 || used > 0 || own.length === 0 || own.some(({ id }) => elsewhere.has(id))) return [];
  const most = own.toSorted((one, other) => other.rows - one.rows);
  const why = (lang: keyof Localized): string[] => most.map(({ rows, title }) => `${title[lang]} (${grouped(rows)})`);
  const message = {
    en: `no row of this table counts: ${why('en').join('; ')}`,
    'zh-CN': `该表没有一行计入：${why('zh-CN').join('；')}`,
  };
  return [trouble('no-row-counts', 'warning', 1, message, most[0]!.fix, { table })];
}
