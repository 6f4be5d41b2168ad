import { describe, expect, it } from 'vitest';
import { fieldOf } from '../../src/model/entities.ts';
import { normaliseWord } from '../../src/model/names.ts';
import { flagWords } from '../../src/model/words.ts';

/** The value whose words include this one, or the value's own name. */
function valueOf(words: Readonly<Record<string, readonly string[]>>, word: string): string | null {
  const wanted = normaliseWord(word);
  return Object.entries(words).find(([value, list]) => [value, ...list].some((known) => normaliseWord(known) === wanted))?.[0] ?? null;
}

describe.each<[field: string, expected: Readonly<Record<string, readonly string[]>>]>([
  [
    'orders.status',
    {
      completed: [
        '交易成功',
        '已完成',
        '已发货',
        '已签收',
        '审核通过',
        '审批通过',
        '已审核',
        '已生效',
        '正常',
        'Closed Won',
        'Delivered',
        'APPROVED',
        'paid',
        'fulfilled',
        'Shipped',
        'Complete',
        'Invoiced',
        '买家已付款，等待卖家发货',
        '卖家已发货，等待买家确认',
      ],
      pending: ['等待买家付款', '待付款', '审核中', '待审核', '草稿', 'Created', 'Pending', 'Draft'],
      cancelled: ['交易关闭', '已取消', '已作废', 'Cancelled', 'canceled', 'Void', 'voided'],
      refunded: ['已退款', '付款以后用户退款成功，交易自动关闭', 'Refunded', 'Returned', 'wc-refunded', 'Charged Back'],
      partly_refunded: ['partially_refunded', '部分退款'],
      no_sale: ['Test', '报价单'],
    },
  ],
  [
    'opportunities.state',
    {
      won: ['Closed Won', 'closedwon', 'Won', '赢单', '成交'],
      lost: ['Closed Lost', 'closedlost', 'Lost', '输单'],
      open: ['Engaging', 'Prospecting', 'Needs Analysis', 'Proposal/Price Quote'],
    },
  ],
  [
    'leads.status',
    {
      unassigned: ['待分配'],
      new: ['待跟进', 'Not Contacted'],
      working: ['跟进中', 'Contacted', 'Attempted to Contact', 'Contact in Future'],
      qualified: ['Pre Qualified'],
      converted: ['已转化'],
      lost: ['Lost Lead'],
      invalid: ['无效', 'Junk Lead'],
    },
  ],
  [
    'pool_events.event',
    {
      enter: ['进入公海'],
      claim: ['领取'],
      assign: ['分配'],
      contact: ['跟进'],
      return: ['退回'],
      recycle: ['收回', '回收'],
      convert: ['转化'],
      invalidate: ['无效'],
    },
  ],
  [
    'activities.channel',
    { visit: ['拜访', '面谈'], call: ['电话', 'Calls'], email: ['邮件', 'E-mail'], meeting: ['Events'], message: ['微信'] },
  ],
  [
    'feedback.channel',
    {
      questionnaire: ['问卷'],
      phone: ['电话', 'Phone'],
      online: ['在线', 'Web'],
      visit: ['面谈'],
      email: ['Email'],
      social: ['Social Media'],
    },
  ],
  ['feedback.kind', { survey: ['满意度调查'], complaint: ['投诉'], suggestion: ['建议'] }],
  ['feedback.state', { open: ['待处理'], in_progress: ['Escalated', 'On Hold'], closed: ['Closed', '已解决'] }],
  ['targets.level', { company: ['公司'], team: ['部门'], rep: ['员工'], customer: ['客户'], product: ['产品'] }],
  [
    'targets.metric',
    { revenue: ['合同金额', '销售额'], payments: ['回款金额'], visits: ['拜访次数'], csat: ['客户满意度'], market_share: ['市场份额'] },
  ],
  ['customers.need_type', { quality: ['质量型'], price: ['价格型'], service: ['服务型'] }],
])('%s', (id, expected) => {
  const words = fieldOf(id).field.choices!;

  it.each(Object.entries(expected).flatMap(([value, list]) => list.map((word) => [word, value] as const)))(
    'reads %s as %s',
    (word, value) => {
      expect(valueOf(words, word)).toBe(value);
    },
  );

  it('does not know a made-up word', () => {
    expect(valueOf(words, '什么都不是')).toBeNull();
  });
});

it('leaves words that mean different things in different systems to the user', () => {
  const status = fieldOf('orders.status').field.choices!;
  expect([valueOf(status, '已关闭'), valueOf(status, 'Closed'), valueOf(status, '退款中')]).toEqual([null, null, null]);
});

it('reads yes and no', () => {
  for (const word of ['是', 'Y', 'TRUE', '1', '√', '已成交']) expect([word, valueOf(flagWords, word)]).toEqual([word, 'true']);
  for (const word of ['否', 'n', 'False', '0', '未成交']) expect([word, valueOf(flagWords, word)]).toEqual([word, 'false']);
  expect(valueOf(flagWords, '-1')).toBeNull();
});
