import type { FindingCode } from '../codes.ts';
import type { DuckDbEngine } from '../engine/duckdb.ts';
import { identifier, join, sql, trusted } from '../engine/sql.ts';
import type { Input } from '../result/result.ts';
import { lastShapeReason } from '../quality/check.ts';
import { amountOf } from './amount-source.ts';
import { moneyColumns } from './money-columns.ts';
import { reasonCode, reasonOf } from './row-reasons.ts';
import type { ReasonSum, ReasonSums } from './set-aside.ts';
import type { LoadedTable } from './table-plan.ts';

export interface TableAccount {
  readonly input: Input;
  /** Stored fields that hold at least one value among the used rows. */
  readonly filled: readonly string[];
  readonly sums: ReasonSums;
}

/** Counts every record of a table once: read = used + set aside + rejected. Read is what the engine loaded and what the reader rejected before. */
export async function accountFor(loaded: LoadedTable, engine: DuckDbEngine): Promise<TableAccount> {
  const { table } = loaded;
  const money = moneyColumns.get(loaded.entity.id);
  const sum = money !== undefined && loaded.stored.includes(money) ? sql`sum(${identifier(money)})` : trusted('null');
  const name = identifier(loaded.name);
  const rows = await engine.rows(sql`select _reason, count(*) as _rows, ${sum} as _sum from ${name} group by _reason order by _reason`);
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
    const reason = reasonOf(Number(row['_reason']));
    totals[reason?.effect ?? 'used'] += Number(row['_rows']);
    if (reason === null) continue;
    reasons[reason.id] = (reasons[reason.id] ?? 0) + Number(row['_rows']);
    sums.set(reason.id, { rows: Number(row['_rows']), amount: row['_sum'] as number | null });
  }
  const used = rows.find((row) => row['_reason'] === 0);
  const input: Input = {
    role: loaded.entity.id,
    file: table.file,
    sheet: table.sheet,
    encoding: table.encoding,
    rows_read: rows.reduce((total, row) => total + Number(row['_rows']), table.rejected.length),
    rows_used: totals.used,
    rows_set_aside: totals['set-aside'],
    rows_rejected: totals.rejected,
    reasons,
    sum_read: rows.some((row) => row['_sum'] !== null) ? await wholeSum(loaded, money, engine) : null,
    sum_used: (used?.['_sum'] as number | null | undefined) ?? null,
    ...amountOf(loaded),
    sha256: await table.sha256,
  };
  return { input, sums, filled: loaded.stored.filter((field) => filled?.[field] === true) };
}

/** A refund that its order's refund column holds already is off that order's amount: it is not read twice. */
async function wholeSum(loaded: LoadedTable, money: string | undefined, engine: DuckDbEngine): Promise<number | null> {
  if (money === undefined) return null;
  const [row] = await engine.rows<{ total: number | null }>(
    sql`select sum(${identifier(money)}) as total from ${identifier(loaded.name)} where _reason not between 1 and ${lastShapeReason} and _reason <> ${reasonCode('refund-in-column')}`,
  );
  return row?.total ?? null;
}
