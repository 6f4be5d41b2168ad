import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { rateMetrics } from '../../forecast/targets/rate-metrics.ts';

export const targetCourses = defineMetric({
  id: 'target_courses',
  question: both('How did each earlier window go, by the same working day and in all?', '以往各时段到同一工作日及全期各完成多少？'),
  grain: ['goal_order', 'window_from'],
  columns: {
    goal_order: column.count(both('Number', '序号'), both('As in target_goals.', '同 target_goals。')),
    window_from: column.date(both('Window from', '时段开始'), both('As in target_windows.', '同 target_windows。')),
    window_to: column.date(both('Window to', '时段结束'), both('As in target_windows.', '同 target_windows。')),
    cut: column.date(both('Cut', '截断日'), both('As in target_windows.', '同 target_windows。')),
    share: column.ratio(both('Share', '时间进度'), both('As in target_windows.', '同 target_windows。')),
    so_far: column.number(both('By the cut', '截断日止'), both('What had come by the cut.', '截断日止的完成值。')),
    total: column.number(both('In all', '全期'), both('What came in the whole window.', '整个时段的完成值。')),
  },
  requires: [['targets.value', 'targets.owner']],
  uses: ['target_goals', 'target_days', 'target_windows', 'target_gaps'],
  source:
    'Definition: what counts for the scope of the target, summed over earlier windows; not those with a month of which the files hold nothing.',
  parameters: z.object({}),
  sql: () => sql`
    with goals as (
      select goal_order, metric, scope, coalesce(scope_key, '') as scope_key, period_start, period_end
      from target_goals
      where not is_over and not is_rolled_up and actual is not null and metric not in ${rateMetrics} and (metric <> 'customers' or targets = 1)
    ),
    spans as (
      select period_start, period_end, window_from, window_to, cut, share
      from target_windows
      group by period_start, period_end, window_from, window_to, cut, share
    ),
    gaps as (select metric, month, month_end from target_gaps),
    broken as (
      select gaps.metric, spans.period_start, spans.period_end, spans.window_from
      from spans
      inner join gaps on gaps.month_end >= spans.window_from and gaps.month < spans.window_to
      group by gaps.metric, spans.period_start, spans.period_end, spans.window_from
    ),
    kept_windows as (
      select goals.goal_order, spans.window_from, spans.window_to, spans.cut, spans.share
      from goals
      inner join spans on spans.period_start = goals.period_start and spans.period_end = goals.period_end
      left join broken
        on broken.metric = goals.metric and broken.period_start = goals.period_start and broken.period_end = goals.period_end
        and broken.window_from = spans.window_from
      where broken.window_from is null
    ),
    items as (
      select
        goals.goal_order, goals.metric, windows.window_from, days.item,
        sum(days.value) filter (where days.day <= windows.cut) as by_cut,
        sum(days.value) as whole
      from goals
      inner join target_windows as windows on windows.period_start = goals.period_start and windows.period_end = goals.period_end
      inner join target_days as days
        on days.metric = goals.metric and days.scope = goals.scope and days.scope_key = goals.scope_key and days.day = windows.day
      group by goals.goal_order, goals.metric, windows.window_from, days.item
    ),
    sums as (
      select
        goal_order, window_from,
        case when max(metric) = 'customers' then count(by_cut) else sum(by_cut) end as so_far,
        case when max(metric) = 'customers' then count(whole) else sum(whole) end as total
      from items
      group by goal_order, window_from
    )
    select
      kept_windows.goal_order, kept_windows.window_from, kept_windows.window_to, kept_windows.cut, kept_windows.share,
      coalesce(sums.so_far, 0)::double precision as so_far,
      coalesce(sums.total, 0)::double precision as total
    from kept_windows
    left join sums on sums.goal_order = kept_windows.goal_order and sums.window_from = kept_windows.window_from`,
});
