import { scopedOptions, type Card, filesArgument } from '../../config/card.ts';
import { forecastOptions } from '../../config/options.ts';
import { both } from '../../lib/localized.ts';

export const churnCard = {
  name: 'churn',
  title: both('Customers at risk of leaving', '客户流失预警'),
  summary: both('name the customers about to leave, with reasons and proof', '找出即将流失的客户，给出原因与依据'),
  description: both(
    'Ranks customers by value at risk: the probability that they buy nothing within the horizon, times what they usually spend in it. Purchase models, a regression and simple rules compete on past windows of the same orders; the best scores. Orders are enough; customers, activities and feedback add reasons.',
    '按风险金额排列客户：预测窗口内不再购买的概率 × 窗口内通常购买额。购买模型、回归与简单规则在同一份订单的历史窗口上比较，由最优者评估。只需订单；加上客户、跟进与反馈可给出更多原因。',
  ),
  arguments: [filesArgument],
  options: {
    ...forecastOptions,
    until: {
      flags: '--until <date>',
      text: both('fit the model of the section model to this day', 'model 部分的模型拟合截止日'),
      otherwise: both('the as-of date', '截止日期'),
      takes: { kind: 'day' },
    },
  },
  shared: scopedOptions,
  sections: [
    {
      id: 'overview',
      holds: both('customers in each list, the rules, the verdict of the back-test', '各名单客户数、规则与回测结论'),
    },
    {
      id: 'at_risk',
      holds: both('one row a customer at risk, most value first, with reasons', '高风险客户，按风险金额排序，附原因'),
      list: {
        name: both('at risk', '高风险'),
        entered: both('{n} {n|customer is|customers are} newly at risk', '新增高风险客户 {n} 位'),
      },
    },
    {
      id: 'watch',
      holds: both('customers to be watched, with reasons', '关注客户，附原因'),
      list: { name: both('to be watched', '关注'), entered: both('{n} {n|is|are} newly to be watched', '新增关注客户 {n} 位') },
    },
    {
      id: 'active',
      holds: both('customers who keep buying', '正常客户'),
      list: {
        name: both('not at risk', '暂无风险'),
        entered: both('{n} {n|is|are} newly not at risk', '新增暂无风险客户 {n} 位'),
        turned: { text: both('{n} no longer at risk', '{n} 位已解除风险'), isBad: false },
      },
    },
    {
      id: 'lost',
      holds: both('customers who are gone', '已流失客户'),
      list: {
        name: both('lost', '已流失'),
        entered: both('{n} {n|is|are} newly lost', '新增流失客户 {n} 位'),
        turned: { text: both('{n} {n|is|are} now lost', '有 {n} 位已流失'), isBad: true },
      },
    },
    {
      id: 'too_new',
      holds: both('customers with too little history', '历史不足的客户'),
      list: { name: both('too new', '历史不足'), entered: both('{n} {n|is|are} new customers', '新增历史不足的客户 {n} 位') },
    },
    {
      id: 'largest_months',
      holds: both('months of the first customer at risk, beside the year before', '高风险首位客户的逐月购买额与上年同月'),
    },
    {
      id: 'churn_reasons',
      holds: both(
        'why customers left: number and revenue, by tier, level, owner, industry',
        '流失原因：客户数与销售额，按层级、级别、负责人、行业',
      ),
    },
    { id: 'win_back', holds: both('who came back after falling silent, by what was done', '沉默或流失后的挽回效果，按动作') },
    {
      id: 'retention',
      holds: both('retention, churn and repeat rate of the period and those before', '本期与此前各期的保持率、流失率、复购率'),
    },
    {
      id: 'retention_months',
      holds: both('retention of twelve months at the end of each month', '各月末的 12 个月客户保持率'),
    },
    {
      id: 'calibration',
      holds: both('predicted chance against what came, in the latest window of the past', '最近一个历史窗口中预测概率与实际的对照'),
    },
    {
      id: 'model',
      holds: both('what scores, all contenders, parameters of the purchase model', '评估方法、各方法比较与购买模型参数'),
    },
  ],
  examples: [
    'crm-eval churn customers.csv orders.csv activities.csv feedback.csv',
    'crm-eval churn orders.xlsx --horizon 180 --out churn.xlsx',
    'crm-eval churn orders.csv --section at_risk --format csv',
  ],
} as const satisfies Card;
