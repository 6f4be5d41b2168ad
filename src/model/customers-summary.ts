import type { Field } from './define.ts';

/** What a customer list says about orders and feedback; used only where no orders or feedback are given. */
export const customerSummary = {
  orders: {
    type: 'integer',
    title: { en: 'Orders', 'zh-CN': '订单数' },
    meaning: { en: 'Number of orders so far; 0 or more.', 'zh-CN': '累计订单数，不小于 0。' },
    aliases: [
      '订单数', '订单数量', '订单总数', '成交次数', '购买次数', '交易次数', '累计订单数', '下单次数', 'Number of Orders', 'Order Count', 'Orders Count', 'Total Orders',
      'Transaction Count', 'Purchases', 'Number of Purchases',
    ],
  },
  revenue: {
    type: 'money',
    title: { en: 'Revenue', 'zh-CN': '销售额' },
    meaning: { en: 'What the customer has bought so far, in the currency of the file.', 'zh-CN': '客户累计购买金额，以文件币种计。' },
    aliases: [
      '累计销售额', '累计消费金额', '累计消费', '累计成交金额', '累计购买金额', '成交总额', '交易总额', '消费总额', '消费金额', '销售额', '成交金额', '购买金额', '总金额', '交易金额',
      'Total Revenue', 'Total Spent', 'Total Spend', 'Lifetime Value', 'Total Sales', 'Total Charges', 'Sales', 'Amount',
    ],
  },
  profit: {
    type: 'money',
    title: { en: 'Profit', 'zh-CN': '利润' },
    meaning: { en: 'Revenue less cost so far; may be negative.', 'zh-CN': '累计销售额减成本，可为负。' },
    aliases: ['累计利润', '累计毛利', '利润', '毛利', '毛利额', '利润额', 'Total Profit', 'Gross Profit'],
  },
  first_order_on: {
    type: 'date',
    title: { en: 'First order', 'zh-CN': '首次下单日期' },
    meaning: { en: 'Day of the first order.', 'zh-CN': '首次下单的日期。' },
    aliases: [
      '首次下单日期', '首次下单时间', '首次购买日期', '首次购买时间', '首次成交时间', '首次成交日期', '首单日期', '首单时间', '第一次成交时间', 'First Order',
      'First Order Date', 'First Purchase', 'First Purchase Date', 'First Transaction Date',
    ],
  },
  last_order_on: {
    type: 'date',
    title: { en: 'Last order', 'zh-CN': '最近下单日期' },
    meaning: { en: 'Day of the latest order.', 'zh-CN': '最近一次下单的日期。' },
    aliases: [
      '最近下单日期', '最近下单时间', '最后下单时间', '最近购买日期', '最近购买时间', '最后一次成交时间', '最近成交时间', '最近成交日期', '最后成交时间', '最近一次成交时间',
      '最近一次购买时间', '上次购买时间', '上次交易时间', 'Last Order', 'Last Order Date', 'Last Purchase', 'Last Purchase Date', 'Last Transaction Date', 'Most Recent Visit',
      'Most Recent Order', 'Most Recent Purchase',
    ],
  },
  recency_days: {
    type: 'integer',
    title: { en: 'Days since last order', 'zh-CN': '距最近下单天数' },
    meaning: { en: 'Days between the latest order and the day of the export; 0 or more.', 'zh-CN': '最近下单距导出日的天数，不小于 0。' },
    aliases: ['距最近下单天数', '未购买天数', '未下单天数', '距今天数', '最近消费间隔', '最近购买间隔', 'Days Since Last Order', 'Days Since Last Purchase'],
    unit: 'days',
  },
  tenure_months: {
    type: 'quantity',
    title: { en: 'Tenure', 'zh-CN': '在网时长' },
    meaning: { en: 'Months since the customer came; 0 or more.', 'zh-CN': '成为客户以来的月数，不小于 0。' },
    aliases: ['合作月数', '在网时长', '在网月数', '客户月龄', 'Tenure', 'Months as Customer'],
    unit: 'months',
  },
  csat: {
    type: 'quantity',
    title: { en: 'Satisfaction', 'zh-CN': '满意度' },
    meaning: { en: "Latest satisfaction score, on the survey's own scale; more is better.", 'zh-CN': '最近一次满意度评分，沿用问卷自身的量纲，越大越满意。' },
    aliases: ['满意度', '客户满意度', '满意度评分', '满意度得分', 'Satisfaction', 'Satisfaction Score', 'CSAT Score', 'Customer Satisfaction'],
  },
  nps: {
    type: 'integer',
    title: { en: 'NPS answer', 'zh-CN': 'NPS 评分' },
    meaning: { en: 'How likely the customer is to recommend us, 0 to 10.', 'zh-CN': '客户的推荐意愿评分，0 至 10。' },
    aliases: ['NPS评分', 'NPS得分', '推荐意愿', '净推荐值', '推荐评分', 'NPS Score', 'Likelihood to Recommend'],
  },
} as const satisfies Record<string, Field>;
