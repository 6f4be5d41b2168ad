import type { FindingCode } from '../codes.ts';
import type { DuckDbEngine } from '../engine/duckdb.ts';
import { identifier, join, sql } from '../engine/sql.ts';
import type { IsoDate } from '../lib/dates.ts';
import type { Input } from '../result/result.ts';
import { amountOf } from './amount-source.ts';
import { reasonOf } from '../model/row-reasons.ts';
import type { ReasonSum, ReasonSums } from './set-aside.ts';
import type { LoadedTable } from './table-plan.ts';
import { reasonRows, reasonSum, sumsOf } from './taken-off.ts';

export interface TableAccount {
  readonly input: Input;
  /** Stored fields that hold at least one value among the used rows. */
  readonly filled: readonly string[];
  readonly sums: ReasonSums;
}

/** Counts every record of a table once: read = used + set aside + rejected. Read is what the engine loaded and what the reader rejected before. */
export async function accountFor(loaded: LoadedTable, asOf: IsoDate | null, engine: DuckDbEngine): Promise<TableAccount> {
  const { table } = loaded;
  const name = identifier(loaded.name);
  const rows = await engine.rows(reasonRows(loaded, asOf));
  // Whether there is any value is told by the first one; counting them would read every text of the table.
  const any = loaded.stored.map(
    (field) => sql`(select true from ${name} where _reason = 0 and ${identifier(field)} is not null limit 1) as ${identifier(field)}`,
  );
  const [filled] = any.length === 0 ? [] : await engine.rows(sql`select ${join(any)}`);
  const reasons: Record<string, number> = {};
  const sums = new Map<FindingCode, ReasonSum>();
  const totals = { used: 0, 'set-aside': 0, rejected: table.rejected.length };
  for (const problem of table.rejected) reasons[problem.code] = (reasons[problem.code] ?? 0) + 1;
  for (const row of rows) {
    const [reason, count] = [reasonOf(Number(row['reason'])), Number(row['n'])];
    totals[reason?.effect ?? 'used'] += count;
    if (reason === null) continue;
    reasons[reason.id] = (reasons[reason.id] ?? 0) + count;
    sums.set(reason.id, reasonSum(row));
  }
  const input: Input = {
    role: loaded.entity.id,
    file: table.file,
    sheet: table.sheet,
    encoding: table.encoding,
    rows_read: rows.reduce((total, row) => total + Number(row['n']), table.rejected.length),
    rows_used: totals.used,
    rows_set_aside: totals['set-aside'],
    rows_rejected: totals.rejected,
    reasons,
    ...sumsOf(loaded, rows),
    ...amountOf(loaded),
    sha256: await table.sha256,
  };
  return { input, sums, filled: loaded.stored.filter((field) => filled?.[field] === true) };
}
