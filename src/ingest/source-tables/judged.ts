import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, sql } from '../../engine/sql.ts';
import type { LoadedTable } from '../table-plan.ts';
import { statusRepeats } from '../twice/status-repeats.ts';
import { labelInTable } from './currency.ts';
import { noRecords, type SourceField, type SourcePlan } from './plan.ts';
import { judgedColumns, judgedRows, noFacts, type RowFacts, storedValues, unreadableFields } from './rows.ts';
import type { UnknownWord } from './words.ts';

/** A table whose rows are a view of the run, `orders_rows`: the stored fields, `_reason`, and the texts of unread cells. */
export interface JudgedTable {
  readonly plan: SourcePlan;
  readonly unknown: readonly UnknownWord[];
  /** Fields of which a cell can be unread. */
  readonly unreadable: readonly SourceField[];
  /** As the notes and checks see it. */
  readonly table: LoadedTable;
  /** All columns of the view. */
  readonly columns: readonly string[];
}

/** Creates the view of a table's rows, each of them judged. */
export async function createRows(
  plan: SourcePlan,
  unknown: readonly UnknownWord[],
  facts: RowFacts,
  zone: string | null,
  engine: PostgresEngine,
): Promise<JudgedTable> {
  const stored = [...storedValues(plan).keys()];
  const repeats = statusRepeats(plan);
  const known = { ...facts, repeats };
  await engine.run(sql`create view ${identifier(plan.name)} as ${judgedRows(plan, known, zone)}`);
  return {
    plan,
    unknown,
    unreadable: unreadableFields(plan, zone),
    table: { ...plan, stored, needed: plan.fields, labelled: labelInTable(plan) !== null, repeats, records: noRecords },
    columns: judgedColumns(plan, known, zone),
  };
}

/** A clean table, the usual case, need not number its rows by their key. A key that no row has is none, except of customers, who are nobody without. */
export async function keysOf(plan: SourcePlan, zone: string | null, engine: PostgresEngine): Promise<RowFacts['keys']> {
  const { key } = plan.entity;
  if (key === undefined || !storedValues(plan).has(key)) return 'none';
  const own = identifier(key);
  const [keys] = await engine.rows<{ most: number | null }>(
    sql`select max(n) as most from (
        select count(*) as n from (${judgedRows(plan, noFacts, zone)}) as judged where ${own} is not null group by ${own}
      ) as keys`,
  );
  const most = keys?.most ?? 0;
  if (most === 0) return plan.entity.id === 'customers' ? 'unique' : 'none';
  return most === 1 ? 'unique' : 'repeated';
}
