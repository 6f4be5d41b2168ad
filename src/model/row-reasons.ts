import type { FindingCode } from '../codes.ts';
import type { Localized } from '../lib/localized.ts';

/** Why a row is not used. `rejected`: something in it is wrong; `set-aside`: it is right, and does not count here. */
export interface RowReason {
  readonly id: FindingCode;
  readonly effect: 'rejected' | 'set-aside';
  readonly title: Localized;
  readonly fix: Localized | null;
}

const noFix = null;

function setAside(id: FindingCode, en: string, zh: string, fix: Localized | null = noFix): RowReason {
  return { id, effect: 'set-aside', title: { en, 'zh-CN': zh }, fix };
}

function rejected(id: FindingCode, en: string, zh: string, fix: Localized): RowReason {
  return { id, effect: 'rejected', title: { en, 'zh-CN': zh }, fix };
}

/** The order is part of stored tables only within one run: a row holds the position of its reason, from 1; 0 is a used row. */
export const rowReasons: readonly RowReason[] = [
  setAside('total-row', 'a total or footer line', '合计行或页脚'),
  setAside('blank-row', 'a line of blanks', '空行'),
  setAside('header-repeated', 'the header once more', '重复的表头'),
  rejected('amount-invalid', 'the amount is no number', '金额不是数字', {
    en: 'correct the cell, or map another column with --map orders.amount=HEADER',
    'zh-CN': '修正单元格，或用 --map orders.amount=列名 指定另一列',
  }),
  rejected('date-invalid', 'the date is no date', '日期无法识别', {
    en: 'correct the cell, or say how dates are written: --map orders.ordered_at.order=day-first',
    'zh-CN': '修正单元格，或说明日期写法：--map orders.ordered_at.order=day-first（日在前）',
  }),
  rejected('id-lossy', 'the id was cut to scientific notation and has lost digits', '编号被改成科学计数法，已丢失位数', {
    en: 'export the file again with ids as text',
    'zh-CN': '请将编号列设为文本后重新导出',
  }),
  rejected('date-future', 'the date lies far beyond all others', '日期远晚于其他所有日期', {
    en: 'correct the date, or give --as-of',
    'zh-CN': '请修正日期，或用 --as-of 指定统计日期',
  }),
  rejected('id-duplicate', 'the id was there before; the first row counts', '编号重复，仅第一行有效', {
    en: 'remove the duplicate, or keep the row that is right',
    'zh-CN': '请删除重复行，保留正确的一行',
  }),
  setAside('key-missing', 'no id and no name', '没有编号也没有名称', {
    en: 'fill in the id, or map the column that holds it',
    'zh-CN': '请补全编号，或映射存放编号的列',
  }),
  setAside('customer-missing', 'no customer', '没有客户', {
    en: 'export the orders with their customer, or map the column that names it: --map orders.customer_id=HEADER',
    'zh-CN': '请导出带客户的订单，或指定客户列：--map orders.customer_id=列名',
  }),
  setAside('customer-placeholder', 'a placeholder stands for the customer (guest, unknown, test …)', '客户是占位值（散客、未知、测试等）', {
    en: 'export the orders with the customer, an e-mail address or a phone number, or count placeholders as customers: --keep-placeholders',
    'zh-CN': '请导出带客户、邮箱或手机的订单；若占位值应算作客户：--keep-placeholders',
  }),
  setAside('date-missing', 'no date', '没有日期', {
    en: 'fill in the date, or map another column: --map orders.ordered_at=HEADER',
    'zh-CN': '请补全日期，或改用另一列：--map orders.ordered_at=列名',
  }),
  setAside('amount-missing', 'no amount: counted neither as revenue nor as a purchase', '没有金额：不计销售额，也不计购买', {
    en: 'fill in the amount, or map another column: --map orders.amount=HEADER',
    'zh-CN': '请补全金额，或改用另一列：--map orders.amount=列名',
  }),
  setAside('status-cancelled', 'cancelled', '已取消'),
  setAside('status-refunded', 'refunded', '已退款'),
  setAside('status-pending', 'not yet paid, approved or closed', '未付款、未审批或未完成'),
  setAside('status-unknown', 'a status that is not understood', '无法识别的状态', {
    en: 'say what it means: --map orders.status.completed=WORD (or partly_refunded, pending, cancelled, refunded, no_sale)',
    'zh-CN': '请说明含义：--map orders.status.completed=状态词（或 partly_refunded、pending、cancelled、refunded、no_sale）',
  }),
  setAside('returned', 'returned, says the list of returns', '在退货清单中'),
  setAside('after-as-of', 'later than the as-of date', '晚于统计日期'),
  setAside('test-order', 'a test order', '测试订单'),
  setAside('no-sale', 'no sale: a payment, offer, transfer, fee, draft or sample', '不是销售：收付款、报价、调拨、费用、草稿或样品'),
  setAside('cancelled-marked', 'cancelled, says its date or mark of cancellation', '有取消时间或取消标记'),
  setAside('refunded-marked', 'refunded, says its refund or payment status', '退款状态或支付状态为已退款'),
  setAside('payment-failed', 'not paid, says its payment status', '支付状态为失败或已作废'),
  setAside('refund-once', 'a refund of an order that is set aside already', '所属订单已不计入的退款行'),
  setAside('refund-in-column', 'a refund that the refund column of its order holds already', '所属订单的退款列已包含的退款行'),
  setAside('line-elsewhere', 'in another file or sheet too, and counted there', '同时在另一文件或工作表中，已在那里计入'),
  setAside(
    'order-superseded',
    'a later export or row has the order with another status or amount',
    '较晚的导出或另一行中该订单的状态或金额已变',
  ),
  setAside('out-of-scope', 'of others than --scope names', '不在 --scope 范围内'),
];

export function reasonCode(id: FindingCode): number {
  const index = rowReasons.findIndex((reason) => reason.id === id);
  if (index < 0) throw new RangeError(`no row reason ${id}`);
  return index + 1;
}

/** The reason of a stored code; null for 0, a used row. */
export function reasonOf(code: number): RowReason | null {
  return code === 0 ? null : (rowReasons[code - 1] ?? null);
}
