import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { shareBy, windowsBefore } from '../../forecast/targets/windows.ts';
import { addDays, type IsoDate, type Period } from '../../lib/dates.ts';
import type { Row } from '../../lib/rows.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { targets } from '../target-parameter.ts';
import { rateMetrics } from '../../forecast/targets/rate-metrics.ts';
import { workingTimeOf } from './parts/working-time.ts';

/** Files that begin so many days into a month have it whole: it begins with a holiday or a weekend. */
const lateStart = 4;

export const targetWindows = defineMetric({
  id: 'target_windows',
  question: both(
    'Which earlier stretches of time does a running period compare with, day by day?',
    '进行中的期间与以往哪些时段可比（逐日）？',
  ),
  grain: ['period_start', 'period_end', 'window_from', 'day'],
  columns: {
    period_start: column.date(both('From', '开始'), both('First day of the running period.', '进行中期间的第一天。')),
    period_end: column.date(both('To', '结束'), both('Last day of the running period.', '进行中期间的最后一天。')),
    window_from: column.date(
      both('Window from', '时段开始'),
      both('First day of the earlier window, which is as long.', '等长的以往时段的第一天。'),
    ),
    window_to: column.date(both('Window to', '时段结束'), both('The day after its last.', '该时段最后一天的次日。')),
    cut: column.date(
      both('Cut', '截断日'),
      both('The day by which as large a share of its working days had passed.', '工作日进度相同的那一天。'),
    ),
    share: column.ratio(
      both('Share', '时间进度'),
      both('Working days passed by the cut ÷ working days of the window.', '截断日已过工作日 ÷ 该时段工作日。'),
    ),
    day: column.date(both('Day', '日期'), both('A day of the window.', '该时段中的一天。')),
  },
  requires: [['targets.value', 'targets.owner']],
  uses: ['target_rows', 'target_goals', 'target_days'],
  source: 'Definition: windows of the same length, month by month, that are over; cut at the same share of working days.',
  parameters: z.object({ as_of: asOf, targets }),
  compute: async ({ as_of, targets: { calendar } }, rows) => {
    if (as_of === null) return [];
    const time = await workingTimeOf(calendar);
    const running = await rows(sql`
      select period_start, period_end
      from target_goals
      where not is_over and actual is not null and metric not in ${rateMetrics}
      group by period_start, period_end
      order by period_start, period_end`);
    const [found] = await rows(sql`
      select min(days.day) as first_day
      from target_days as days
      inner join (
        select counted_as, scope, coalesce(scope_key, '') as scope_key from target_rows group by counted_as, scope, coalesce(scope_key, '')
      ) as own
        on own.counted_as = days.metric and own.scope = days.scope and own.scope_key = days.scope_key`);
    const first = (found?.['first_day'] ?? null) as IsoDate | null;
    if (first === null) return [];
    return running.flatMap(({ period_start, period_end }) => {
      const period = { from: period_start as IsoDate, to: addDays(period_end as IsoDate, 1) };
      return windowsBefore(period, shareBy(period, as_of, time), addDays(first, -lateStart), time)
        .filter((window) => window.to <= addDays(as_of, 1))
        .flatMap(({ from, to, cut, share }): Row[] =>
          daysOf({ from, to }).map((day) => ({
            period_start: period_start!,
            period_end: period_end!,
            window_from: from,
            window_to: to,
            cut,
            share,
            day,
          })),
        );
    });
  },
});

function daysOf({ from, to }: Period): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = from; day < to; day = addDays(day, 1)) days.push(day);
  return days;
}
