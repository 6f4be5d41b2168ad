import { normaliseWord } from '../model/names.ts';
import { orderStatusWords } from '../model/order-words.ts';
import { flagWords } from '../model/words.ts';
import { hasField, type TablePlan } from './table-plan.ts';

/** A column that no field was read from and that speaks of refunds or cancellations. */
export interface SuspectColumn {
  readonly header: string;
  readonly index: number;
  /** What its cells are; of words, those that say yes. */
  readonly kind: 'money' | 'words' | 'filled';
  readonly words: readonly string[];
  readonly field: 'refunded_amount' | 'refund_status' | 'cancelled';
}

const speaks =
  /refund|charge ?back|charged back|\breturn(?:s|ed)?\b|cancel|\bvoid|revers(?:al|ed)|退款|退货|退回|退单|退费|售后|取消|作废|冲红|红冲|冲销|拒付|撤单/;
const cancels = /cancel|void|取消|作废|撤单/;
/** Speaks of rules, people, reasons and shares; or of what a column of refunds holds as well. */
const innocent =
  /returning|policy|address|phone|deadline|eligib|refundable|returnable|cancell?able|allow|window|\bdays?\b|reason|note|comment|remark|\brate\b|ratio|percent|\bby\b|\bfee\b|carrier|tracking|label|地址|电话|收货|运费|保险|支持|无理由|可退|可取消|能否|允许|期限|截止|原因|说明|备注|留言|手续费|率|比例|占比|次数|操作人|客服|物流|快递|条款/;
const innocentBesideRefunds =
  /shipping|freight|tax|duty|qty|quantity|units|数量|件数|税|单号|编号|\bid\b|\bno\b|number|date|time|\bat\b|日期|时间/;
const number = /^\(?[-+]?\s*(?:[A-Z]{1,3}|[$€£¥￥₹])?\s*[-+]?\d[\d.,\s]*\)?$/i;
const yes: ReadonlySet<string> = new Set(flagWords.true.filter((word) => word !== '1').map(normaliseWord));
const no: ReadonlySet<string> = new Set([...flagWords.false, 'none', '没有', '-'].map(normaliseWord));
const refundedWords: ReadonlySet<string> = new Set(
  orderStatusWords.refunded.filter((word) => !['return', 'refund', '退货', '退款'].includes(word)).map(normaliseWord),
);

/** By header and head; where refunds are read already, only what is not a part of them. */
export function suspectColumns(plan: TablePlan): SuspectColumn[] {
  if (plan.entity.id !== 'orders') return [];
  const read = new Set(plan.fields.map(({ index }) => index));
  return plan.table.columns.flatMap((header, index) => (read.has(index) ? [] : suspect(plan, header, index)));
}

function suspect(plan: TablePlan, header: string, index: number): SuspectColumn[] {
  const words = header
    .normalize('NFKC')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  const cells = plan.table.head.map((record) => (record[index] ?? '').trim());
  const filled = cells.filter((cell) => cell !== '' && !no.has(normaliseWord(cell)));
  if (filled.length === 0) return [];
  const isCancel = cancels.test(words);
  if (!speaks.test(words) || innocent.test(words)) {
    const says = [...new Set(filled.filter((cell) => refundedWords.has(normaliseWord(cell))))];
    return says.length === 0 ? [] : [{ header, index, kind: 'words', words: says, field: 'refund_status' }];
  }
  const knowsRefunds = ['refunded_amount', 'refund_status', 'returns'].some((field) => hasField(plan, field)) || plan.returns !== undefined;
  const knows = isCancel ? hasField(plan, 'status') || hasField(plan, 'cancelled_at') || hasField(plan, 'cancelled') : knowsRefunds;
  if (filled.every((cell) => number.test(cell))) {
    if (/状态|status|state/.test(words))
      return [{ header, index, kind: 'filled', words: [], field: isCancel ? 'cancelled' : 'refund_status' }];
    const isFlag = filled.every((cell) => /^[01]$/.test(cell));
    if (isFlag) return [{ header, index, kind: 'words', words: ['1'], field: isCancel ? 'cancelled' : 'refund_status' }];
    if ((knows && innocentBesideRefunds.test(words)) || isPartOfRefunds(plan, cells)) return [];
    return [{ header, index, kind: 'money', words: [], field: 'refunded_amount' }];
  }
  const says = [...new Set(filled.filter((cell) => yes.has(normaliseWord(cell)) || refundedWords.has(normaliseWord(cell))))];
  if (says.length > 0) return [{ header, index, kind: 'words', words: says, field: isCancel ? 'cancelled' : 'refund_status' }];
  return knows ? [] : [{ header, index, kind: 'filled', words: [], field: isCancel ? 'cancelled' : 'refund_status' }];
}

/** Whether each of the cells is a part of what the refund column says of its row, or the same. */
function isPartOfRefunds(plan: TablePlan, cells: readonly string[]): boolean {
  const refunds = plan.fields.filter(({ name }) => name === 'refunded_amount' || name === 'refunded_in_company_currency');
  if (refunds.length === 0) return false;
  return cells.every((cell, at) => {
    const part = Math.abs(roughly(cell));
    return part === 0 || refunds.some(({ index }) => part <= Math.abs(roughly(plan.table.head[at]?.[index] ?? '')) + 0.005);
  });
}

function roughly(cell: string): number {
  const value = Number(cell.replaceAll(/[^\d.-]/g, ''));
  return Number.isFinite(value) ? value : 0;
}
