import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { addDays } from '../../lib/dates.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, churn } from '../parameters.ts';
import { monthEnds } from '../windows.ts';
import { tooShort, turnoverOf } from './parts/turnover.ts';

export const turnoverMonths = defineMetric({
  id: 'turnover_months',
  question: both('How many customers were lost and won back in each month?', '每个月流失、挽回了多少客户？'),
  grain: ['month'],
  columns: {
    month: column.date(
      both('Month', '月份'),
      both(
        'Its first day; 13 months up to that of the as-of date, which ends on that date.',
        '当月第一天；至统计日期所在月（止于该日）共 13 个月。',
      ),
    ),
    won_back: column.count(
      both('Won back', '挽回客户数'),
      both(
        'Customers lost before the month by the rule of churn, and not at its end; of the last 13 months.',
        '月初已按流失规则流失、月末不再流失的客户；近 13 个月。',
      ),
      { better: 'high', ...tooShort },
    ),
    lost: column.count(
      both('Lost', '流失客户数'),
      both(
        'Customers lost at the end of the month by the rule of churn and not before it; of the last 13 months.',
        '月末按流失规则已流失、月初尚未流失的客户；近 13 个月。',
      ),
      { better: 'low', ...tooShort },
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['purchase_days'],
  usesIfComputed: ['churn_flags'],
  source: 'Definition of customer_turnover, by calendar month.',
  parameters: z.object({ as_of: asOf, churn }),
  sql: ({ as_of, churn: rule }) => {
    const months = (as_of === null ? [] : monthEnds(as_of)).map((day) => {
      const from = `${day.slice(0, 8)}01`;
      return { name: from, period: { from, to: addDays(day, 1) } };
    });
    if (months.length === 0)
      return sql`select cast(null as date) as month, cast(null as bigint) as won_back, cast(null as bigint) as lost where false`;
    return sql`select cast(name as date) as month, won_back, lost from (${turnoverOf(months, rule)}) as counted`;
  },
});
