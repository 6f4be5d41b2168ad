import type { FindingCode } from '../codes.ts';
import type { Engine } from '../engine/engine.ts';
import { identifier, join, type Sql, sql } from '../engine/sql.ts';
import { grouped } from '../lib/grouped.ts';
import type { Localized } from '../lib/localized.ts';
import { type Trouble, trouble } from '../quality/check.ts';
import { anyOf } from './judging-rules.ts';
import { pointsElsewhere } from './return-rows.ts';
import type { LoadedTable } from './table-plan.ts';

interface Question {
  readonly code: FindingCode;
  readonly level: Trouble['level'];
  readonly when: Sql;
  /** The money that it is about. */
  readonly money: Sql;
  readonly field: string;
  /** `sum`: that money as a text, and in words behind what is said. */
  readonly message: (sum: string, inAll: Localized) => Localized;
  readonly fix: Localized | null;
}

/** What of the refunds in a table of orders a reader has to judge or to know, with rows and money; portable SQL over the used rows. */
export async function refundTroubles(table: LoadedTable, engine: Engine): Promise<Trouble[]> {
  if (table.entity.id !== 'orders' || !table.stored.includes('amount')) return [];
  const questions = [...refundColumn(table), ...refundStatus(table), ...returnRows(table)];
  if (questions.length === 0) return [];
  const asked = questions.flatMap(({ when, money }, index) => [
    sql`sum(case when ${when} then 1 else 0 end) as ${identifier(`n${index}`)}`,
    sql`sum(case when ${when} then ${money} end) as ${identifier(`s${index}`)}`,
    sql`min(case when ${when} then rowid end) as ${identifier(`r${index}`)}`,
  ]);
  const [row] = await engine.rows(sql`select ${join(asked)} from ${identifier(table.name)} where _reason = 0`);
  return questions.flatMap(({ code, level, field, message, fix }, index) => {
    const count = Number(row?.[`n${index}`] ?? 0);
    if (count === 0) return [];
    const column = table.fields.find(({ name }) => name === field)?.header ?? null;
    const first = row?.[`r${index}`];
    const sum = row?.[`s${index}`] ?? null;
    const money = sum === null ? null : Number(sum);
    const at = { table, record: typeof first === 'number' ? first : null, column, money };
    return [trouble(code, level, count, (inAll) => message(grouped(money ?? 0), inAll), fix, at)];
  });
}

function refundColumn(table: LoadedTable): Question[] {
  if (!table.stored.includes('refunded_amount')) return [];
  const taken = sql`refunded_amount <> 0 and amount > -abs(refunded_amount)`;
  return [
    {
      code: 'refund-exceeds-amount',
      level: 'warning',
      when: sql`amount < 0 and ${taken}`,
      money: sql`-amount`,
      field: 'refunded_amount',
      message: (sum) => ({
        en: `rows are paid back more than their amount, ${sum} more in all; they count as negative`,
        'zh-CN': `行的退款大于金额，合计多出 ${sum}；按负数计入`,
      }),
      fix: {
        en: 'see whether refund and amount are of the same thing, or map another amount: --map orders.amount=HEADER',
        'zh-CN': '请核对退款与金额口径是否一致，或改用另一金额列：--map orders.amount=列名',
      },
    },
    {
      code: 'refund-column-netted',
      level: 'info',
      when: taken,
      money: sql`abs(refunded_amount)`,
      field: 'refunded_amount',
      message: (_, inAll) => ({
        en: `rows are reduced by what was paid back${inAll.en}`,
        'zh-CN': `行已扣减退款${inAll['zh-CN']}`,
      }),
      fix: null,
    },
  ];
}

function refundStatus(table: LoadedTable): Question[] {
  const has = (field: string): boolean => table.stored.includes(field);
  const partial = [
    ...(has('status') ? [sql`coalesce(status, '') = 'partly_refunded'`] : []),
    ...['refund_status', 'settlement_status'].filter(has).map((field) => sql`coalesce(${identifier(field)}, '') = 'partial'`),
  ];
  const questions: Question[] = [];
  if (has('refund_status'))
    questions.push({
      code: 'refund-open',
      level: 'warning',
      when: sql`refund_status = 'requested' and amount > 0`,
      money: sql`amount`,
      field: 'refund_status',
      message: (_, inAll) => ({
        en: `rows whose refund is asked for and not done${inAll.en}, count in full`,
        'zh-CN': `行的退款申请中、尚未完成${inAll['zh-CN']}，已全额计入`,
      }),
      fix: {
        en: 'export again once they are decided, or say that they are refunded: --map orders.refund_status.refunded=WORD',
        'zh-CN': '请在退款处理完后重新导出，或按已退款处理：--map orders.refund_status.refunded=取值',
      },
    });
  if (partial.length > 0) {
    const refunded = has('refunded_amount') ? sql` and coalesce(refunded_amount, 0) = 0` : sql``;
    const key = has('original_order_id') && has('order_id') ? sql`coalesce(original_order_id, order_id)` : identifier('order_id');
    const rows = has('order_id')
      ? sql` and (order_id is null or order_id not in (select ${key} from ${identifier(table.name)} where _reason = 0 and amount < 0 and ${key} is not null))`
      : sql``;
    questions.push({
      code: 'refund-partial-unknown',
      level: 'warning',
      when: sql`${anyOf(partial)} and amount > 0${refunded}${rows}`,
      money: sql`amount`,
      field: has('refund_status') ? 'refund_status' : has('settlement_status') ? 'settlement_status' : 'status',
      message: (sum) => ({
        en: `rows are refunded in part, and how much is not in the table; ${sum} in all counts in full`,
        'zh-CN': `行有部分退款，但表中没有退款金额；合计 ${sum} 已全额计入`,
      }),
      fix: {
        en: 'export what was paid back, and name it: --map orders.refunded_amount=HEADER',
        'zh-CN': '请导出退款金额并指定：--map orders.refunded_amount=列名',
      },
    });
  }
  return questions;
}

/** Rows that are returns by their type, or because they point at another order. */
function returnRows(table: LoadedTable): Question[] {
  const has = (field: string): boolean => table.stored.includes(field);
  const questions: Question[] = [];
  const typed = [...(has('document_type') ? [sql`document_type = 'return'`] : []), ...(has('is_return') ? [sql`is_return`] : [])];
  if (typed.length > 0)
    questions.push({
      code: 'rows-taken-for-returns',
      level: 'info',
      when: sql`coalesce(${anyOf(typed)}, false) and amount < 0`,
      money: sql`amount`,
      field: has('document_type') ? 'document_type' : 'is_return',
      message: (sum) => ({ en: `rows are returns by their type: they count as ${sum}`, 'zh-CN': `行按单据类型为退货或退款，计为 ${sum}` }),
      fix: null,
    });
  if (table.returns === 'all')
    questions.push({
      code: 'rows-taken-for-returns',
      level: 'warning',
      when: sql`amount < 0`,
      money: sql`amount`,
      field: 'amount',
      message: (sum) => ({
        en: `rows are taken for returns, for that is what the table is named after: they count as ${sum}`,
        'zh-CN': `表名表明这些行是退货或退款，计为 ${sum}`,
      }),
      fix: { en: 'if they are sales: --map orders.amount.rows=sales', 'zh-CN': '若为销售：--map orders.amount.rows=sales' },
    });
  if (!has('original_order_id')) return questions;
  const points = pointsElsewhere(table);
  if (table.returns === 'pointing')
    questions.push({
      code: 'rows-taken-for-returns',
      level: 'warning',
      when: sql`${points} and amount < 0`,
      money: sql`amount`,
      field: 'original_order_id',
      message: (sum) => ({
        en: `rows that point at another order are taken for returns, whatever their sign: they count as ${sum}`,
        'zh-CN': `指向其他订单的行按退货处理（不论正负号），计为 ${sum}`,
      }),
      fix: {
        en: 'if those above zero are sales: --map orders.original_order_id.rows=sales',
        'zh-CN': '若其中正数为销售：--map orders.original_order_id.rows=sales',
      },
    });
  else
    questions.push({
      code: 'refund-rows-unclear',
      level: 'warning',
      when: sql`${points} and amount > 0`,
      money: sql`amount`,
      field: 'original_order_id',
      message: (_, inAll) => ({
        en: `rows that point at another order and are above zero${inAll.en}, count as sales`,
        'zh-CN': `指向其他订单且金额为正的行${inAll['zh-CN']}，按销售计入`,
      }),
      fix: {
        en: 'if they are returns: --map orders.original_order_id.rows=returns',
        'zh-CN': '若为退货：--map orders.original_order_id.rows=returns',
      },
    });
  return questions;
}
