import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { addMonths } from '../../lib/dates.ts';
import { both, column, customerId } from '../columns.ts';
import { within } from '../comparison/parts/periods.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { lastTwelveMonths } from '../windows.ts';
import { surveyReview } from './parts/survey-review.ts';

const noAnswer = { empty: both('The customer gave no such answer.', '该客户没有这项回答。') };
const noneOpen = { empty: both('Nothing of the customer is open.', '该客户没有未关闭的反馈。') };

export const satisfactionCustomers = defineMetric({
  id: 'satisfaction_customers',
  question: both('How content is each customer, and what is open with it?', '每位客户是否满意，有什么尚未解决？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    answers: column.count(
      both('Answers', '回答数'),
      both('Answers of the period, to any question on satisfaction.', '本期满意度各类回答数。'),
    ),
    nps: column.count(
      both('Latest NPS answer', '最近 NPS 评分'),
      both('Latest likelihood to recommend; of several on one day the lowest.', '最近一次推荐意愿评分；同日多次取最低。'),
      { better: 'high', ...noAnswer },
    ),
    nps_group: column.id(
      both('Answer group', '人群'),
      both('promoter, passive or detractor, by the latest answer.', '按最近一次评分：promoter、passive 或 detractor。'),
      noAnswer,
    ),
    nps_on: column.date(both('Answered on', '评分日期'), both('Day of that answer.', '该评分的日期。'), noAnswer),
    nps_before: column.count(
      both('NPS answer before', '上一次 NPS 评分'),
      both('The answer before that one.', '再上一次的评分。'),
      noAnswer,
    ),
    csat: column.exact(
      both('Latest satisfaction', '最近满意度'),
      both('Latest score of overall satisfaction; of several on one day the lowest.', '最近一次总体满意度评分；同日多次取最低。'),
      { better: 'high', ...noAnswer },
    ),
    csat_group: column.id(
      both('Satisfaction group', '满意度分组'),
      both('satisfied, neutral or dissatisfied, by that score.', '按该评分：satisfied、neutral 或 dissatisfied。'),
      noAnswer,
    ),
    csat_mean: column.number(both('Mean satisfaction', '平均满意度'), both('Mean score of the period.', '本期平均分。'), {
      better: 'high',
      ...noAnswer,
    }),
    complaints: column.count(both('Complaints', '投诉数'), both('Complaints of the period.', '本期投诉数。'), { better: 'low' }),
    open_complaints: column.count(
      both('Open complaints', '未关闭投诉'),
      both('Complaints open on the as-of date.', '截止日未关闭的投诉数。'),
      { better: 'low' },
    ),
    open_days: column.count(
      both('Oldest open for', '最长未关闭天数'),
      both('Days since the oldest open complaint.', '最早未关闭投诉至今的天数。'),
      {
        unit: 'days',
        ...noneOpen,
      },
    ),
    overdue_days: column.count(
      both('Overdue by', '逾期天数'),
      both('The most days by which one of them is overdue.', '其中逾期最久的天数。'),
      {
        unit: 'days',
        empty: both('None is overdue.', '没有逾期。'),
      },
    ),
    topic: column.text(both('Topic', '主题'), both('Tag of the oldest open complaint.', '最早未关闭投诉的主题标签。'), noneOpen),
    action: column.text(both('Action', '改进措施'), both('What was decided to do about it.', '针对它决定的改进措施。'), noneOpen),
    action_owner: column.text(both('Action owner', '措施负责人'), both('Who is to do it.', '措施负责人。'), noneOpen),
    due_on: column.date(both('Due on', '计划完成日期'), both('Day it is to be done.', '应完成的日期。'), noneOpen),
    revenue: column.money(
      both('Bought in 12 months', '近 12 个月销售额'),
      both('Revenue of the twelve months up to the as-of date: what is at stake.', '截至截止日 12 个月的销售额，即涉及金额。'),
      { empty: both('No order of these months has an amount.', '这 12 个月没有带金额的订单。') },
    ),
    calls_for: column.id(
      both('Calls for', '需处理'),
      both(
        'overdue: a complaint is overdue; complaint: one is open; detractor: the latest NPS answer, of the last twelve months, is 0 to 6; dissatisfied: without one, the latest satisfaction of these months is.',
        'overdue 投诉逾期未结；complaint 有未关闭投诉；detractor 近 12 个月最近一次 NPS 为 0–6 分；dissatisfied 没有 NPS 时，最近一次满意度为不满意。',
      ),
      { empty: both('Nothing.', '无。') },
    ),
  },
  requires: [['feedback.customer_id']],
  uses: ['feedback_rows'],
  usesIfComputed: ['order_totals'],
  source: 'Definition: the latest answers and the open complaints of each customer, and what it bought in twelve months.',
  parameters: z.object({ as_of: asOf, period }),
  sql: ({ as_of, period: asked }) => {
    const current = surveyReview(asked, as_of)?.current;
    const recent = as_of === null ? null : addMonths(as_of, -12);
    return sql`
    with known as (select * from feedback_rows where customer_id is not null),
    nps_answers as (
      select
        customer_id, nps, nps_group, day,
        row_number() over (partition by customer_id order by day desc nulls last, nps, feedback_order) as place
      from known
      where nps is not null
    ),
    csat_answers as (
      select
        customer_id, csat, csat_group, day,
        row_number() over (partition by customer_id order by day desc nulls last, csat, feedback_order) as place
      from known
      where csat is not null
    ),
    complaints as (
      select
        customer_id, topic, action, action_owner, due_on, overdue_days, open_days,
        row_number() over (partition by customer_id order by day nulls last, feedback_order) as place
      from known
      where kind = 'complaint' and is_open
    ),
    open_complaints as (
      select
        customer_id, count(*) as open_complaints, max(open_days) as open_days, max(overdue_days) as overdue_days,
        max(case when place = 1 then topic end) as topic, max(case when place = 1 then action end) as action,
        max(case when place = 1 then action_owner end) as action_owner, max(case when place = 1 then due_on end) as due_on
      from complaints
      group by customer_id
    ),
    latest_nps as (
      select
        customer_id, max(case when place = 1 then nps end) as nps, max(case when place = 1 then nps_group end) as nps_group,
        max(case when place = 1 then day end) as nps_on, max(case when place = 2 then nps end) as nps_before
      from nps_answers
      where place <= 2
      group by customer_id
    ),
    latest_csat as (select customer_id, csat, csat_group, day as csat_on from csat_answers where place = 1),
    counted as (
      select
        customer_id,
        count(*) filter (where (nps is not null or csat is not null) and ${within(sql`day`, current)}) as answers,
        count(*) filter (where kind = 'complaint' and ${within(sql`day`, current)}) as complaints,
        count(csat) filter (where ${within(sql`day`, current)}) as csat_answers,
        sum(csat) filter (where ${within(sql`day`, current)}) as csat_sum
      from known
      group by customer_id
    ),
    bought as (
      select customer_id, sum(amount) as revenue
      from order_totals
      where ${within(sql`ordered_on`, as_of === null ? undefined : lastTwelveMonths(as_of))}
      group by customer_id
    )
    select
      counted.customer_id, counted.answers, latest_nps.nps, latest_nps.nps_group, latest_nps.nps_on, latest_nps.nps_before,
      latest_csat.csat, latest_csat.csat_group, counted.csat_sum::double precision / nullif(counted.csat_answers, 0)::double precision as csat_mean,
      counted.complaints, coalesce(open_complaints.open_complaints, 0) as open_complaints, open_complaints.open_days, open_complaints.overdue_days,
      open_complaints.topic, open_complaints.action, open_complaints.action_owner, open_complaints.due_on, bought.revenue,
      case
        when open_complaints.overdue_days is not null then 'overdue'
        when open_complaints.open_complaints > 0 then 'complaint'
        when latest_nps.nps_group = 'detractor' and latest_nps.nps_on > ${recent}::date then 'detractor'
        when latest_nps.nps_group is null and latest_csat.csat_group = 'dissatisfied' and latest_csat.csat_on > ${recent}::date then 'dissatisfied'
      end as calls_for
    from counted
    left join latest_nps on latest_nps.customer_id = counted.customer_id
    left join latest_csat on latest_csat.customer_id = counted.customer_id
    left join open_complaints on open_complaints.customer_id = counted.customer_id
    left join bought on bought.customer_id = counted.customer_id`;
  },
});
