import { z } from 'zod';
import { sql, trusted } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { dimensionColumns, dimensionIds } from './parts/dimensions.ts';

const notGiven = { empty: both('The file does not say.', '文件未提供。') };
const noAnswer = { empty: both('There is no such answer.', '没有这项回答。') };
const notOpen = { empty: both('Nothing is open.', '没有待办。') };

export const feedbackRows = defineMetric({
  id: 'feedback_rows',
  question: both('What did each customer say, and what became of it?', '每位客户说了什么，后来怎么处理？'),
  grain: ['customer_id', 'feedback_order'],
  columns: {
    feedback_order: column.count(
      both('Number', '序号'),
      both(
        'Which feedback of the customer it is, by time; feedback without a customer is numbered together.',
        '该客户的第几条反馈，按时间；没有客户的反馈一起编号。',
      ),
    ),
    feedback_id: column.id(both('Feedback id', '反馈编号'), both('The id in the files.', '数据文件中的编号。'), notGiven),
    customer_id: column.id(both('Customer id', '客户编号'), both('The customer who said it.', '提出反馈的客户。'), notGiven),
    rep: column.text(
      both('Rep', '销售'),
      both(
        'Rep whom the feedback is about, else who owns the customer, as in rep_names.',
        '反馈涉及的销售，没有时取客户负责人，写法同 rep_names。',
      ),
      notGiven,
    ),
    day: column.date(both('Day', '日期'), both('Day the feedback came in.', '收到反馈的日期。'), notGiven),
    kind: column.id(
      both('Kind', '类型'),
      both(
        'survey, complaint or suggestion; where the file does not say, survey of what has a score, else case of what has a state.',
        'survey 调查、complaint 投诉、suggestion 建议；未注明时，有评分的为 survey，有处理状态的为 case 工单。',
      ),
      notGiven,
    ),
    channel: column.id(both('Channel', '渠道'), both('How it came in.', '反馈渠道。'), notGiven),
    product: column.text(both('Product', '产品'), both('Product it is about.', '反馈涉及的产品。'), notGiven),
    nps: column.count(
      both('NPS answer', 'NPS 评分'),
      both(
        'Likelihood to recommend, 0 to 10; on another scale it is none (see survey_scales).',
        '推荐意愿，0 至 10；其他量表不计（见 survey_scales）。',
      ),
      noAnswer,
    ),
    nps_group: column.id(
      both('Answer group', '人群'),
      both(
        'promoter from 9 on, detractor up to 6, passive between.',
        'promoter 推荐者（9–10）、passive 被动者（7–8）、detractor 贬损者（0–6）。',
      ),
      noAnswer,
    ),
    csat: column.exact(both('Satisfaction', '满意度'), both('On the scale of the survey.', '按问卷自身的量表。'), noAnswer),
    csat_group: column.id(
      both('Satisfaction group', '满意度分组'),
      both(
        'satisfied, dissatisfied or neutral, as survey_scales says.',
        'satisfied 满意、dissatisfied 不满意、neutral 一般，界限见 survey_scales。',
      ),
      noAnswer,
    ),
    ...dimensionColumns(noAnswer),
    topic: column.text(both('Topic', '主题'), both('Tag of the file.', '文件中的主题标签。'), notGiven),
    text: column.text(both('Text', '内容'), both("The customer's own words.", '客户原话。'), notGiven),
    action: column.text(both('Action', '改进措施'), both('What was decided to do.', '决定采取的措施。'), notGiven),
    action_owner: column.text(
      both('Action owner', '措施负责人'),
      both('Who is to do it, as in rep_names; else the rep of the feedback.', '措施负责人，写法同 rep_names；没有时取反馈涉及的销售。'),
      notGiven,
    ),
    due_on: column.date(both('Due on', '计划完成日期'), both('Day the action is to be done.', '措施应完成的日期。'), notGiven),
    closed_on: column.date(both('Closed on', '关闭日期'), both('Day it was settled, by the as-of date.', '截止日前处理完毕的日期。'), {
      empty: both('It is open, or the day is not known.', '尚未关闭，或日期未知。'),
    }),
    is_open: column.flag(
      both('Open', '未关闭'),
      both(
        'A complaint, or what has a state or an action, that is not settled by the as-of date; a complaint without a state is open until a closing day is given.',
        '投诉，或有处理状态、改进措施的反馈，截止日尚未处理完；未注明状态的投诉在有关闭日期之前为未关闭。',
      ),
    ),
    open_days: column.count(both('Open for', '未关闭天数'), both('Days from the feedback to the as-of date.', '收到反馈至截止日的天数。'), {
      unit: 'days',
      ...notOpen,
    }),
    overdue_days: column.count(
      both('Overdue by', '逾期天数'),
      both('Days from the due day to the as-of date, of what is open.', '未关闭者自计划完成日期至截止日的天数。'),
      { unit: 'days', empty: both('It is not open, not due yet, or has no due day.', '已关闭、未到期或没有计划日期。') },
    ),
    close_days: column.count(both('Closed in', '处理天数'), both('Days from the feedback to its closing.', '收到反馈至关闭的天数。'), {
      unit: 'days',
      empty: both('It is open, or a day is not known.', '尚未关闭，或日期未知。'),
    }),
  },
  requires: [
    ['feedback.customer_id', 'feedback.rep'],
    ['feedback.nps', 'feedback.csat', ...dimensionIds.map((id) => `feedback.${id}`), 'feedback.kind', 'feedback.state'],
  ],
  reads: [
    'feedback.feedback_id',
    'feedback.at',
    'feedback.channel',
    'feedback.product',
    'feedback.topic',
    'feedback.text',
    'feedback.action',
    'feedback.action_owner',
    'feedback.due_on',
    'feedback.closed_on',
  ],
  uses: ['rep_names'],
  usesIfComputed: ['customer_profile', 'survey_scales'],
  source: 'Definition: feedback up to the as-of date as the files have it, and how it stands on that day.',
  parameters: z.object({ as_of: asOf }),
  sql: ({ as_of }) => sql`
    with names as (select key as written, rep from rep_names),
    owners as (select key as owner, rep from rep_names),
    doers as (select key as action_owner, rep from rep_names),
    owned as (
      select profile.customer_id, coalesce(owners.rep, profile.owner) as owner
      from customer_profile as profile
      left join owners on owners.owner = profile.owner
    ),
    scales as (
      select
        max(case when measure = 'nps' then good_from end) as promoters_from,
        max(case when measure = 'nps' then bad_to end) as detractors_to,
        max(case when measure = 'csat' then good_from end) as satisfied_from,
        max(case when measure = 'csat' then bad_to end) as dissatisfied_to
      from survey_scales
    ),
    given as (
      select feedback.*, feedback.rep as written, cast(feedback.at as date) as day
      from feedback
      where feedback.at is null or cast(feedback.at as date) <= coalesce(${as_of}::date, '9999-12-31'::date)
    ),
    named as (
      select
        given.customer_id, given.feedback_id, coalesce(names.rep, given.rep, owned.owner) as rep, given.day,
        case
          when given.kind is not null then given.kind
          when coalesce(given.nps::double precision, given.csat::double precision, ${trusted(dimensionIds.map((id) => `given.${id}::double precision`).join(', '))}) is not null then 'survey'
          when given.state is not null then 'case'
        end as kind,
        given.channel, given.product,
        case when scales.promoters_from is not null and given.nps >= 0 and given.nps <= 10 then given.nps end as nps,
        case when given.csat >= 0 then given.csat end as csat,
        ${trusted(dimensionIds.map((id) => `given.${id}`).join(', '))},
        given.topic, given.text, given.action, coalesce(doers.rep, given.action_owner, names.rep, given.rep, owned.owner) as action_owner,
        given.due_on, given.state,
        case when given.closed_on <= coalesce(${as_of}::date, '9999-12-31'::date) then given.closed_on end as closed_on,
        given.closed_on > ${as_of}::date as closes_later,
        scales.promoters_from, scales.detractors_to, scales.satisfied_from, scales.dissatisfied_to
      from given
      cross join scales
      left join names on names.written = given.written
      left join owned on owned.customer_id = given.customer_id
      left join doers on doers.action_owner = given.action_owner
    ),
    judged as (
      select
        named.*,
        (kind = 'complaint' or state is not null or action is not null) is true
          and (closes_later is true or (closed_on is null and (state is null or state <> 'closed'))) as is_open
      from named
    )
    select
      row_number() over (
        partition by customer_id
        order by
          day nulls last, kind nulls last, nps nulls last, csat nulls last, topic nulls last, text nulls last, action nulls last,
          due_on nulls last, closed_on nulls last, state nulls last, closes_later nulls last, rep nulls last, channel nulls last, product nulls last, action_owner nulls last,
          ${trusted(dimensionIds.map((id) => `${id} nulls last`).join(', '))}, feedback_id nulls last
      ) as feedback_order,
      feedback_id, customer_id, rep, day, kind, channel, product, nps,
      case when nps >= promoters_from then 'promoter' when nps <= detractors_to then 'detractor' when nps is not null then 'passive' end as nps_group,
      csat,
      case
        when satisfied_from is null then null
        when csat >= satisfied_from then 'satisfied'
        when csat <= dissatisfied_to then 'dissatisfied'
        when csat is not null then 'neutral'
      end as csat_group,
      ${trusted(dimensionIds.join(', '))},
      topic, text, action, case when kind = 'complaint' or is_open or action is not null or closed_on is not null then action_owner end as action_owner,
      due_on, closed_on, is_open,
      case when is_open then ${as_of}::date - day end as open_days,
      case when is_open and due_on < ${as_of}::date then ${as_of}::date - due_on end as overdue_days,
      case when not is_open and closed_on >= day then closed_on - day end as close_days
    from judged`,
});
