import { z } from 'zod';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { targets } from '../target-parameter.ts';
import { readPlan } from './parts/plan.ts';

const noHistory = { empty: both('The orders cover no full month.', '订单未覆盖任何完整月份。') };

export const splitPlan = defineMetric({
  id: 'split_plan',
  question: both('Which number is split, for which period, and where does it come from?', '分解的是什么数字、哪个期间、依据是什么？'),
  grain: ['period_from'],
  columns: {
    period_from: column.date(both('From', '起'), both('First day of the period that is split.', '分解期间的第一天。')),
    period_to: column.date(both('To', '止'), both('Its last day.', '最后一天。')),
    value: column.wide(both('Number', '总目标'), both('What is split.', '被分解的数字。')),
    value_basis: column.id(
      both('Where from', '来源'),
      both(
        'given: asked for; file: the targets of the company in the files; growth: the last twelve months, grown.',
        'given 指定，file 文件中的公司目标，growth 近 12 个月乘以增长。',
      ),
    ),
    step: column.number(
      both('Step', '取整单位'),
      both(
        'Values are whole multiples of it; what is less than one goes with the largest part.',
        '各值为其整数倍；不足一个单位的零头并入最大的一份。',
      ),
    ),
    company: column.text(both('Company', '公司'), both('As the targets file names it.', '按目标文件。'), {
      empty: both('There is none.', '文件未提供。'),
    }),
    last_from: column.date(
      both('Last year from', '上年起'),
      both('Of the last twelve full months, or of as many as there are.', '最近 12 个完整月（不足则为全部）。'),
      noHistory,
    ),
    last_to: column.date(both('Last year to', '上年止'), both('The last day of them.', '其最后一天。'), noHistory),
    last_months: column.count(both('Months', '月数'), both('Full months of them.', '完整月数。')),
    last_value: column.wide(both('Last year', '上年'), both('What was reached in them.', '其间实际值。'), noHistory),
    growth: column.ratio(
      both('Growth', '增长'),
      both('Of the last twelve full months against the twelve before.', '最近 12 个完整月较之前 12 个月。'),
      { empty: both('The orders do not cover two years.', '订单未覆盖两年。') },
    ),
    growth_used: column.ratio(
      both('Growth used', '采用的增长'),
      both(
        'targets.split.growth; without it the growth of the last year, no less than 0 and no more than 30%, and 0 where it is not known.',
        'targets.split.growth；未设置时取近一年增长，限于 0 至 30%，未知为 0。',
      ),
    ),
    season: column.id(
      both('Season', '季节方式'),
      both(
        'As asked; even where a season was to be learned and the orders cover no full year.',
        '按设置；要求学习但订单不足一年时为 even。',
      ),
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['sales_months', 'sales_days', 'season_shares'],
  usesIfComputed: ['target_rows', 'target_slips'],
  source: 'Definition: the number asked for, else the targets of the company, else the last twelve full months and their growth.',
  parameters: z.object({ as_of: asOf, targets }),
  compute: async ({ as_of, targets: { split } }, read) => {
    const plan = as_of === null ? null : await readPlan(read, { asOf: as_of, split });
    if (plan === null) return [];
    const { history, spans: _, months: __, ...columns } = plan;
    return [{ ...columns, last_months: Math.min(12, history?.months.length ?? 0) }];
  },
});
