import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { periodsOf, sides } from '../comparison/parts/periods.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, churn, comparison } from '../parameters.ts';
import { tooShort, turnoverOf } from './parts/turnover.ts';

const customers = { unit: 'customers' };
export const customerTurnover = defineMetric({
  id: 'customer_turnover',
  question: both('How many customers were lost and won back in each of two periods?', '两个时期各流失、挽回了多少客户？'),
  grain: ['period'],
  columns: {
    period: column.id(both('Period', '时期'), both('before: the earlier one; after: the later one.', 'before 对比期；after 本期。')),
    first_bought: column.count(
      both('First bought', '首次购买客户数'),
      both('Customers whose first purchase in the files lies in the period.', '首次购买（以数据文件为准）在该期内的客户数。'),
      customers,
    ),
    won_back: column.count(
      both('Won back', '挽回客户数'),
      both(
        'Customers lost before the period by the rule of churn (own gap, mark or contract), and not at its end: they bought again.',
        '期初已按流失规则（自身间隔、标记或合同）流失、期末不再流失的客户：已再次购买。',
      ),
      { better: 'high', ...tooShort },
    ),
    lost: column.count(
      both('Lost', '流失客户数'),
      both(
        'Customers lost at the end of the period by the rule of churn and not before it. Who is between two orders is not lost.',
        '期末按流失规则已流失、期初尚未流失的客户；处于两单之间的不算流失。',
      ),
      { better: 'low', ...tooShort },
    ),
    active_before: column.count(
      both('Customers at the start', '期初客户数'),
      both('Customers who had bought before the period and were not lost.', '期初之前购买过且未流失的客户数。'),
      { better: 'high', ...customers },
    ),
    active: column.count(
      both('Customers at the end', '期末客户数'),
      both(
        'Customers who have bought and are not lost: those at the start + first bought + won back − lost.',
        '购买过且未流失的客户数：期初 + 首次购买 + 挽回 − 流失。',
      ),
      { better: 'high', ...customers },
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['purchase_days'],
  usesIfComputed: ['churn_flags'],
  source: 'Definition: the rule of churn_status as of the day before each period and as of its last day.',
  parameters: z.object({ as_of: asOf, comparison, churn }),
  sql: ({ as_of, comparison: asked, churn: rule }) => {
    const periods = periodsOf(asked, as_of);
    return sql`
    select name as period, first_bought, won_back, lost, active_before, active
    from (${turnoverOf(
      sides.map((side) => ({ name: side, period: periods?.[side] })),
      rule,
    )}) as turnover`;
  },
});
