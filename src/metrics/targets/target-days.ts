import { z } from 'zod';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { daysOfTargets } from './parts/days-of-targets.ts';

export const targetDays = defineMetric({
  id: 'target_days',
  question: both('What counts for the targets, day by day?', '逐日来看，哪些业绩计入各目标？'),
  grain: ['metric', 'scope', 'scope_key', 'day', 'item'],
  columns: {
    metric: column.id(
      both('Metric', '指标'),
      both(
        'As counted_as of target_rows. csat_share: answers of at least 80% of the scale; nps: promoters less detractors in points of 100 each, nps_share: of 1 each.',
        '同 target_rows 的 counted_as。csat_share 为达到满分 80% 的答卷；nps 每位推荐者或贬损者计 ±100 分，nps_share 计 ±1。',
      ),
    ),
    scope: column.id(both('Counted by', '计入范围'), both('As in target_rows.', '同 target_rows。')),
    scope_key: column.text(both('Of', '范围取值'), both('As in target_rows; empty for the company.', '同 target_rows；公司为空文本。')),
    day: column.date(both('Day', '日期'), both('When it was sold, done or answered.', '成交、发生或答复的日期。')),
    item: column.text(
      both('Customer', '客户'),
      both('Who bought, where different customers are counted; else empty.', '按客户去重计数时为购买的客户；其余为空文本。'),
    ),
    value: column.wide(
      both('Counts', '计入'),
      both(
        'Sum of the day. Of rates the numerator: leads that converted, sum of the scores, promoters less detractors.',
        '当天合计。比率为分子：已转化线索、评分合计、推荐者减贬损者。',
      ),
    ),
    base: column.count(both('Of', '基数'), both('Denominator of rates: leads that came in, answers.', '比率的分母：新进线索、答卷。'), {
      empty: both('Sums and counts have none.', '合计与计数没有。'),
    }),
  },
  requires: [['targets.value', 'targets.owner']],
  reads: [
    'orders.order_id',
    'orders.customer_id',
    'orders.ordered_at',
    'orders.rep',
    'orders.product',
    'orders.category',
    'orders.amount',
    'orders.profit',
    'orders.paid_amount',
    'orders.quantity',
    'activities.at',
    'activities.rep',
    'activities.customer_id',
    'activities.channel',
    'feedback.at',
    'feedback.rep',
    'feedback.customer_id',
    'feedback.csat',
    'feedback.nps',
    'customers.region',
    'customers.owner',
  ],
  uses: ['target_rows', 'rep_names'],
  usesIfComputed: ['sales_days', 'customer_profile', 'lead_course'],
  source: 'Definition: what is sold, done, answered or came in on a day, for each scope that has a target of it, and for the company.',
  parameters: z.object({ as_of: asOf }),
  sql: ({ as_of }) => daysOfTargets(as_of),
});
