import { analysisOptions, type Card, filesArgument } from '../../../config/card.ts';
import { both } from '../../../lib/localized.ts';

export const targetsCheckCard = {
  name: 'targets check',
  title: both('Are the targets sound', '目标检验'),
  summary: both('whether targets are SMART, can be reached and add up', '目标是否符合 SMART、能否达成、逐级是否相等'),
  description: both(
    'Reads targets, and what they are measured by: orders, customers, reps, activities, leads, feedback; and action plans. Tests each target: is metric and owner known, can it be measured, can it be reached by what its owner did before, does it add up with its siblings to the target above, does it have a period of its own. What each is compared with was known before its period began. With --period only targets of which a day lies in it.',
    '读取目标以及衡量所需的数据（订单、客户、销售人员、跟进、线索、反馈）和行动计划。逐条检验：指标与对象是否明确、能否衡量、按该对象以往表现能否达成、与同级目标合计是否等于上级目标、期间是否明确且不重叠。对比数据均为目标期开始前已知。--period 只看与其有交集的目标。',
  ),
  arguments: [filesArgument],
  options: {},
  shared: analysisOptions,
  sections: [
    { id: 'rows', holds: both('one row a target: each letter, why, what to do', '每条目标一行：五项结论、原因、处理办法') },
    { id: 'sums', holds: both('parts against the target above them, the largest gaps first', '下级合计与上级目标对比，差额大者在前') },
    { id: 'levels', holds: both('base, stretch and challenge of one owner beside each other', '同一对象的目标、冲刺与挑战对照') },
    { id: 'actions', holds: both('tasks of action plans: overdue, open, done', '行动计划任务：逾期、未完成、已完成') },
    {
      id: 'overview',
      holds: both('how many targets hold each letter, gaps, orphans, overdue tasks', '各项成立的目标数、合计不符、缺上级、逾期任务'),
    },
  ],
  examples: [
    'crm-eval targets check targets.csv orders.csv reps.csv',
    'crm-eval targets check exports/ --period 2026-Q4 --out targets.xlsx',
    'crm-eval targets check targets.csv orders.csv plan.csv --section sums --format csv > sums.csv',
  ],
} as const satisfies Card;
