import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import { anyOf, undone } from '../judging-rules.ts';
import type { Moved, RefundRowsEffect } from '../refund-rows.ts';
import type { FieldMappings } from '../overrides.ts';
import { reasonCode } from '../row-reasons.ts';
import type { LoadedTable } from '../table-plan.ts';
import { labelInTable } from './currency.ts';
import { noRecords, type SourceField, type SourcePlan } from './plan.ts';
import { judgedRows, noFacts, type RowFacts, storedValues, unreadableFields } from './rows.ts';
import { refundedOrder } from './refunds-once.ts';
import type { UnknownWord } from './words.ts';

/** A table whose rows are a view of the run, `orders_rows`: the stored fields, `_reason`, and the texts of unread cells. */
export interface JudgedTable {
  readonly plan: SourcePlan;
  readonly unknown: readonly UnknownWord[];
  /** Fields of which a cell can be unread. */
  readonly unreadable: readonly SourceField[];
  /** As the notes and checks see it. */
  readonly table: LoadedTable;
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
  await engine.run(sql`create view ${identifier(plan.name)} as ${judgedRows(plan, facts, zone)}`);
  return {
    plan,
    unknown,
    unreadable: unreadableFields(plan, zone),
    table: { ...plan, stored, needed: plan.fields, labelled: labelInTable(plan) !== null, repeats: null, records: noRecords },
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

/** Whether there are rows below zero that their status leaves out; asked only where a status can. */
export async function hasRefundRows(
  plan: SourcePlan,
  mappings: FieldMappings,
  zone: string | null,
  engine: PostgresEngine,
): Promise<boolean> {
  const judging = new Set(['status', 'refund_status', 'settlement_status', 'cancelled_at', 'cancelled']);
  const says = ({ name, reading }: SourceField): boolean =>
    judging.has(name) &&
    (reading.words.size === 0 || [...reading.words.values()].some((value) => value !== 'completed' && value !== 'none'));
  if (plan.entity.id !== 'orders' || !storedValues(plan).has('amount') || !plan.fields.some(says)) return false;
  if (mappings.overridesOf('orders', 'amount').refunds === 'by-status') return false;
  const codes = join(undone.map((reason) => sql`${reasonCode(reason)}`));
  const rows = await engine.rows(
    sql`select 1 as one from (${judgedRows(plan, noFacts, zone)}) as judged where amount < 0 and _reason in (${codes}) limit 1`,
  );
  return rows.length > 0;
}

/** Whether there are rows below zero and refunds in a column: only then they are matched; see `refundsOnce`. */
export async function hasRefundsTwice(
  plan: SourcePlan,
  mappings: FieldMappings,
  zone: string | null,
  engine: PostgresEngine,
): Promise<boolean> {
  const isTold = mappings.overridesOf('orders', 'amount').refunds === 'by-status';
  if (plan.entity.id !== 'orders' || isTold || refundedOrder([...storedValues(plan).keys()]) === null) return false;
  const [found] = await engine.rows<{ rows: number; cells: number }>(
    sql`select count(case when amount < 0 then 1 end) as rows, count(case when refunded_amount <> 0 then 1 end) as cells
      from (${judgedRows(plan, noFacts, zone)}) as judged`,
  );
  return found !== undefined && found.rows > 0 && found.cells > 0;
}

/** The rows below zero that count against their status, and those that do not beside a refund column: see `hasRefundRows` and `hasRefundsTwice`. */
export async function countedRefunds({ table }: JudgedTable, engine: PostgresEngine): Promise<RefundRowsEffect> {
  const nothing = { rows: 0, amount: 0 };
  const is = (field: string, when: Sql): Sql[] => (table.stored.includes(field) ? [when] : []);
  const undoneRows = [
    ...is('status', sql`status in ('cancelled', 'pending')`),
    ...is('cancelled', sql`cancelled`),
    ...is('cancelled_at', sql`cancelled_at is not null`),
    ...is('settlement_status', sql`settlement_status = 'cancelled'`),
  ];
  const refunded = ['status', 'refund_status', 'settlement_status'].flatMap((field) => is(field, sql`${identifier(field)} = 'refunded'`));
  const any = (conditions: readonly Sql[]): Sql => (conditions.length === 0 ? sql`false` : sql`coalesce(${anyOf(conditions)}, false)`);
  const ask = async (when: Sql, reason = 0): Promise<Moved> => {
    const [row] = await engine.rows<{ rows: number; amount: number | null }>(
      sql`select count(*) as rows, sum(amount) as amount from ${identifier(table.name)} where _reason = ${reason} and amount < 0 and ${when}`,
    );
    return { rows: row?.rows ?? 0, amount: row?.amount ?? 0 };
  };
  return {
    counted: await ask(sql`${any(refunded)} and not ${any(undoneRows)}`),
    doubtful: await ask(any(undoneRows)),
    once: await ask(sql`true`, reasonCode('refund-in-column')),
    partly: nothing,
    unclear: nothing,
  };
}
