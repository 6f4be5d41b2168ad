import type { DuckDbEngine } from '../engine/duckdb.ts';
import type { Engine } from '../engine/engine.ts';
import { identifier, join, type Sql, sql } from '../engine/sql.ts';
import { amountTerms } from './derived-fields.ts';
import { isRefundRow, undone } from './judging-rules.ts';
import type { IsoDate } from '../lib/dates.ts';
import type { FieldMappings } from './overrides.ts';
import { reasonCode } from '../model/row-reasons.ts';
import type { LoadedTable } from './table-plan.ts';

/** Rows and their money, as they were before. */
export interface Moved {
  readonly rows: number;
  readonly amount: number;
}

/** What became of refunds that are rows of their own. */
export interface RefundRowsEffect {
  /** Refunds that count although their status says refunded: their sale counts, too. */
  readonly counted: Moved;
  /** The same whose status says cancelled or pending. */
  readonly doubtful: Moved;
  /** Refunds of sales that are set aside, or reduced by a refund column: they count once, by that. */
  readonly once: Moved;
  /** Sales that are set aside as refunded but for a part: they count, less their refund rows. */
  readonly partly: Moved;
  /** Refunds beside sales that are reduced by another amount: both are taken off. */
  readonly unclear: Moved;
}

/** The order lines of a run, where what becomes of them can be decided again. */
export interface RefundLines {
  readonly engine: Engine;
  /** What tells the lines of a table apart. */
  readonly line: Sql;
  /** The lines of `refund_decisions` (source, line, reason) get their new reason. */
  decide(table: LoadedTable, source: number): Promise<void>;
}

/** Lines of files. */
export function loadedLines(engine: DuckDbEngine): RefundLines {
  return {
    engine,
    line: sql`rowid`,
    decide: (table, source) =>
      engine.run(
        sql`update ${identifier(table.name)} as line set _reason = decided.reason from refund_decisions as decided
          where decided.source = ${source} and decided.line = line.rowid`,
      ),
  };
}

const left = join(undone.map((reason) => sql`${reasonCode(reason)}`));
const refundedReasons = sql`(${reasonCode('status-refunded')}, ${reasonCode('refunded-marked')})`;
const nothing: RefundRowsEffect = {
  counted: { rows: 0, amount: 0 },
  doubtful: { rows: 0, amount: 0 },
  once: { rows: 0, amount: 0 },
  partly: { rows: 0, amount: 0 },
  unclear: { rows: 0, amount: 0 },
};

/**
 * Sees that refunds which are rows of their own count once: a row below zero counts while its sale counts, whatever its status says, and
 * does not where the sale is left out, or is reduced by its refund column. Refunds find their sale by the order number, by the one they
 * point at, else by customer and amount.
 */
export async function netRefundRows(
  orders: readonly LoadedTable[],
  asOf: IsoDate | null,
  overrides: FieldMappings,
  lines: RefundLines,
): Promise<RefundRowsEffect> {
  const { engine } = lines;
  const tables = orders.filter(({ stored }) => stored.includes('amount'));
  if (overrides.overridesOf('orders', 'amount').refunds === 'by-status' || !(await maybeTwice(tables, engine))) return nothing;
  await engine.create('refund_candidates', candidates(tables, lines));
  await engine.create('refund_orders', matched);
  await engine.create('refund_decisions', decisions(asOf));
  for (const [source, table] of tables.entries()) await lines.decide(table, source);
  const rows = await engine.rows<{ what: keyof RefundRowsEffect; rows: number; amount: number }>(
    sql`select what, count(*) as rows, sum(amount) as amount from refund_decisions group by what order by what`,
  );
  for (const name of ['refund_decisions', 'refund_orders', 'refund_candidates']) await engine.drop(name);
  return { ...nothing, ...Object.fromEntries(rows.map(({ what, ...moved }) => [what, moved])) };
}

/** Whether there are rows below zero, and sales that are left out or reduced, or rows below zero that are left out themselves. */
async function maybeTwice(tables: readonly LoadedTable[], engine: Engine): Promise<boolean> {
  let [negative, marked] = [false, false];
  if (!tables.some(mayUndo)) return false;
  for (const table of tables) {
    const reduced = table.stored.includes('refunded_amount') ? sql` or refunded_amount <> 0` : sql``;
    const [row] = await engine.rows<{ negative: boolean | null; marked: boolean | null }>(
      sql`select bool_or(amount < 0 and _reason in (0, ${left})) as negative, bool_or(_reason in (${left})${reduced}) as marked from ${identifier(table.name)}`,
    );
    negative ||= row?.negative === true;
    marked ||= row?.marked === true;
  }
  return negative && marked;
}

/** Whether a table has what leaves a sale out or reduces it. */
function mayUndo({ stored, fields }: LoadedTable): boolean {
  return stored.includes('refunded_amount') || fields.some(({ name, definition }) => name === 'status' || definition.judging === true);
}

/** True of a line that is a refund. What an order paid back may have made a line of it negative whose amount stands on another line. */
function isRefundLine(table: LoadedTable): Sql {
  const refunded = table.stored.includes('refunded_amount') ? identifier('refunded_amount') : null;
  const isShared = amountTerms(table).later.length > 0;
  return isShared && refunded !== null ? sql`amount < -coalesce(abs(refunded_amount), 0)` : isRefundRow(sql`amount`, refunded);
}

/** The order that a line belongs to, else the line itself. */
function orderKey({ stored }: LoadedTable, source: number, { line }: RefundLines): Sql {
  const ids = ['original_order_id', 'order_id'].filter((field) => stored.includes(field)).map(identifier);
  return sql`coalesce(${join([...ids, sql`${`#${source}.`} || ${line}`])})`;
}

/** All refunds, sales left out and sales reduced, and whatever counts of their orders. */
function candidates(tables: readonly LoadedTable[], lines: RefundLines): Sql {
  const parts = tables.map((table, source) => {
    const column = (name: string, otherwise: Sql): Sql => (table.stored.includes(name) ? identifier(name) : otherwise);
    const refunded = table.stored.includes('refunded_amount') ? identifier('refunded_amount') : null;
    const isRefund = isRefundLine(table);
    const undated = table.stored.includes('ordered_at') ? sql`ordered_at is null` : sql`false`;
    return sql`select ${source} as source, ${lines.line} as line, customer_id, ${undated} as undated, ${orderKey(table, source, lines)} as order_key, ${column('ordered_at', sql`null::timestamp`)}::date as day,
        amount, _reason as reason, ${isRefund} as is_refund, ${column('product', sql`null::varchar`)} is not null as has_product,
        ${refunded === null ? sql`0::decimal(18,4)` : sql`case when amount >= 0 then coalesce(abs(refunded_amount), 0) else 0 end::decimal(18,4)`} as reduced
      from ${identifier(table.name)} where _reason in (0, ${left}) and (${isRefund} or _reason <> 0${refunded === null ? sql`` : sql` or refunded_amount <> 0`})`;
  });
  return join(parts, ' union all ');
}

/**
 * One row an order: what was paid back by rows (`back`), what of its sales is left out (`out`), and what its refund column took off
 * (`taken`). A refund whose order has neither is matched with one of the same customer that has exactly its amount.
 */
const matched = sql`
  with orders as (
    select order_key, customer_id,
      -coalesce(sum(amount) filter (where is_refund), 0) as back, coalesce(sum(amount) filter (where not is_refund and reason <> 0), 0) as left_out,
      coalesce(sum(reduced) filter (where reason = 0), 0) as taken, min(day) filter (where not is_refund) as sold, max(day) filter (where is_refund) as returned,
      coalesce(bool_or(reason in ${refundedReasons}) filter (where not is_refund), false) as refunded, bool_or(has_product) filter (where is_refund) as names_product,
      coalesce(bool_and(reason <> 0) filter (where is_refund), false) as all_left_out
    from refund_candidates group by order_key, customer_id
  ),
  lonely as (select *, row_number() over (partition by customer_id, back order by returned, order_key) as number from orders where back > 0 and left_out = 0 and taken = 0),
  marks as (
    select customer_id, order_key, left_out, left_out + taken as mark, refunded or taken > 0 as paid_back,
      row_number() over (partition by customer_id, left_out + taken order by sold, order_key) as number
    from orders where back = 0 and left_out + taken > 0
  )
  select orders.*, marks.order_key is not null as has_partner, coalesce(marks.left_out > 0, false) as partner_left_out
  from orders left join lonely on lonely.order_key = orders.order_key and lonely.customer_id is not distinct from orders.customer_id
    left join marks on marks.customer_id = lonely.customer_id and marks.mark = lonely.back and marks.number = lonely.number
      and (marks.paid_back or lonely.all_left_out)`;

/** What is to become of which row; `what` is the part of the effect that it is counted in. */
function decisions(asOf: IsoDate | null): Sql {
  const late = asOf === null ? sql`` : sql` when day > ${asOf}::date then ${reasonCode('after-as-of')}`;
  const counts = sql`case when customer_id is null then ${reasonCode('customer-missing')} when undated then ${reasonCode('date-missing')}${late} else 0 end`;
  return sql`
    with judged as (
      select candidate.source, candidate.line, candidate.customer_id, candidate.undated, candidate.day, candidate.amount, candidate.reason, candidate.is_refund, left_out, partner_left_out, case
          when has_partner or (back > 0 and left_out + taken > 0 and (back = left_out + taken or back = left_out or back = taken)) then 'once'
          when back > 0 and left_out > 0 and back < left_out and not refunded then 'once'
          when back > 0 and left_out > 0 and back < left_out and all_left_out and names_product and returned = sold then 'once'
          when back > 0 and left_out > 0 then 'partly'
          when back > 0 and taken > 0 and back < taken then 'once'
          when back > 0 and taken > 0 then 'unclear'
          when back > 0 then 'counted'
        end as fate
      from refund_candidates as candidate inner join refund_orders as matched
        on matched.order_key = candidate.order_key and matched.customer_id is not distinct from candidate.customer_id
    )
    select source, line, amount, 'once' as what, case when left_out > 0 or partner_left_out then ${reasonCode('refund-once')} else ${reasonCode('refund-in-column')} end as reason from judged where fate = 'once' and is_refund and reason = 0
    union all select source, line, amount, case when reason in ${refundedReasons} then 'counted' else 'doubtful' end, ${counts} from judged where fate in ('counted', 'partly', 'unclear') and is_refund and reason <> 0
    union all select source, line, amount, 'partly', ${counts} from judged where fate = 'partly' and not is_refund and reason <> 0
    union all select source, line, amount, 'unclear', reason from judged where fate = 'unclear' and is_refund and reason = 0`;
}
