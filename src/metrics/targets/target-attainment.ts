import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import type { Row } from '../../lib/rows.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { targets } from '../target-parameters.ts';
import { mayBeMissing } from './parts/missing.ts';
import { attainmentOf, progressBy, type Progress } from './parts/progress.ts';
import { workingTimeOf } from './parts/working-time.ts';
import { isRate } from '../../forecast/targets/rate-metrics.ts';

const workdays = { unit: 'days' };
const notToTell = both('There is no target, or no actual.', '没有目标值或实际值。');

export const targetAttainment = defineMetric({
  id: 'target_attainment',
  question: both('How far is each target reached, and how far has its time run?', '各目标达成多少，时间进度如何？'),
  grain: ['goal_order'],
  columns: {
    goal_order: column.count(both('Number', '序号'), both('As in target_goals.', '同 target_goals。')),
    attainment: column.ratio(
      both('Attainment', '达成率'),
      both('Actual ÷ target. A target of zero or below has none.', '实际值 ÷ 目标值；目标不大于零时不计算。'),
      {
        empty: both('No target above zero, or no actual.', '没有大于零的目标值，或没有实际值。'),
      },
    ),
    gap: column.number(
      both('Gap', '缺口'),
      both('Target less actual: below zero where the target is exceeded.', '目标值 − 实际值；超额时为负。'),
      { empty: notToTell },
    ),
    starts_on: column.date(
      both('Counted from', '计时起点'),
      both('First day of the period; of a rep who joined within it, the day of joining.', '期间第一天；期内入职的销售从入职日起。'),
    ),
    joined_within: column.flag(
      both('Joined within', '期内入职'),
      both('Whether the rep joined within the period.', '该销售是否在期内入职。'),
    ),
    last_sale_on: column.date(both('Last sale', '最近成交'), both('Of the rep, by the as-of date.', '该销售截至统计日期的最近成交日。'), {
      empty: both('No target of a rep, or nothing sold.', '非个人目标，或没有成交。'),
    }),
    working_days: column.count(
      both('Working days', '工作日'),
      both('Of the period, from the day it is counted from.', '期间（自计时起点）的工作日数。'),
      workdays,
    ),
    passed_days: column.count(
      both('Passed', '已过工作日'),
      both('Working days up to and with the as-of date.', '截至统计日期（含）已过的工作日数。'),
      workdays,
    ),
    time_progress: column.ratio(both('Time progress', '时间进度'), both('Working days passed ÷ working days.', '已过工作日 ÷ 工作日。')),
    pace: column.number(
      both('Pace', '进度比'),
      both(
        'Attainment ÷ time progress: 1 is on time. Rates have none, they do not add up over time.',
        '达成率 ÷ 时间进度，1 为同步；比率类不随时间累计，不计算。',
      ),
      { empty: both('No attainment, a rate, or no working day has passed.', '没有达成率、比率类指标，或尚无已过工作日。') },
    ),
    needed_per_day: column.number(both('Needed a day', '每日需完成'), both('Gap ÷ working days left.', '缺口 ÷ 剩余工作日。'), {
      empty: both('No gap, no working day left, or a rate.', '没有缺口、没有剩余工作日，或比率类指标。'),
    }),
    reached_per_day: column.number(both('Reached a day', '日均完成'), both('Actual ÷ working days passed.', '实际值 ÷ 已过工作日。'), {
      empty: mayBeMissing,
    }),
  },
  requires: [['targets.value', 'targets.owner']],
  reads: ['reps.joined_on'],
  uses: ['target_goals', 'rep_names'],
  usesIfComputed: ['sales_days'],
  source: 'Definition: target attainment and time progress in working days, as in sales reports.',
  parameters: z.object({ as_of: asOf, targets }),
  compute: async ({ as_of, targets: { calendar } }, rows) => {
    if (as_of === null) return [];
    const progress = progressBy(as_of, await workingTimeOf(calendar));
    const goals = await rows(sql`
      with goals as (
        select *, case when scope = 'rep' then scope_key end as rep from target_goals
      ),
      people as (select rep, min(joined_on) as joined_on from rep_names group by rep),
      sales as (select rep, max(day) as last_sale_on from sales_days where revenue > 0 group by rep)
      select
        goals.goal_order, goals.metric, goals.target, goals.actual, goals.period_start, goals.period_end, people.joined_on, sales.last_sale_on
      from goals
      left join people on people.rep = goals.rep
      left join sales on sales.rep = goals.rep
      order by goals.goal_order`);
    return goals.map((goal) => attained(goal, progress));
  },
});

function attained(goal: Row, progress: (first: IsoDate, last: IsoDate) => Progress): Row {
  const [start, end, joined] = [goal['period_start'], goal['period_end'], goal['joined_on']] as [IsoDate, IsoDate, IsoDate | null];
  const [target, actual] = [goal['target'], goal['actual']] as [number | null, number | null];
  const joinedWithin = joined !== null && joined > start && joined <= end;
  const starts_on = joinedWithin ? joined : start;
  const { workingDays, passed, share } = progress(starts_on, end);
  const attainment = attainmentOf(actual, target);
  const gap = target === null || actual === null ? null : target - actual;
  const adds = !isRate(String(goal['metric']));
  const left = workingDays - passed;
  return {
    goal_order: goal['goal_order']!,
    attainment,
    gap,
    starts_on,
    joined_within: joinedWithin,
    last_sale_on: goal['last_sale_on'] ?? null,
    working_days: workingDays,
    passed_days: passed,
    time_progress: share,
    pace: !adds || attainment === null || share === 0 ? null : attainment / share,
    needed_per_day: !adds || gap === null || gap <= 0 || left <= 0 ? null : gap / left,
    reached_per_day: !adds || actual === null || passed === 0 ? null : actual / passed,
  };
}
