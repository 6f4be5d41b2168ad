import { identifier, join, type Sql, sql, trusted } from '../engine/sql.ts';
import { lastShapeReason } from '../quality/check.ts';
import type { IsoDate } from '../lib/dates.ts';
import type { Input } from '../result/result.ts';
import { amountTerms, type Deduction, deductions, takenOffColumn, takenOffRow } from './derived-fields.ts';
import { moneyColumns } from './money-columns.ts';
import { onceAnOrder } from './order-amounts-once.ts';
import { rowReasons } from '../model/row-reasons.ts';
import { laterThan } from './row-rules.ts';
import { type ReasonSum, total } from './set-aside.ts';
import type { LoadedTable } from './table-plan.ts';

/** What is taken off the amounts of a table, each in a column of its own. */
function deductionsOf(table: LoadedTable): Deduction[] {
  if (table.entity.id !== 'orders' || !table.stored.includes('amount')) return [];
  const all = new Set([
    ...takenOffRow(table).keys(),
    ...(onceAnOrder(table, table.stored).includes('amount') ? (['repeats'] as const) : []),
    ...amountTerms(table).later.map(({ by }) => by),
  ]);
  return deductions.filter((by) => all.has(by));
}

function codesOf(effect: 'rejected' | 'set-aside'): Sql {
  const codes = rowReasons.flatMap((reason, index) => (reason.effect === effect && index + 1 > lastShapeReason ? [sql`${index + 1}`] : []));
  return sql`(${join(codes)})`;
}

/**
 * The rows of a loaded table by reason: `reason`, `n`, what their amounts are (`total`) and what they are in the file (`whole`), what `more` asks, and
 * in each row the sums over all reasons but lines that are no records. Null where there is no amount. `later_n` and `later_total` are of rows after the
 * as-of date. For both engines.
 */
export function reasonRows(table: LoadedTable, asOf: IsoDate | null, more: readonly Sql[] = []): Sql {
  const money = moneyColumns.get(table.entity.id);
  const has = money !== undefined && table.stored.includes(money);
  const amount = has ? identifier(money) : trusted('cast(null as decimal(18,4))');
  const off = deductionsOf(table).map((by) => identifier(takenOffColumn(by)));
  const parts = [amount, ...off].map((part) => sql`coalesce(${part}, 0)`);
  const whole =
    off.length === 0
      ? sql`sum(${amount})`
      : sql`case when count(coalesce(${join([amount, ...off])})) > 0 then sum(${join(parts, ' + ')}) end`;
  const sums = off.map((column) => sql`sum(${column}) as ${column}`);
  const isLater = asOf !== null && table.stored.includes('ordered_at') ? laterThan(sql`ordered_at`, asOf) : sql`false`;
  const later = [sql`count(*) filter (where ${isLater}) as later_n`, sql`sum(${amount}) filter (where ${isLater}) as later_total`];
  return sql`select *, sum(case when reason = 0 or reason > ${lastShapeReason} then whole end) over () as sum_read,
      sum(case when reason in ${codesOf('set-aside')} then whole end) over () as sum_set_aside,
      sum(case when reason in ${codesOf('rejected')} then whole end) over () as sum_rejected
    from (select ${join([sql`_reason as reason`, sql`count(*) as n`, sql`sum(${amount}) as total`, sql`${whole} as whole`, ...later, ...sums, ...more])}
      from ${identifier(table.name)} group by _reason) as reasons order by reason`;
}

/** What `reasonRows` has of one reason. */
export function reasonSum(row: Readonly<Record<string, unknown>>): ReasonSum {
  const number = (cell: unknown): number | null => (typeof cell === 'number' ? cell : null);
  const [rows, amount, later] = [Number(row['n']), number(row['total']), number(row['later_total'])];
  return {
    rows,
    amount,
    byThen: { rows: rows - Number(row['later_n']), amount: amount === null ? null : total([amount, -(later ?? 0)]) },
  };
}

type Sums = Pick<Input, 'sum_read' | 'sum_used' | 'sum_set_aside' | 'sum_rejected' | 'taken_off'>;

/** The money of a table: read = used + set aside + rejected + taken off. Of the rows of `reasonRows`. */
export function sumsOf(table: LoadedTable, rows: readonly Readonly<Record<string, unknown>>[]): Sums {
  const number = (cell: unknown): number | null => (typeof cell === 'number' ? cell : null);
  const used = rows.find((row) => Number(row['reason']) === 0);
  const taken = deductionsOf(table).flatMap((by) => {
    const sum = number(used?.[takenOffColumn(by)]);
    return sum === null || sum === 0 ? [] : [[by, sum] as const];
  });
  return {
    sum_read: number(rows[0]?.['sum_read']),
    sum_used: number(used?.['total']),
    sum_set_aside: number(rows[0]?.['sum_set_aside']),
    sum_rejected: number(rows[0]?.['sum_rejected']),
    taken_off: Object.fromEntries(taken),
  };
}
