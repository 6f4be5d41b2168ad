import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { addDays, addMonths, type IsoDate } from '../../lib/dates.ts';
import { groupedBy } from '../../lib/groups.ts';
import type { Row } from '../../lib/rows.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';

export const targetGaps = defineMetric({
  id: 'target_gaps',
  question: both('For which months do the files hold nothing at all of what a metric is counted by?', '计算各指标所用的文件缺少哪些月份？'),
  grain: ['metric', 'month'],
  columns: {
    metric: column.id(both('Metric', '指标'), both('Of those that have targets.', '有目标的指标。')),
    month: column.date(
      both('Month', '月份'),
      both(
        'First day of a month after the first record of the company and over by the as-of date, without any record of anybody.',
        '公司首条记录之后、截至统计日期已结束、但任何人都没有记录的月份的第一天。',
      ),
    ),
    month_end: column.date(both('To', '月末'), both('Its last day.', '当月最后一天。')),
  },
  requires: [['targets.value', 'targets.owner']],
  reads: ['orders.ordered_at', 'activities.at', 'activities.channel', 'leads.created_at', 'feedback.at'],
  uses: ['target_rows'],
  source: 'Definition: a whole month of which no file has a row; what was reached then is not known, it is not 0.',
  parameters: z.object({ as_of: asOf }),
  compute: async ({ as_of }, rows) => {
    if (as_of === null) return [];
    const months = await rows(sql`
      with metrics as (select metric from target_rows group by metric),
      sources as (
        select 'sales' as source, cast(ordered_at as date) as day from orders where ordered_at is not null
        union all select 'contacts', cast(activities.at as date) from activities where activities.at is not null and channel is not null
        union all select 'leads', cast(created_at as date) from leads where created_at is not null
        union all select 'feedback', cast(feedback.at as date) from feedback where feedback.at is not null
      ),
      held as (
        select source, extract(year from day) as held_year, extract(month from day) as held_month, min(day) as first_day
        from sources
        where day <= ${as_of}::date
        group by source, extract(year from day), extract(month from day)
      )
      select metrics.metric, held.first_day
      from metrics
      inner join held on held.source = case
        when metrics.metric in ('visits', 'calls') then 'contacts'
        when metrics.metric in ('leads', 'conversion_rate') then 'leads'
        when metrics.metric in ('csat', 'nps') then 'feedback'
        else 'sales'
      end
      order by metrics.metric, held.first_day`);
    return [...groupedBy(months, ({ metric }) => String(metric))].flatMap(([metric, held]) =>
      emptyMonths(
        held.map((row) => row['first_day'] as IsoDate),
        as_of,
      ).map((month): Row => ({ metric, month, month_end: addDays(addMonths(month, 1), -1) })),
    );
  },
});

/** Whole months without a day, from the month of the first day on; `days` are in order. */
function emptyMonths(days: readonly IsoDate[], until: IsoDate): IsoDate[] {
  const [first] = days;
  if (first === undefined) return [];
  const held = new Set(days.map(monthOf));
  const empty: IsoDate[] = [];
  for (let month = monthOf(first); addMonths(month, 1) <= addDays(until, 1); month = addMonths(month, 1))
    if (!held.has(month)) empty.push(month);
  return empty;
}

function monthOf(day: IsoDate): IsoDate {
  return `${day.slice(0, 7)}-01`;
}
