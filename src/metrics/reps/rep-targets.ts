import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { repCustomers } from './rep-customers.ts';

const blank = { empty: both('All targets of the period are blank.', '期内目标均未填写。') };
const untold = { empty: both('Nothing tells it.', '没有可计算的数据。') };

export const repTargets = defineMetric({
  id: 'rep_targets',
  question: both('How far did each rep reach the target of revenue in the period?', '每位销售本期的销售额目标达成多少？'),
  grain: ['rep'],
  columns: {
    rep: repCustomers.columns['rep']!,
    period_start: column.date(both('From', '开始'), both('First day of the first of the targets.', '首个目标的第一天。')),
    period_end: column.date(both('To', '结束'), both('Last day of the last of the targets.', '末个目标的最后一天。')),
    target: column.number(
      both('Target', '目标值'),
      both(
        'Sum of the targets of revenue that lie in the period (target_goals); stretch and challenge do not count.',
        '期内销售额目标之和（见 target_goals），不含冲刺与挑战档。',
      ),
      blank,
    ),
    actual: column.number(both('Actual', '实际值'), both('Reached in the periods of these targets.', '上述目标期间的完成值。'), untold),
    attainment: column.ratio(both('Attainment', '达成率'), both('Actual ÷ target.', '实际值 ÷ 目标值。'), {
      empty: both('No target above zero, or no actual.', '没有大于零的目标值，或没有实际值。'),
    }),
    target_difference: column.number(
      both('Against target', '较目标'),
      both('Actual less target: below zero where it is missed.', '实际值 − 目标值，未达成为负。'),
      untold,
    ),
  },
  requires: [['targets.value', 'targets.owner']],
  uses: ['target_goals', 'target_attainment'],
  source:
    'Definition: target_goals and target_attainment of single reps, of revenue. A rep without a target has no row; a row of a manager is that of a team.',
  parameters: z.object({}),
  sql: () => sql`
    select
      goals.scope_key as rep, min(goals.period_start) as period_start, max(goals.period_end) as period_end,
      max(goals.target) as target, max(goals.actual) as actual, max(attained.attainment) as attainment,
      max(goals.actual) - max(goals.target) as target_difference
    from target_goals as goals
    inner join target_attainment as attained on attained.goal_order = goals.goal_order
    where goals.reach = 'period' and goals.scope = 'rep' and goals.metric = 'revenue' and goals.ambition = 'base' and goals.scope_key is not null
    group by goals.scope_key
    having count(*) = 1`,
});
