import type { FindingCode } from '../../codes.ts';
import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, sql } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import type { Input } from '../../result/result.ts';
import { amountOf } from '../amount-source.ts';
import { reasonOf } from '../../model/row-reasons.ts';
import type { ReasonSum, ReasonSums } from '../set-aside.ts';
import type { LoadedTable } from '../table-plan.ts';
import { reasonRows, reasonSum, sumsOf } from '../taken-off.ts';
import type { SourceField } from './plan.ts';
import { unreadText } from './rows.ts';

/** Cells of a field that could not be read. */
export interface UnreadCells {
  readonly field: SourceField;
  readonly cells: number;
  /** The first of them by its bytes. */
  readonly example: string;
}

export interface SourceAccount {
  readonly input: Input;
  /** Stored fields that hold at least one value among the used rows. */
  readonly filled: readonly string[];
  readonly sums: ReasonSums;
  /** Used rows that have a value of this field. */
  rowsWith(field: string): number;
  readonly unread: readonly UnreadCells[];
}

/** Counts every row of a table once, in one query: read = used + set aside + rejected. */
export async function accountForRows(
  table: LoadedTable,
  asOf: IsoDate | null,
  unreadable: readonly SourceField[],
  engine: PostgresEngine,
): Promise<SourceAccount> {
  const filled = table.stored.map((field, index) => sql`count(${identifier(field)}) as ${identifier(`f${index}`)}`);
  const unread = unreadable.flatMap(({ name }, index) => [
    sql`count(${unreadText(name)}) as ${identifier(`n${index}`)}`,
    sql`min(${unreadText(name)}) as ${identifier(`e${index}`)}`,
  ]);
  const rows = await engine.rows(reasonRows(table, asOf, [...filled, ...unread]));
  const reasons: Record<string, number> = {};
  const sums = new Map<FindingCode, ReasonSum>();
  const totals = { used: 0, 'set-aside': 0, rejected: 0 };
  for (const row of rows) {
    const reason = reasonOf(Number(row['reason']));
    totals[reason?.effect ?? 'used'] += Number(row['n']);
    if (reason === null) continue;
    reasons[reason.id] = Number(row['n']);
    sums.set(reason.id, reasonSum(row));
  }
  const used = rows.find((row) => row['reason'] === 0);
  const rowsWith = (field: string): number => Number(used?.[`f${table.stored.indexOf(field)}`] ?? 0);
  return {
    input: {
      role: table.entity.id,
      file: table.table.file,
      sheet: null,
      encoding: table.table.encoding,
      rows_read: rows.reduce((count, row) => count + Number(row['n']), 0),
      rows_used: totals.used,
      rows_set_aside: totals['set-aside'],
      rows_rejected: totals.rejected,
      reasons,
      ...sumsOf(table, rows),
      ...amountOf(table),
      sha256: '',
    },
    sums,
    filled: table.stored.filter((field) => rowsWith(field) > 0),
    rowsWith,
    unread: unreadable.flatMap((field, index): UnreadCells[] => {
      const cells = rows.reduce((count, row) => count + Number(row[`n${index}`]), 0);
      const [example] = rows.flatMap((row) => (row[`e${index}`] === null ? [] : [String(row[`e${index}`])])).toSorted();
      return example === undefined ? [] : [{ field, cells, example }];
    }),
  };
}
