import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { groupedBy } from '../../lib/groups.ts';
import { wilson } from '../../stats/wilson.ts';
import { both, column } from '../columns.ts';
import { within } from '../comparison/parts/periods.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { closingOf, closingTimes } from './parts/closing-times.ts';
import { surveyReview } from './parts/survey-review.ts';

const noneDue = { empty: both('None that was done had a due day.', '已完成的均没有计划日期。') };

export const actionOwners = defineMetric({
  id: 'action_owners',
  question: both('Who settles what customers raised, and who lets it lie?', '客户反馈由谁处理，谁拖着未办？'),
  grain: ['action_owner'],
  columns: {
    action_owner: column.text(
      both('Action owner', '措施负责人'),
      both('Who is to do it; empty where the file does not say.', '措施负责人；文件未提供时为空。'),
    ),
    open: column.count(both('Open', '未关闭'), both('Complaints and actions open on the as-of date.', '截止日未关闭的投诉与措施。'), {
      better: 'low',
    }),
    overdue: column.count(both('Overdue', '逾期'), both('Those of them past the day they were due.', '其中已过计划完成日期的。'), {
      better: 'low',
    }),
    oldest_days: column.count(
      both('Oldest open for', '最长未关闭天数'),
      both('Days since the oldest of them came in.', '其中最早一条至今的天数。'),
      {
        unit: 'days',
        empty: both('Nothing is open.', '没有未关闭的。'),
      },
    ),
    done: column.count(both('Done', '已完成'), both('Closed in the period.', '本期关闭的件数。'), { better: 'high' }),
    done_due: column.count(
      both('Done with a due day', '有期限的已完成'),
      both('Those of them that had a due day.', '其中有计划完成日期的。'),
    ),
    done_late: column.count(both('Done late', '逾期完成'), both('Those of these that were closed after it.', '其中晚于计划日期关闭的。'), {
      better: 'low',
    }),
    on_time: column.ratio(both('Done on time', '按时完成率'), both('Not late ÷ done with a due day.', '未逾期 ÷ 有期限的已完成。'), {
      better: 'high',
      ...noneDue,
    }),
    on_time_low: column.ratio(
      both('Done on time, low', '按时完成率下限'),
      both('95% interval of Wilson.', 'Wilson 95% 区间下限。'),
      noneDue,
    ),
    on_time_high: column.ratio(both('Done on time, high', '按时完成率上限'), both('Upper end of it.', '区间上限。'), noneDue),
    median_days: column.number(
      both('Half closed within', '半数关闭用时'),
      both(
        'Of those that came in within the period; open ones count as censored (Kaplan–Meier).',
        '本期收到的；未关闭者按删失处理（Kaplan–Meier）。',
      ),
      { unit: 'days', better: 'low', empty: both('Not half of them are closed yet.', '尚不足半数关闭。') },
    ),
  },
  requires: [['feedback.state', 'feedback.closed_on', 'feedback.action', 'feedback.kind']],
  uses: ['feedback_rows'],
  source: 'Definition: complaints, and feedback with an action or a state, by who is to act; closing times as in complaint_times.',
  parameters: z.object({ as_of: asOf, period }),
  compute: async ({ as_of, period: asked }, read) => {
    const current = surveyReview(asked, as_of)?.current;
    const rows = await read(sql`
      select
        coalesce(action_owner, '') as action_owner, customer_id, feedback_order, is_open, open_days, overdue_days, close_days,
        (${within(sql`closed_on`, current)}) is true and not is_open as is_done, due_on is not null as has_due, (closed_on > due_on) is true as is_late,
        (${within(sql`day`, current)}) is true as is_current
      from feedback_rows
      where kind = 'complaint' or action is not null or is_open or closed_on is not null
      order by action_owner, customer_id nulls last, feedback_order`);
    return [...groupedBy(rows, (row) => String(row['action_owner']))]
      .map(([owner, own]) => {
        const open = own.filter((row) => row['is_open'] === true);
        const done = own.filter((row) => row['is_done'] === true);
        const due = done.filter((row) => row['has_due'] === true);
        const late = due.filter((row) => row['is_late'] === true).length;
        const interval = wilson(due.length - late, due.length);
        const ages = open.flatMap((row) => (typeof row['open_days'] === 'number' ? [row['open_days']] : []));
        return {
          action_owner: owner,
          open: open.length,
          overdue: open.filter((row) => row['overdue_days'] !== null).length,
          oldest_days: ages.length === 0 ? null : Math.max(...ages),
          done: done.length,
          done_due: due.length,
          done_late: late,
          on_time: due.length === 0 ? null : (due.length - late) / due.length,
          on_time_low: interval?.low ?? null,
          on_time_high: interval?.high ?? null,
          median_days: closingTimes(own.flatMap((row) => (row['is_current'] === true ? (closingOf(row) ?? []) : []))).median,
        };
      })
      .filter(({ open, done }) => open > 0 || done > 0);
  },
});
