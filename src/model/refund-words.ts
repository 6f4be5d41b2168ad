import type { ChoiceWords } from './words.ts';

/** What a column beside the status says of an order: whether it was paid back, or never came about. */
export const refundStatusWords: ChoiceWords<'none' | 'requested' | 'partial' | 'refunded' | 'cancelled'> = {
  none: ['无', '没有', '无售后或售后取消', '否', 'no', 'none', 'n', 'false', 'f', '0', 'not requested', 'not applicable', 'n/a'],
  requested: ['申请退款', '退款中', 'requested', 'pending', 'open', 'in progress', 'processing', 'submitted', 'return in progress'],
  partial: ['部分退款', 'partial', 'partially refunded', 'partly refunded', 'partially returned', 'partial refund', 'partial return'],
  refunded: [
    '是',
    'yes',
    'y',
    'true',
    't',
    '1',
    '√',
    'full',
    'complete',
    'completed',
    'done',
    'closed',
    'success',
    'succeeded',
    'approved',
    'issued',
  ],
  cancelled: ['已取消', 'voided'],
};

/** The same of a column of payments, beside a status that says what became of the order. */
export const paymentStatusWords: ChoiceWords<'none' | 'requested' | 'partial' | 'refunded' | 'cancelled'> = {
  none: ['已付款', 'paid'],
  requested: ['退款中', 'refund pending'],
  partial: ['部分退款', 'partially refunded'],
  refunded: ['已退款', 'refunded'],
  cancelled: ['voided', 'void', 'failed', 'payment failed', 'declined', 'payment declined', '支付失败', '付款失败'],
};

const denied = /拒绝|关闭|取消|撤销|撤回|失败|驳回|未|无|没有|不|reject|declin|den(y|ied)|cancel|void|fail|\bnot\b|\bnone?\b|withdrawn/;
const partial = /部分|partial|partly/;
const open = /中|待|等待|申请|请求|request|pending|progress|process|await|initiated|\bopen\b|disput/;
const back = /退|售后|refund|return|charge ?back|charged back|revers|restock/;
const done = /成功|完成|完毕|已退|已全额|全额|全部|refunded|returned|refund|return|charge ?back|charged back|reversed|complete|restocked/;

/** A word of a column that speaks of refunds: `买家已经申请退款，等待卖家同意` is asked for, `退款成功` is done. */
export function understandRefund(word: string): string | null {
  const text = word.normalize('NFKC').toLowerCase().replaceAll(/[_-]+/g, ' ').trim();
  if (text === '' || text === '/') return 'none';
  if (denied.test(text)) return 'none';
  if (!back.test(text)) return null;
  if (partial.test(text)) return 'partial';
  // 已退款中 does not occur; 退款成功 after 退货中 does.
  if (/成功|完成/.test(text)) return 'refunded';
  if (open.test(text)) return 'requested';
  return done.test(text) ? 'refunded' : null;
}

/** Of payments, all that speaks of no refund leaves the order as its status has it. */
export function understandPayment(word: string): string {
  return understandRefund(word) ?? 'none';
}
