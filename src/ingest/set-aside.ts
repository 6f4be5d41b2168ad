import { CrmEvalError } from '../errors.ts';
import { grouped } from '../lib/grouped.ts';
import type { Localized } from '../lib/localized.ts';
import { type Trouble, trouble } from '../quality/check.ts';
import type { FindingCode } from '../codes.ts';
import { undone } from './judging-rules.ts';
import { rowReasons } from '../model/row-reasons.ts';
import type { LoadedTable } from './table-plan.ts';

/** Rows of one reason, and the sum of their amounts. */
interface RowsAndAmount {
  readonly rows: number;
  readonly amount: number | null;
}

export interface ReasonSum extends RowsAndAmount {
  /** Of those of them that lie no later than the as-of date. */
  readonly byThen: RowsAndAmount;
}

export type ReasonSums = ReadonlyMap<FindingCode, ReasonSum>;

/** Reasons that were decided for the reader by columns beside the status: each is said with its rows and money. */
const said: ReadonlySet<FindingCode> = new Set(['test-order', 'no-sale', 'cancelled-marked', 'refunded-marked', 'payment-failed']);

/** Reasons whose rows a sale may stand against: left out, they make the figures higher than the file. */
export const incomplete: ReadonlySet<FindingCode> = new Set([
  'status-unknown',
  'customer-missing',
  'date-missing',
  'date-invalid',
  'date-future',
  'id-lossy',
]);

/** The sum of amounts of at most four decimals, without the errors of their binary form. */
export function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + Math.round(number * 10_000), 0) / 10_000;
}

/** What was set aside on the word of a column, and what of it is left standing against nothing. */
export function setAsideTroubles(
  table: LoadedTable,
  sums: ReasonSums,
  used: number | null,
  firstRecords: ReadonlyMap<string, number>,
): Trouble[] {
  if (table.entity.id !== 'orders') return [];
  const troubles: Trouble[] = [];
  for (const { id, title } of rowReasons) {
    const sum = sums.get(id);
    if (sum === undefined || sum.rows === 0) continue;
    const at = { table, record: firstRecords.get(id) ?? null, money: sum.amount };
    const amount = sum.amount ?? 0;
    if (said.has(id)) {
      const level = Math.abs(amount) > Math.abs(used ?? 0) ? 'warning' : 'info';
      const message = (inAll: Localized) => ({
        en: `rows do not count (${title.en})${inAll.en}`,
        'zh-CN': `行未计入（${title['zh-CN']}）${inAll['zh-CN']}`,
      });
      troubles.push(trouble(id, level, sum.rows, message, fixOf(id), at));
    }
    if (incomplete.has(id) && amount < 0) {
      const message = {
        en: `rows that do not count (${title.en}) are ${grouped(amount)} in all: what they pay back is not taken off`,
        'zh-CN': `行未计入（${title['zh-CN']}），合计 ${grouped(amount)}：其中的退款没有扣减`,
      };
      const fix = { en: 'complete these rows, or take the refunds off by a list of returns', 'zh-CN': '请补全这些行，或另附退货清单' };
      troubles.push(trouble('set-aside-negative', 'warning', sum.rows, message, fix, at));
    }
  }
  return troubles;
}

function fixOf(id: FindingCode): Trouble['fix'] {
  const options: Readonly<Record<string, string>> = {
    'test-order': '--map orders.test.live=WORD',
    'no-sale': '--map orders.document_type.sale=WORD',
    'refunded-marked': '--map orders.refund_status.none=WORD',
    'payment-failed': '--map orders.settlement_status.none=WORD',
  };
  const option = options[id];
  return option === undefined ? null : { en: `where they shall count: ${option}`, 'zh-CN': `若应计入：${option.replace('WORD', '取值')}` };
}

/**
 * Rows of orders that are undone are sales and what was paid back for them: together never below zero, or a refund was left out while its
 * sale counts. Throws (a bug) where they are.
 */
export function refuseContradiction(all: readonly ReasonSums[]): void {
  const left = total(all.flatMap((sums) => undone.map((reason) => sums.get(reason)?.amount ?? 0)));
  if (left >= 0) return;
  throw new CrmEvalError(
    'account-contradictory',
    'bug',
    {
      en: `refunds of ${grouped(-left)} were left out while their sales count: no figure is given`,
      'zh-CN': `有 ${grouped(-left)} 的退款未计入，而对应的销售计入了：不给出结果`,
    },
    {
      fix: {
        en: 'report this, and go on with --map orders.amount.refunds=by-status',
        'zh-CN': '请反馈此问题；可先用 --map orders.amount.refunds=by-status 继续',
      },
    },
  );
}
