import type { Localized } from '../../../lib/localized.ts';
import type { FactorId } from '../../choices.ts';
import { both } from '../../columns.ts';

export interface Factor {
  readonly title: Localized;
  /** What the raw value is. */
  readonly meaning: Localized;
  /** Which end earns the points. */
  readonly better: 'high' | 'low';
  readonly shows: 'money' | 'number' | 'ratio' | 'integer';
  readonly unit?: string;
  /** Said as what lifts the score … */
  readonly lifts: Localized;
  /** … or drags it. */
  readonly drags: Localized;
}

export const factors: Readonly<Record<FactorId, Factor>> = {
  revenue: {
    title: both('Revenue', '销售额'),
    meaning: both('Sum of the order amounts, returns taken off.', '订单金额合计，已扣除退货。'),
    better: 'high',
    shows: 'money',
    lifts: both('high revenue', '销售额高'),
    drags: both('low revenue', '销售额低'),
  },
  profit: {
    title: both('Profit', '利润'),
    meaning: both('Sum of the profit of the order lines for which it is known.', '利润已知的订单行的利润合计。'),
    better: 'high',
    shows: 'money',
    lifts: both('high profit', '利润高'),
    drags: both('low profit', '利润低'),
  },
  recency: {
    title: both('Recency', '最近购买'),
    meaning: both('Days since the last order.', '距最近一次下单的天数。'),
    better: 'low',
    shows: 'integer',
    unit: 'days',
    lifts: both('bought recently', '近期有购买'),
    drags: both('has not bought for long', '很久没有购买'),
  },
  frequency: {
    title: both('Frequency', '购买频率'),
    meaning: both('Orders a year; the number of orders where no first order date is known.', '年均订单数；没有首单日期时为订单数。'),
    better: 'high',
    shows: 'number',
    unit: 'orders a year',
    lifts: both('more orders than most', '订单数多于多数客户'),
    drags: both('fewer orders than most', '订单数少于多数客户'),
  },
  average_order: {
    title: both('Average order', '客单价'),
    meaning: both('Revenue divided by the number of orders.', '销售额 ÷ 订单数。'),
    better: 'high',
    shows: 'money',
    lifts: both('large orders', '客单价高'),
    drags: both('small orders', '客单价低'),
  },
  growth: {
    title: both('Growth', '销售增长'),
    meaning: both('Revenue of the period against the window before it.', '本期销售额相对上一期的增长率。'),
    better: 'high',
    shows: 'ratio',
    lifts: both('growing', '销售额增长快'),
    drags: both('shrinking', '销售额下滑'),
  },
  stability: {
    title: both('Stability', '交易稳定性'),
    meaning: both(
      'Variation of the days between purchases: their standard deviation divided by their mean; lower is steadier.',
      '购买间隔的变异系数（标准差 ÷ 均值），越小越稳定。',
    ),
    better: 'low',
    shows: 'number',
    lifts: both('buys at a steady pace', '购买节奏稳定'),
    drags: both('buys irregularly', '购买节奏不稳'),
  },
  breadth: {
    title: both('Breadth', '品类广度'),
    meaning: both('Different categories bought; different products where no category is given.', '购买过的品类数；没有品类时为产品数。'),
    better: 'high',
    shows: 'integer',
    lifts: both('buys across many categories', '购买品类多'),
    drags: both('buys few categories', '购买品类少'),
  },
  tenure: {
    title: both('Tenure', '合作时长'),
    meaning: both('Days since the first order.', '距首次下单的天数。'),
    better: 'high',
    shows: 'integer',
    unit: 'days',
    lifts: both('a customer for long', '合作时间长'),
    drags: both('a customer for a short time', '合作时间短'),
  },
  paid_ratio: {
    title: both('Paid ratio', '回款率'),
    meaning: both('Amount paid divided by the amount of the orders it is known for.', '已付金额 ÷ 已知付款情况的订单金额。'),
    better: 'high',
    shows: 'ratio',
    lifts: both('pays what is due', '回款好'),
    drags: both('much is unpaid', '回款差'),
  },
  csat: {
    title: both('Satisfaction, customer file', '满意度（客户文件）'),
    meaning: both('Satisfaction score of the customer file.', '客户文件中的满意度评分。'),
    better: 'high',
    shows: 'number',
    lifts: both('satisfied', '满意度高'),
    drags: both('dissatisfied', '满意度低'),
  },
  nps: {
    title: both('NPS answer, customer file', 'NPS 评分（客户文件）'),
    meaning: both('Likelihood to recommend, 0–10, of the customer file.', '客户文件中的推荐意愿评分（0–10）。'),
    better: 'high',
    shows: 'number',
    lifts: both('likely to recommend', '推荐意愿高'),
    drags: both('unlikely to recommend', '推荐意愿低'),
  },
};
