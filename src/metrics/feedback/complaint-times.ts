import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { within } from '../comparison/parts/periods.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { reviewed } from '../reps/parts/review.ts';
import { closingOf, closingTimes } from './parts/closing-times.ts';
import { surveyReview } from './parts/survey-review.ts';

const notReached = { empty: both('Not so many are closed yet.', '尚未有这么多投诉关闭。') };

export const complaintTimes = defineMetric({
  id: 'complaint_times',
  question: both('How long do complaints take to be settled?', '投诉多久能处理完？'),
  grain: ['period'],
  columns: {
    period: column.id(
      both('Period', '时期'),
      both('In which they came in: current, previous, year_ago.', '收到投诉的时期：current 本期、previous 上期、year_ago 去年同期。'),
    ),
    complaints: column.count(both('Complaints', '投诉数'), both('Complaints that came in then.', '该期收到的投诉数。')),
    closed: column.count(both('Closed', '已关闭'), both('Those of them that are closed by the as-of date.', '其中截止日前已关闭的。')),
    open: column.count(both('Still open', '未关闭'), both('Those of them that are not.', '其中尚未关闭的。')),
    overdue: column.count(both('Overdue', '逾期'), both('Open ones past the day they were due.', '未关闭且已过计划完成日期的。')),
    median_days: column.number(
      both('Half closed within', '半数关闭用时'),
      both(
        'Days by which half are closed; open ones count as censored (Kaplan–Meier).',
        '半数投诉关闭所需天数，未关闭者按删失处理（Kaplan–Meier）。',
      ),
      { unit: 'days', better: 'low', ...notReached },
    ),
    ninety_days: column.number(
      both('Nine in ten closed within', '九成关闭用时'),
      both('The same of nine in ten.', '九成投诉关闭所需天数。'),
      {
        unit: 'days',
        better: 'low',
        ...notReached,
      },
    ),
  },
  requires: [['feedback.kind'], ['feedback.at'], ['feedback.closed_on', 'feedback.state']],
  uses: ['feedback_rows'],
  source: 'Kaplan & Meier (1958), JASA 53, 457-481; quantiles: Brookmeyer & Crowley (1982), Biometrics 38, 29-41.',
  parameters: z.object({ as_of: asOf, period }),
  compute: async ({ as_of, period: asked }, rows) => {
    const review = surveyReview(asked, as_of);
    if (review === null) return [];
    return Promise.all(
      reviewed.map(async (of) => {
        const own = await rows(sql`
          select is_open, open_days, overdue_days, close_days, customer_id, feedback_order
          from feedback_rows
          where kind = 'complaint' and ${within(sql`day`, review[of])}
          order by customer_id nulls last, feedback_order`);
        const { median, ninety } = closingTimes(own.flatMap((row) => closingOf(row) ?? []));
        return {
          period: of,
          complaints: own.length,
          closed: own.filter((row) => row['is_open'] === false).length,
          open: own.filter((row) => row['is_open'] === true).length,
          overdue: own.filter((row) => row['overdue_days'] !== null).length,
          median_days: median,
          ninety_days: ninety,
        };
      }),
    );
  },
});
