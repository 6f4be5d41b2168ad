import { scopedOptions, type Card, filesArgument } from '../../config/card.ts';
import { lifetimeValueOptions, lifetimeValueTitle } from '../../config/options.ts';
import { both } from '../../lib/localized.ts';

export const scoreCard = {
  name: 'score',
  title: both('Customer ranking', '客户评分与分层'),
  summary: both('rank customers and say what to do with them', '为客户打分、分层，并给出行动建议'),
  description: both(
    'Reads customers (with summary columns), orders, or both: what each file is follows from its headers. Gives value, RFM and a weighted score with the factors that lift and drag it most, a tier and its action.',
    '读取客户表（带汇总列）、订单表，或两者：按表头判断每个文件是什么。给出价值、RFM、加权得分及主要加分项与减分项、层级与对应行动。',
  ),
  arguments: [filesArgument],
  optionsTitle: lifetimeValueTitle,
  options: lifetimeValueOptions,
  shared: scopedOptions,
  sections: [
    { id: 'act_now', holds: both('customers of the best tier who need something now, and what', '最高层级中需立即处理的客户及建议动作') },
    {
      id: 'ranking',
      holds: both('one row a customer, best first', '每个客户一行，按得分排序'),
      list: {
        name: both('ranked', '排名'),
        entered: both('{n} {n|customer is|customers are} new in the ranking', '排名新增客户 {n} 位'),
      },
    },
    { id: 'tiers', holds: both('customers, revenue and action of each tier', '各层级的客户数、销售额与行动') },
    { id: 'segments', holds: both('RFM segments with customers and revenue', 'RFM 分群的客户数与销售额') },
    { id: 'cut_points', holds: both('where the RFM scores change', 'RFM 评分的切分点') },
    { id: 'overview', holds: both('totals over all customers', '全部客户合计') },
    {
      id: 'lifetime_value',
      with: 'clv',
      holds: both('totals, settings, models and who was left out', '合计、口径、模型与未预测的客户'),
    },
    {
      id: 'lifetime_value_holdout',
      with: 'clv',
      holds: both('what the models would have said, against what came', '各模型回测与实际对比'),
    },
  ],
  examples: [
    'crm-eval score customers.csv orders.csv',
    'crm-eval score orders.xlsx --as-of 2026-10-31 --out ranking.xlsx',
    'crm-eval score orders.csv --clv --margin 30% --discount 8%',
    'crm-eval score export.csv --map orders.amount=实付金额 --format json',
  ],
} as const satisfies Card;
