import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import type { Row } from '../../lib/rows.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { targets } from '../target-parameter.ts';
import { mayBeMissing } from './parts/missing.ts';
import { type KnownDays, type OwnDays, ownDays } from './parts/own-days.ts';
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
        better: 'high',
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
    ends_on: column.date(
      both('Counted to', '计时终点'),
      both('Last day of the period; of a rep who left before that, the last day of the rep.', '期间最后一天；此前离职的销售到离职日止。'),
    ),
    joined_within: column.flag(
      both('Joined within', '期内入职'),
      both('Whether the rep joined within the period.', '该销售是否在期内入职。'),
    ),
    has_left: column.flag(
      both('Left', '已离职'),
      both('Whether the rep left before the end of the period and by the as-of date.', '该销售是否在期末之前、统计日期之前离职。'),
    ),
    told_by: column.text(
      both('Own days by', '在岗依据'),
      both(
        'list: the days of joining and leaving in the list of reps; sales: it gives none, and the first sale lies within the period and at least targets.split.left_months after the files begin, or the rep is not in the list and has sold nothing in so many months.',
        'list 按销售人员表的入职、离职日期；sales 表中没有：首单在期内且距数据起始至少 targets.split.left_months 个月，或不在表中且已有同样多月份无成交。',
      ),
      { empty: both('The rep was there all the time, or it is no target of a rep.', '全期在岗，或非个人目标。') },
    ),
    own_share: column.ratio(
      both('Own days', '在岗占比'),
      both('Working days that are counted ÷ working days of the period.', '计入的工作日 ÷ 期间全部工作日。'),
    ),
    due: column.number(
      both('Due for own days', '按在岗天数应达'),
      both('Target × own days, of what adds up over time; else the target.', '目标值 × 在岗占比（随时间累计的指标），其余为目标值。'),
      { empty: both('There is no target.', '没有目标值。') },
    ),
    last_sale_on: column.date(both('Last sale', '最近成交'), both('Of the rep, by the as-of date.', '该销售截至统计日期的最近成交日。'), {
      empty: both('No target of a rep, or nothing sold.', '非个人目标，或没有成交。'),
    }),
    working_days: column.count(
      both('Working days', '工作日'),
      both('Of the period, from the day it is counted from to that it is counted to.', '期间（计时起点至终点）的工作日数。'),
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
        'Actual ÷ what is due for the own days ÷ time progress: 1 is on time. Rates have none, they do not add up over time.',
        '实际值 ÷ 按在岗天数应达 ÷ 时间进度，1 为同步；比率类不随时间累计，不计算。',
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
  reads: ['reps.joined_on', 'reps.left_on', 'orders.ordered_at'],
  uses: ['target_goals', 'rep_names'],
  usesIfComputed: ['sales_days'],
  source: 'Definition: target attainment and time progress in working days, as in sales reports.',
  parameters: z.object({ as_of: asOf, targets }),
  compute: async ({ as_of, targets: { calendar, split } }, rows) => {
    if (as_of === null) return [];
    const progress = progressBy(as_of, await workingTimeOf(calendar));
    const goals = await rows(sql`
      with goals as (
        select *, case when scope = 'rep' then scope_key end as rep from target_goals
      ),
      people as (
        select rep, min(joined_on) as joined_on, max(left_on) as left_on, max(case when is_listed then 1 else 0 end) = 1 as is_listed
        from rep_names
        group by rep
      ),
      lists as (select max(case when is_listed then 1 else 0 end) = 1 as has_list from rep_names),
      starts as (select min(cast(ordered_at as date)) as first_day from orders),
      sales as (select rep, min(day) as first_sale_on, max(day) as last_sale_on from sales_days where revenue > 0 group by rep)
      select
        goals.goal_order, goals.metric, goals.target, goals.actual, goals.period_start, goals.period_end, people.joined_on, people.left_on,
        coalesce(people.is_listed, false) as is_listed, coalesce(lists.has_list, false) as has_list,
        starts.first_day, sales.first_sale_on, sales.last_sale_on
      from goals
      cross join lists
      cross join starts
      left join people on people.rep = goals.rep
      left join sales on sales.rep = goals.rep
      order by goals.goal_order`);
    return goals.map((goal) => attained(goal, progress, ownDays(daysOf(goal), { asOf: as_of, quietMonths: split.left_months })));
  },
});

function daysOf(goal: Row): KnownDays {
  const day = (name: string): IsoDate | null => (goal[name] ?? null) as IsoDate | null;
  return {
    from: day('period_start')!,
    to: day('period_end')!,
    joined: day('joined_on'),
    left: day('left_on'),
    isListed: goal['is_listed'] === true,
    hasList: goal['has_list'] === true,
    filesFrom: day('first_day'),
    firstSale: day('first_sale_on'),
    lastSale: day('last_sale_on'),
  };
}

function attained(goal: Row, progress: (first: IsoDate, last: IsoDate) => Progress, own: OwnDays): Row {
  const [target, actual] = [goal['target'], goal['actual']] as [number | null, number | null];
  const whole = progress(goal['period_start'] as IsoDate, goal['period_end'] as IsoDate);
  const { workingDays, passed, share } = own.from > own.to ? none : progress(own.from, own.to);
  const attainment = attainmentOf(actual, target);
  const gap = target === null || actual === null ? null : target - actual;
  const adds = !isRate(String(goal['metric']));
  const left = workingDays - passed;
  const isWhole = !own.joinedWithin && !own.hasLeft;
  const ownShare = isWhole || whole.workingDays === 0 ? 1 : workingDays / whole.workingDays;
  const due = target === null || !adds ? target : target * ownShare;
  return {
    goal_order: goal['goal_order']!,
    attainment,
    gap,
    starts_on: own.from,
    ends_on: own.to,
    joined_within: own.joinedWithin,
    has_left: own.hasLeft,
    told_by: own.toldBy,
    own_share: ownShare,
    due,
    last_sale_on: goal['last_sale_on'] ?? null,
    working_days: workingDays,
    passed_days: passed,
    time_progress: share,
    pace: !adds || attainment === null || share === 0 || ownShare === 0 ? null : attainment / ownShare / share,
    needed_per_day: !adds || gap === null || gap <= 0 || left <= 0 ? null : gap / left,
    reached_per_day: !adds || actual === null || passed === 0 ? null : actual / passed,
  };
}

/** Whoever left before the period has no days in it. */
const none: Progress = { workingDays: 0, passed: 0, share: 1 };
