import { analysisOptions, type Card, type CardOptions, filesArgument } from '../../config/card.ts';
import { lifetimeValueOptions, lifetimeValueTitle } from '../../config/options.ts';
import { both } from '../../lib/localized.ts';

const leadOption = {
  lead: {
    flags: '--lead',
    text: both('take a lead apart instead: its id, or its company', '改为拆解一条线索：填写线索编号或公司名称'),
    takes: { kind: 'switch' },
  },
} as const satisfies CardOptions;

export const explainCard = {
  name: 'explain',
  title: both('One customer', '客户详情'),
  summary: both("take one customer's score, or one lead, apart", '拆解某个客户的得分，或某条线索'),
  description: both(
    'Says where a customer stands, why and what to do, and names every factor of the score: raw value, where it comes from, percentile, weight and points, on the same files and options as score; what stands out is told as in churn.',
    '说明客户的位置、原因和建议，并逐项列出得分因素：原始值、来源、百分位、权重与得分；文件和选项与 score 相同，异常情况口径同 churn。',
  ),
  arguments: [
    { name: '<customer>', text: both('id or name of the customer, or a part of the name', '客户编号、名称或名称的一部分') },
    filesArgument,
  ],
  optionsTitle: lifetimeValueTitle,
  options: { ...leadOption, ...lifetimeValueOptions },
  shared: analysisOptions,
  sections: [
    { id: 'customer', holds: both('who it is, score, tier, segment, what stands out', '客户、得分、层级、分群与异常情况') },
    { id: 'factors', holds: both('one row a factor', '每个因素一行') },
    {
      id: 'lifetime_value',
      with: 'clv',
      holds: both('what it will still be worth, with the arithmetic', '未来价值及计算过程'),
    },
    { id: 'lifetime_value_months', with: 'clv', holds: both('the same, month by month', '逐月明细') },
    { id: 'sources', holds: both('the files and rows the values come from', '数值来自哪些文件和行') },
    { id: 'lead', with: 'lead', holds: both('where the lead stands', '线索的现状') },
    { id: 'spells', with: 'lead', holds: both('who had it, from when to when, and how that ended', '历任负责人及起止与结束方式') },
  ],
  examples: [
    'crm-eval explain C001 customers.csv orders.csv',
    'crm-eval explain 华东机电 orders.xlsx --as-of 2026-10-31',
    'crm-eval explain C001 orders.csv --clv',
    'crm-eval explain --lead L00001 leads.csv pool_events.csv',
  ],
} as const satisfies Card;
