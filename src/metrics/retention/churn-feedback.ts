import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';

const noAnswer = { empty: both('The customer gave no such answer.', '该客户没有这项回答。') };

export const churnFeedback = defineMetric({
  id: 'churn_feedback',
  question: both('Is each customer content, and are its complaints settled?', '每位客户是否满意，投诉是否已解决？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    open_complaints: column.count(
      both('Open complaints', '未关闭投诉'),
      both(
        'Complaints that are not closed by the as-of date; one without a state counts as open until a closing day is given.',
        '截止日尚未关闭的投诉数；未注明状态且无关闭日期的视为未关闭。',
      ),
    ),
    oldest_complaint_days: column.count(
      both('Oldest open complaint', '最早未关闭投诉'),
      both('Days since the oldest of them came in.', '其中最早一条至今的天数。'),
      { unit: 'days', empty: both('There is none, or its day is not known.', '没有未关闭投诉，或日期未知。') },
    ),
    csat: column.exact(
      both('Latest satisfaction', '最近满意度'),
      both('Latest satisfaction score; of several on one day the lowest.', '最近一次满意度评分；同日多次取最低。'),
      noAnswer,
    ),
    nps: column.exact(
      both('Latest NPS answer', '最近 NPS 评分'),
      both('Latest likelihood to recommend; of several on one day the lowest.', '最近一次推荐意愿评分；同日多次取最低。'),
      noAnswer,
    ),
    csat_scale: column.exact(
      both('Satisfaction scale', '满意度满分'),
      both('Highest satisfaction score of any customer in the file: 5, 10 or 100 of it.', '文件中出现的最高满意度评分。'),
      { empty: both('No customer gave a satisfaction score.', '没有任何满意度评分。') },
    ),
  },
  requires: [['feedback.customer_id'], ['feedback.kind', 'feedback.csat', 'feedback.nps']],
  reads: ['feedback.at', 'feedback.state', 'feedback.closed_on'],
  uses: [],
  source: 'Definition: complaints not closed, and the latest answer of each customer.',
  parameters: z.object({ as_of: asOf }),
  sql: ({ as_of }) => sql`
    with known as (
      select feedback.*, cast(feedback.at as date) as came_on, coalesce(cast(feedback.at as date), '0001-01-01'::date) as day
      from feedback
      where customer_id is not null and coalesce(cast(feedback.at as date), '0001-01-01'::date) <= coalesce(${as_of}::date, '9999-12-31'::date)
    ),
    complaints as (
      select
        customer_id,
        count(*) filter (where kind = 'complaint' and ${isOpen(as_of)}) as open_complaints,
        min(came_on) filter (where kind = 'complaint' and ${isOpen(as_of)}) as oldest_on,
        max(day) filter (where csat is not null) as csat_on,
        max(day) filter (where nps is not null) as nps_on
      from known
      group by customer_id
    ),
    answers as (
      select
        known.customer_id,
        min(known.csat) filter (where known.day = complaints.csat_on) as csat,
        min(known.nps) filter (where known.day = complaints.nps_on) as nps
      from known join complaints on complaints.customer_id = known.customer_id
      group by known.customer_id
    ),
    scale as (select max(csat) as csat_scale from known)
    select
      complaints.customer_id,
      complaints.open_complaints,
      ${as_of}::date - complaints.oldest_on as oldest_complaint_days,
      answers.csat,
      answers.nps,
      scale.csat_scale
    from complaints
    join answers on answers.customer_id = complaints.customer_id
    cross join (select csat_scale from scale) as scale`,
});

function isOpen(asOfDate: string | null): ReturnType<typeof sql> {
  return sql`(closed_on > ${asOfDate}::date or (closed_on is null and (state is null or state <> 'closed')))`;
}
