import { both, type Localized } from '../../lib/localized.ts';

interface Advice {
  /** What to do about the measure. */
  readonly todo: Localized;
  /** With which customers to begin: those that stopped buying, bought less, or are neglected. */
  readonly beginWith?: 'gone' | 'served' | 'neglected';
}

/** By the measures of rep_coaching. */
export const advice: Readonly<Record<string, Advice>> = {
  margin: { todo: both('have discounts approved, sell more of what has margin', '折扣报批，多推高毛利产品') },
  retention: { todo: both('call every customer that bought before and not now', '逐一回访上期购买、本期未购的客户'), beginWith: 'gone' },
  revenue_kept: {
    todo: both('ask customers that buy less what changed, and win the share back', '找减购客户问清原因，争回份额'),
    beginWith: 'served',
  },
  win_rate: { todo: both('go through the lost deals together, qualify before quoting', '一起复盘输单，报价前先把关资格') },
  coverage: { todo: both('plan calls for the week by tier', '按层级排每周联系计划'), beginWith: 'neglected' },
  satisfaction: { todo: both('call back whoever gave a low score, solve it face to face', '回访低分客户，当面解决问题') },
  complaints: { todo: both('go through the complaints by topic, remove the first cause', '按主题梳理投诉，先消除首要原因') },
  receipts: { todo: both('settle terms before the order, go through what is unpaid every week', '接单前谈定付款条件，每周清理未收款') },
  completeness: {
    todo: both('fill in industry, region, level, size and source at the next contact', '下次联系时补全行业、地区、级别、规模与来源'),
  },
  active_share: { todo: both('offer something to the customers without an order', '给本期未下单的客户一个下单理由'), beginWith: 'gone' },
  order_frequency: { todo: both('call ahead of the usual date of the next order', '按客户通常周期提前跟进下一单') },
  average_order: { todo: both('quote sets: add parts and services to the order', '组合报价，随单带配件与服务') },
  cycle_days: { todo: both('agree on the next step and its day at every stage', '每个阶段都约定下一步与日期') },
  kept_rate: {
    todo: both('do what is due on the day, go through what is late every week', '当天事当天毕，每周过一遍逾期清单'),
    beginWith: 'neglected',
  },
};

/** Of what the worth is. */
export const worthWords = {
  revenue: both('revenue', '销售额'),
  profit: both('profit', '利润'),
  receipts: both('receipts', '回款'),
};
