import { z } from 'zod';
import { addDays, addMonths } from '../../lib/dates.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { targets } from '../target-parameter.ts';
import { monthShares } from './parts/month-shares.ts';
import { readPlan } from './parts/plan.ts';

const notLearned = { empty: both('The orders cover no full year.', '订单不足一年。') };

export const splitMonths = defineMetric({
  id: 'split_months',
  question: both('How is the number spread over the months?', '总目标如何分到各月？'),
  grain: ['month'],
  columns: {
    month: column.date(both('Month', '月份'), both('Its first day.', '当月第一天。')),
    month_end: column.date(both('To', '止'), both('Its last day.', '当月最后一天。')),
    share: column.ratio(both('Share', '采用占比'), both('Of the period: what the split goes by.', '占分解期间的比例，分解按此进行。')),
    learned: column.ratio(
      both('Learned', '历史季节性'),
      both('By season_shares, of the months of the period.', '按 season_shares，在期间各月中的占比。'),
      notLearned,
    ),
    low: column.ratio(both('Low', '下限'), both('Of the learned share in another year, in 95 of 100.', '历史季节性占比的 95% 区间下限。'), {
      empty: both('Not learned, or from one year alone.', '未学习，或仅有一年历史。'),
    }),
    high: column.ratio(both('High', '上限'), both('Likewise.', '同上。'), {
      empty: both('Not learned, or from one year alone.', '未学习，或仅有一年历史。'),
    }),
    working_days: column.count(both('Working days', '工作日'), both('By targets.calendar.', '按 targets.calendar。'), { unit: 'days' }),
    by_days: column.ratio(both('By working days', '按工作日占比'), both('Share of the working days.', '占工作日总数的比例。')),
    even: column.ratio(both('Even', '平均占比'), both('One part for each month.', '每月一份。')),
  },
  requires: [['orders.ordered_at']],
  uses: ['split_plan', 'sales_months', 'sales_days', 'season_shares'],
  usesIfComputed: ['target_rows', 'target_slips'],
  source: 'Definition: season_shares, working days, or a path of growth, of the months of the period.',
  parameters: z.object({ as_of: asOf, targets }),
  compute: async ({ as_of, targets: { split, calendar } }, read) => {
    const plan = as_of === null ? null : await readPlan(read, { asOf: as_of, split });
    if (plan === null) return [];
    const shares = await monthShares(plan, split, calendar);
    return plan.months.map((month, index) => ({
      month,
      month_end: addDays(addMonths(month, 1), -1),
      share: shares.used[index]!,
      learned: shares.learned?.[index]?.share ?? null,
      low: shares.learned?.[index]?.low ?? null,
      high: shares.learned?.[index]?.high ?? null,
      working_days: shares.days[index]!,
      by_days: shares.byDays[index]!,
      even: 1 / plan.months.length,
    }));
  },
});
