import { grouped } from '../lib/grouped.ts';
import { type Trouble, trouble } from '../quality/check.ts';
import type { RefundRowsEffect } from './refund-rows.ts';
import type { ReturnsEffect } from './returned-orders.ts';
import { option, place, type RoleDecision } from './roles.ts';
import type { LoadedTable } from './table-plan.ts';

/** Tables that fit no role: they are named, because a reader may think they were used. */
export function roleNotes(decisions: readonly RoleDecision[]): Trouble[] {
  const deals = decisions.flatMap(({ table, dealWords }) => (dealWords === undefined ? [] : [dealsNote(place(table), dealWords)]));
  const unused = decisions
    .filter((decision) => decision.role === null)
    .map(({ table, rivals, unusedAs }) => {
      const name = place(table);
      if (rivals !== undefined) return ambiguousNote(name, rivals);
      if (unusedAs !== undefined) return besideNote(name, unusedAs);
      return trouble(
        'table-unused',
        'warning',
        1,
        { en: `${name} is no table that is known, and was not used`, 'zh-CN': `${name} 不是可识别的数据表，未使用` },
        {
          en: 'map its columns with --map, or name its role, for example --orders FILE',
          'zh-CN': '请用 --map 映射列，或指明类型，例如 --orders 文件',
        },
      );
    });
  return [...deals, ...unused];
}

function dealsNote(name: string, words: readonly string[]): Trouble {
  return trouble(
    'deals-by-status',
    'info',
    1,
    {
      en: `${name} could be orders or deals; its status (${words.join(', ')}) says deals`,
      'zh-CN': `${name} 可能是订单或商机，按状态（${words.join('、')}）视为商机`,
    },
    { en: 'where they are orders: --orders FILE', 'zh-CN': '若为订单：--orders 文件' },
  );
}

function ambiguousNote(name: string, rivals: readonly string[]): Trouble {
  const role = option(rivals[0]!);
  return trouble(
    'table-ambiguous',
    'warning',
    1,
    {
      en: `${name} could be ${rivals.join(' or ')}, and was not used`,
      'zh-CN': `${name} 可能是 ${rivals.join(' 或 ')}，无法确定，未使用`,
    },
    { en: `say what it is: --${role} FILE`, 'zh-CN': `请指明：--${role} 文件` },
  );
}

/** A table that would have a role if the others were not there. */
function besideNote(name: string, unusedAs: NonNullable<RoleDecision['unusedAs']>): Trouble {
  const [message, role] = {
    things: [
      {
        en: `${name} lists something else that names its customers, and was not used as a customer list`,
        'zh-CN': `${name} 列出的是带有客户的其他对象，未作为客户表使用`,
      },
      'customers',
    ] as const,
    payments: [
      {
        en: `${name} holds payments, which beside orders would count twice, and was not used`,
        'zh-CN': `${name} 是收付款记录，与订单一同计入会重复，未使用`,
      },
      'orders',
    ] as const,
  }[unusedAs];
  return trouble('table-unused', 'warning', 1, message, {
    en: `if it is one: --${role} FILE`,
    'zh-CN': `如确实是，请用 --${role} 文件 指明`,
  });
}

export function fillNote(table: LoadedTable, filled: number): Trouble {
  return trouble(
    'order-lines-filled',
    'info',
    filled,
    { en: 'lines got the customer and date of the first line of their order', 'zh-CN': '行沿用了所属订单首行的客户和日期' },
    null,
    { table },
  );
}

export function sharedNameNote(rows: number): Trouble {
  return trouble(
    'customer-name-shared',
    'warning',
    rows,
    {
      en: 'rows name a customer by a name that several customers have; they count for the name, not for one of the ids',
      'zh-CN': '行只给出客户名称，而该名称属于多个客户；按名称统计，未归入任何编号',
    },
    { en: 'export the customer id with the orders', 'zh-CN': '请在订单中导出客户编号' },
  );
}

export function returnNotes(returns: ReturnsEffect | null): Trouble[] {
  if (returns === null) return [];
  const { adjustments, unknownOrders, already, beyond } = returns;
  const netted = trouble(
    'returns-netted',
    'info',
    adjustments?.orders ?? 0,
    (sum) => ({
      en: `orders are reduced by the amounts of the list of returns${sum.en}; the sums above are before that`,
      'zh-CN': `订单已按退货清单冲减${sum['zh-CN']}；上面的合计为冲减前的金额`,
    }),
    null,
    { money: adjustments?.amount ?? null },
  );
  const unknown = trouble(
    'returns-unknown-order',
    'warning',
    unknownOrders,
    { en: 'returned orders that are in no order file', 'zh-CN': '退货清单中的订单在订单文件中不存在' },
    { en: 'export the orders of the same time', 'zh-CN': '请导出同一时间范围的订单' },
  );
  const once = trouble(
    'refund-once',
    'warning',
    already.orders,
    {
      en: `orders of the list of returns are reduced in the orders themselves already; of the list, ${grouped(already.amount)} is not taken off again`,
      'zh-CN': `退货清单中的订单在订单数据中已有扣减；清单中的 ${grouped(already.amount)} 未再扣减`,
    },
    { en: 'if they are other refunds, give the orders without them', 'zh-CN': '若是另一笔退款，请提供不含退款的订单' },
    { money: already.amount },
  );
  const exceeds = trouble(
    'refund-exceeds-amount',
    'warning',
    beyond.orders,
    {
      en: `orders are reduced by the list of returns by more than they are worth, ${grouped(beyond.amount)} more in all`,
      'zh-CN': `订单按退货清单的扣减大于其金额，合计多出 ${grouped(beyond.amount)}`,
    },
    {
      en: 'see whether list and orders are of the same currency, and both with or without tax',
      'zh-CN': '请核对清单与订单的币种和含税口径',
    },
    { money: beyond.amount },
  );
  return [netted, once, exceeds, unknown];
}

/** What was decided of refunds that are rows of their own. */
export function refundRowNotes({ counted, doubtful, once, partly, unclear }: RefundRowsEffect): Trouble[] {
  const byStatus = '--map orders.amount.refunds=by-status';
  const asStatus = { en: `to judge them by their status: ${byStatus}`, 'zh-CN': `如需按状态处理：${byStatus}` };
  return [
    trouble(
      'refund-rows-counted',
      'info',
      counted.rows,
      (sum) => ({
        en: `refunds below zero${sum.en}, count although their status is refunded: their sales count, too`,
        'zh-CN': `退款行（负数）${sum['zh-CN']}，虽状态为已退款仍计入：对应的销售也已计入`,
      }),
      null,
      { money: counted.amount },
    ),
    trouble(
      'refund-rows-counted',
      'warning',
      doubtful.rows,
      (sum) => ({
        en: `rows below zero${sum.en}, count although they are cancelled or pending: no sale of theirs was left out`,
        'zh-CN': `负数行${sum['zh-CN']}，虽已取消或未完成仍计入：没有对应的销售被排除`,
      }),
      asStatus,
      { money: doubtful.amount },
    ),
    trouble(
      'refund-once',
      'warning',
      once.rows,
      (sum) => ({
        en: `refunds below zero${sum.en}, are not taken off: their orders are left out as undone, or reduced by a refund column, already`,
        'zh-CN': `退款行（负数）${sum['zh-CN']}，未再扣减：对应订单已因退款未计入，或已按退款列扣减`,
      }),
      asStatus,
      { money: once.amount },
    ),
    trouble(
      'refund-rows-unclear',
      'warning',
      partly.rows,
      (sum) => ({
        en: `sales marked refunded${sum.en}, count less their refunds below zero, which are another amount`,
        'zh-CN': `标记为已退款的销售${sum['zh-CN']}，因退款行金额不同，按扣减退款行后的金额计入`,
      }),
      asStatus,
      { money: partly.amount },
    ),
    trouble(
      'refund-rows-unclear',
      'warning',
      unclear.rows,
      (sum) => ({
        en: `refunds below zero${sum.en}, stand beside a smaller refund column of their orders; both are taken off`,
        'zh-CN': `退款行（负数）${sum['zh-CN']}，大于所属订单退款列的金额；两者均已扣减`,
      }),
      { en: 'see whether they are the same refund', 'zh-CN': '请核对是否为同一笔退款' },
      { money: unclear.amount },
    ),
  ];
}

export function wonDealsNote(tables: readonly LoadedTable[]): Trouble {
  return trouble(
    'orders-from-opportunities',
    'info',
    1,
    {
      en: 'no orders were given: won deals count as orders, dated on the day they closed',
      'zh-CN': '未提供订单：以赢单商机作为订单，日期取成交日',
    },
    null,
    { table: tables[0] ?? null },
  );
}
