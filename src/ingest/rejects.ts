import type { DuckDbEngine } from '../engine/duckdb.ts';
import { identifier, type Sql, sql } from '../engine/sql.ts';
import type { Lang } from '../lib/localized.ts';
import { cellName } from '../quality/findings.ts';
import type { Reject } from './contract.ts';
import { reasonOf, type RowReason } from '../model/row-reasons.ts';
import { moneyColumns } from './money-columns.ts';
import type { LoadedTable } from './table-plan.ts';
import { fixFor, type UnreadCell, unreadCode } from './unread-cells.ts';

/** Every row that is not used and every cell that could not be read, table by table in the order of their lines. */
export async function collectRejects(
  loaded: readonly LoadedTable[],
  unread: readonly UnreadCell[],
  engine: DuckDbEngine,
  lang: Lang,
): Promise<Reject[]> {
  const rejects: Reject[] = [];
  for (const table of loaded) {
    const reasons = await rowReasonsOf(table, engine);
    const cells = unread.filter((cell) => cell.table === table);
    const rows = await rowRejects(table, reasons, lang);
    const own = [...brokenRecords(table), ...rows, ...(await cellRejects(table, cells, reasons, lang))];
    for (const reject of own.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0))) rejects.push(reject);
  }
  return rejects;
}

function brokenRecords({ table }: LoadedTable): Reject[] {
  return table.rejected.map((problem) => ({
    file: table.file,
    sheet: table.sheet,
    line: problem.line,
    cell: problem.cell,
    column: problem.column,
    value: problem.value,
    code: problem.code,
    effect: 'rejected',
    amount: null,
    expected: null,
    fix: null,
  }));
}

/** The money of a row, as it was read; null where its table has none. */
export function moneyOf({ entity, stored }: LoadedTable): Sql {
  const money = moneyColumns.get(entity.id);
  return money === undefined || !stored.includes(money) ? sql`cast(null as decimal(18,4))` : identifier(money);
}

/** Record → why it is not used, and its money. */
type Reasons = ReadonlyMap<number, { readonly reason: RowReason; readonly amount: number | null }>;

async function rowReasonsOf(loaded: LoadedTable, engine: DuckDbEngine): Promise<Reasons> {
  const rows = await engine.rows<{ record: number; reason: number; amount: number | null }>(
    sql`select rowid as record, _reason as reason, ${moneyOf(loaded)} as amount from ${identifier(loaded.name)} where _reason <> 0 order by 1`,
  );
  return new Map(
    rows.flatMap((row) => {
      const reason = reasonOf(row.reason);
      return reason === null ? [] : [[row.record, { reason, amount: row.amount }] as const];
    }),
  );
}

async function rowRejects({ table }: LoadedTable, reasons: Reasons, lang: Lang): Promise<Reject[]> {
  const lines = await table.linesOf([...reasons.keys()]);
  return [...reasons.values()].map(({ reason, amount }, index) => {
    const expected = reason.title[lang];
    return {
      file: table.file,
      sheet: table.sheet,
      line: lines[index] ?? 0,
      cell: null,
      column: null,
      value: null,
      code: reason.id,
      effect: reason.effect,
      amount,
      expected,
      fix: reason.fix?.[lang] ?? null,
    };
  });
}

/** A cell of a row that is not used shares the row's effect. */
async function cellRejects(loaded: LoadedTable, cells: readonly UnreadCell[], reasons: Reasons, lang: Lang): Promise<Reject[]> {
  const { table } = loaded;
  const lines = await table.linesOf(cells.map((cell) => cell.record));
  return cells.map((cell, index) => {
    const line = lines[index] ?? 0;
    const column = cell.field.header;
    const what = unreadCode(cell.field.definition);
    const name = cellName(loaded, column, line);
    return {
      file: table.file,
      sheet: table.sheet,
      line,
      cell: name,
      column,
      value: cell.value,
      code: what.code,
      effect: reasons.get(cell.record)?.reason.effect ?? 'blanked',
      // That of the row stands in its own line.
      amount: null,
      expected: cell.field.definition.meaning[lang],
      fix: fixFor(cell)[lang],
    };
  });
}
