import { code } from './code-text.ts';

/** What became of refunds, cancellations, tests and documents that are no sales. */
export const refunds = {
  'account-contradictory': code(
    [
      'Refunds were left out while their sales count: a fault of the program, seen before any figure was given.',
      '退款未计入，而对应的销售计入了：属程序错误，在给出结果之前被发现。',
    ],
    [
      'refunds of ‹40.00› were left out while their sales count: no figure is given',
      '有 ‹40.00› 的退款未计入，而对应的销售计入了：不给出结果',
    ],
    ['Report it; go on with `--map orders.amount.refunds=by-status`.', '请反馈；可先用 `--map orders.amount.refunds=by-status` 继续。'],
  ),
  'refund-rows-counted': code(
    [
      'Rows below zero whose status says refunded, cancelled or pending. They count where their sale counts: a sale is never kept while what was paid back for it is dropped.',
      '金额为负、状态为已退款、已取消或未完成的行。对应的销售计入时，这些行也计入，避免只留销售、丢掉退款。',
    ],
    [
      'refunds below zero‹, -130.00 in all›, count although their status is refunded: their sales count, too',
      '退款行（负数）‹，合计 -130.00›，虽状态为已退款仍计入：对应的销售也已计入',
    ],
    [
      'Where cancelled or pending refunds shall not count: `--map orders.amount.refunds=by-status`.',
      '若已取消或未完成的退款不应计入：`--map orders.amount.refunds=by-status`。',
    ],
  ),
  'refund-once': code(
    [
      'A sale is left out as refunded, or reduced by its refund column, and the same refund stands in a row of its own below zero. It counts once.',
      '销售已因退款未计入，或已按退款列扣减，同一笔退款又另有一行负数。只扣减一次。',
    ],
    [
      'refunds below zero‹, -100.00 in all›, are not taken off: their orders are left out as undone, or reduced by a refund column, already',
      '退款行（负数）‹，合计 -100.00›，未再扣减：对应订单已因退款未计入，或已按退款列扣减',
    ],
    ['Where they are other refunds: `--map orders.amount.refunds=by-status`.', '若是另一笔退款：`--map orders.amount.refunds=by-status`。'],
  ),
  'refund-in-column': code(
    [
      'The refund stands in the refund column of its order as well, and is taken off there.',
      '该笔退款已记在所属订单的退款列中，并已在那里扣减。',
    ],
    ['a refund that the refund column of its order holds already', '所属订单的退款列已包含的退款行'],
    [
      'Nothing; where it is another refund: `--map orders.amount.refunds=by-status`.',
      '无需处理；若是另一笔退款：`--map orders.amount.refunds=by-status`。',
    ],
  ),
  'refund-rows-unclear': code(
    [
      'Refunds and sales that do not go together: a sale marked refunded beside a refund of another amount, or rows above zero that point at another order.',
      '退款与销售对不上：标记已退款的销售与退款行金额不同，或指向其他订单的行金额为正。',
    ],
    [
      'rows that point at another order and are above zero‹, 30.00 in all›, count as sales',
      '指向其他订单且金额为正的行‹，合计 30.00›，按销售计入',
    ],
    ['Look at the rows, and use the option that the finding names.', '请查看这些行，并使用提示中的选项。'],
  ),
  'rows-taken-for-returns': code(
    [
      'Rows that are returns by their type, or because they point at another order; their amounts count as negative, whatever their sign.',
      '按单据类型或因指向其他订单而视为退货的行；不论正负号，金额都按负数计。',
    ],
    ['rows are returns by their type: they count as ‹-30.00›', '行按单据类型为退货或退款，计为 ‹-30.00›'],
    [
      'Where they are sales: `--map orders.original_order_id.rows=sales`, or `--map orders.document_type.sale=WORD`.',
      '若为销售：`--map orders.original_order_id.rows=sales`，或 `--map orders.document_type.sale=取值`。',
    ],
  ),
  'refund-column-netted': code(
    ['The refund column of the orders was taken off their amounts, whatever its sign.', '已从金额中扣除退款列（不论正负号）。'],
    ['rows are reduced by what was paid back‹, 140.00 in all›', '行已扣减退款‹，合计 140.00›'],
    ['Nothing; another column: `--map orders.refunded_amount=HEADER`.', '无需处理；如需改用另一列：`--map orders.refunded_amount=列名`。'],
  ),
  'refund-exceeds-amount': code(
    [
      'More was paid back than the row sold for: shipping or tax may be in the refund and not in the amount, or a refund of the order may stand on one of its lines.',
      '退款大于该行金额：可能退款含运费或税费而金额不含，或整单退款记在其中一行。',
    ],
    [
      'rows are paid back more than their amount, ‹5.00› more in all; they count as negative',
      '行的退款大于金额，合计多出 ‹5.00›；按负数计入',
    ],
    [
      'See whether both are of the same thing, or `--map orders.amount=HEADER`.',
      '核对两者口径，或用 `--map orders.amount=列名` 改用另一金额列。',
    ],
  ),
  'refund-open': code(
    ['The refund is asked for and not decided.', '退款已申请，尚未处理完。'],
    ['rows whose refund is asked for and not done‹, 80.00 in all›, count in full', '行的退款申请中、尚未完成‹，合计 80.00›，已全额计入'],
    [
      'Export again later, or `--map orders.refund_status.refunded=WORD`.',
      '稍后重新导出，或用 `--map orders.refund_status.refunded=取值`。',
    ],
  ),
  'refund-partial-unknown': code(
    ['The status says that a part was paid back, and no column says how much.', '状态为部分退款，但没有退款金额。'],
    [
      'rows are refunded in part, and how much is not in the table; ‹80.00› in all counts in full',
      '行有部分退款，但表中没有退款金额；合计 ‹80.00› 已全额计入',
    ],
    ['Export the refunded amount: `--map orders.refunded_amount=HEADER`.', '导出退款金额：`--map orders.refunded_amount=列名`。'],
  ),
  'refund-column-unread': code(
    [
      'A column speaks of refunds, returns, chargebacks or cancellations, and no figure takes it into account.',
      '某列涉及退款、退货、拒付或取消，但没有任何指标读取它。',
    ],
    [
      'rows count in full although "‹Chargeback Amount›", which is not read, speaks of ‹refunds›: ‹45.00› in all',
      '行已全额计入，但未读取的“‹拒付金额›”列涉及‹退款›，该列合计 ‹45.00›',
    ],
    ['Read it by the option that the finding names.', '用提示中的选项读取它。'],
  ),
  'set-aside-negative': code(
    [
      'Rows that do not count are below zero in all: what they pay back is missing, and figures are higher than the file.',
      '未计入的行合计为负：其中的退款没有扣减，结果高于文件。',
    ],
    [
      'rows that do not count (‹no customer›) are ‹-40.00› in all: what they pay back is not taken off',
      '行未计入（‹没有客户›），合计 ‹-40.00›：其中的退款没有扣减',
    ],
    ['Complete the rows, or give a list of returns.', '补全这些行，或另附退货清单。'],
  ),
  'cancelled-marked': code(
    ['The order has a date or a mark of its cancellation.', '订单有取消时间或取消标记。'],
    [
      'rows do not count (‹cancelled, says its date or mark of cancellation›)‹, 60.00 in all›',
      '行未计入（‹有取消时间或取消标记›）‹，合计 60.00›',
    ],
    ['Nothing; where the column says something else, map it to another field.', '无需处理；若该列另有含义，请映射到其他字段。'],
  ),
  'refunded-marked': code(
    ['A column beside the status says that the order was paid back.', '状态之外的退款状态或支付状态为已退款。'],
    [
      'rows do not count (‹refunded, says its refund or payment status›)‹, 60.00 in all›',
      '行未计入（‹退款状态或支付状态为已退款›）‹，合计 60.00›',
    ],
    [
      'Nothing; where a word means something else: `--map orders.refund_status.none=WORD`.',
      '无需处理；若取值另有含义：`--map orders.refund_status.none=取值`。',
    ],
  ),
  'payment-failed': code(
    ['The payment of the order failed or was voided.', '订单的支付失败或已作废。'],
    ['rows do not count (‹not paid, says its payment status›)‹, 60.00 in all›', '行未计入（‹支付状态为失败或已作废›）‹，合计 60.00›'],
    [
      'Nothing; where such orders shall count: `--map orders.settlement_status.none=WORD`.',
      '无需处理；若应计入：`--map orders.settlement_status.none=取值`。',
    ],
  ),
  'test-order': code(
    ['The order tried the system.', '测试订单。'],
    ['rows do not count (‹a test order›)‹, 99,999 in all›', '行未计入（‹测试订单›）‹，合计 99,999›'],
    [
      'Nothing; where a word means something else: `--map orders.test.live=WORD`.',
      '无需处理；若取值另有含义：`--map orders.test.live=取值`。',
    ],
  ),
  'no-sale': code(
    [
      'The document is no sale: a payment beside its invoice, an offer, a withdrawal, a transfer, a fee, a draft, a sample.',
      '单据不是销售：与发票并存的收款、报价、提现、调拨、费用、草稿、样品等。',
    ],
    [
      'rows do not count (‹no sale: a payment, offer, transfer, fee, draft or sample›)‹, 500.00 in all›',
      '行未计入（‹不是销售：收付款、报价、调拨、费用、草稿或样品›）‹，合计 500.00›',
    ],
    [
      'Nothing; where a type is a sale: `--map orders.document_type.sale=WORD`.',
      '无需处理；若某类型为销售：`--map orders.document_type.sale=取值`。',
    ],
  ),
  'status-processing': code(
    [
      '"Processing" is a paid order in some systems and an unpaid one in others; nothing else in the table tells.',
      '“处理中”在有的系统表示已付款，在有的系统表示未付款；表中没有其他依据。',
    ],
    [
      'rows with the status "‹Processing›"‹, 220.00 in all›, count as sales: paid and not yet delivered',
      '行的状态为“‹处理中›”‹，合计 220.00›，按已付款、未交付计入销售',
    ],
    [
      'Where they are not paid: `--map orders.status.pending=Processing`; where they are: `--map orders.status.completed=Processing`.',
      '若未付款：`--map orders.status.pending=处理中`；若已付款：`--map orders.status.completed=处理中`。',
    ],
  ),
} as const;
