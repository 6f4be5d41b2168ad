import type { Engine } from '../../engine/engine.ts';
import { identifier, join, type Sql, sql, trusted } from '../../engine/sql.ts';
import { type Trouble, trouble } from '../../quality/check.ts';
import { headTexts } from '../meaning/head-values.ts';
import { orderGroups } from '../meaning/order-groups.ts';
import { rawColumn } from '../raw-records.ts';
import { reasonCode } from '../../model/row-reasons.ts';
import type { LoadedTable, StatusRepeats, TablePlan } from '../table-plan.ts';

/** Headers of columns that say when or by whom a row was changed. */
const changeHeader = /updat|modif|chang|更新|修改|变更|操作/i;

/** Column of a loaded table by which such rows are found. */
const twin = sql`_twin`;

/** The kind of orders that the head of a file shows; null where none stands there with several statuses and is else the same. */
export function statusRepeats(plan: TablePlan): StatusRepeats | null {
  if (plan.entity.id !== 'orders') return null;
  const statuses = plan.fields.filter(({ name }) => name.endsWith('status')).map(({ index }) => index);
  if (statuses.length === 0) return null;
  const read = new Set(plan.fields.map(({ index }) => index));
  const other = (header: string, index: number): boolean => statuses.includes(index) || (!read.has(index) && changeHeader.test(header));
  const same = plan.table.columns.flatMap((header, index) => (other(header, index) ? [] : [index]));
  const texts = same.map((index) => headTexts(plan, index));
  const keyOf = (record: number): string => JSON.stringify(texts.map((column) => column[record]));
  const { orders } = orderGroups(plan);
  const repeated = orders.filter((records) => new Set(records.map(keyOf)).size < records.length);
  if (repeated.length === 0) return null;
  return { same, surely: orders.every((records) => new Set(records.map(keyOf)).size === 1) };
}

/** What rows of an order with another status are equal by; see `LoadedTable.repeats`. */
export function twinColumn(repeats: StatusRepeats): Sql {
  return sql`hash(${join(repeats.same.map(rawColumn))}) as ${twin}`;
}

/** The rows of a table, where they can be set aside. */
export interface StatusRows {
  readonly engine: Engine;
  /** An order of rows that are equal but for their status: the first counts. */
  last(table: LoadedTable): Sql;
  /** `when` looks at all rows of the table, in windows. */
  setAside(table: LoadedTable, when: Sql, reason: number): Promise<void>;
}

/** True of a row that counts, and of which another one counts instead, or says that the order came to nothing. */
function isSuperseded(last: Sql): Sql {
  const ended = sql`_reason in (${reasonCode('status-cancelled')}, ${reasonCode('status-refunded')})`;
  const among = (aggregate: string, value: Sql): Sql =>
    sql`${trusted(aggregate)}(case when _reason = 0 or ${ended} then ${value} end) over (partition by ${twin})`;
  return sql`(_reason = 0 and order_id is not null and ${among('min', sql`_hash`)} <> ${among('max', sql`_hash`)}
    and (${among('bool_or', ended)} or row_number() over (partition by ${twin}, _reason order by ${last}) > 1))`;
}

/**
 * Counts such orders once, and not at all where one of their rows says that they were cancelled or refunded; where that is not sure all rows
 * count as they stand. Either is said with rows and money.
 */
export async function countStatusesOnce(table: LoadedTable, rows: StatusRows): Promise<Trouble[]> {
  if (table.repeats === null) return [];
  const { surely } = table.repeats;
  const superseded = isSuperseded(rows.last(table));
  const amount = table.stored.includes('amount') ? sql`amount` : sql`null::decimal(18,4)`;
  const [row] = await rows.engine.rows<{ n: number; amount: number | null; first: number | null }>(
    sql`select count(*) as n, sum(amount) as amount, min(line) as first from (
        select rowid as line, ${amount} as amount, ${superseded} as superseded from ${identifier(table.name)}
      ) as lines where superseded`,
  );
  if (row === undefined || row.n === 0) return [];
  if (surely) await rows.setAside(table, superseded, reasonCode('order-superseded'));
  const at = { table, record: row.first, money: row.amount };
  return [
    surely
      ? trouble(
          'order-superseded',
          'warning',
          row.n,
          (sum) => ({
            en: `rows of orders stand again with another status${sum.en}; each order counts once, or not at all where it was cancelled or refunded`,
            'zh-CN': `行与另一行仅状态不同${sum['zh-CN']}；每张订单只计一次，已取消或退款的不计`,
          }),
          { en: 'export each order once, with its latest status', 'zh-CN': '请按最新状态导出，每张订单一行' },
          at,
        )
      : trouble(
          'line-duplicate',
          'warning',
          row.n,
          (sum) => ({
            en: `rows equal another one of their order but for the status${sum.en}; all count as they stand`,
            'zh-CN': `行与同一订单的另一行仅状态不同${sum['zh-CN']}；各行均按原样计入`,
          }),
          { en: 'remove them from the file if they are one sale', 'zh-CN': '如为同一笔销售，请从文件中删除' },
          at,
        ),
  ];
}
