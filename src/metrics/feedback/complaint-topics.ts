import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import type { Row } from '../../lib/rows.ts';
import { both, column } from '../columns.ts';
import { within } from '../comparison/parts/periods.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { satisfaction } from '../satisfaction-parameter.ts';
import { closingOf, closingTimes } from './parts/closing-times.ts';
import { exactSum } from './parts/exact-sum.ts';
import { type FoundTopic, topicFinder } from './parts/find-topics.ts';
import { surveyReview } from './parts/survey-review.ts';

export const complaintTopics = defineMetric({
  id: 'complaint_topics',
  question: both('What are customers dissatisfied with?', '客户对什么不满意？'),
  grain: ['topic'],
  columns: {
    topic: column.text(
      both('Topic', '主题'),
      both(
        'The tag of the file; without one the topic of the dictionary of which a word is in the text; not_said where neither is.',
        '文件中的主题标签；没有时为内容命中词所属的词典主题；两者都没有为 not_said。',
      ),
    ),
    topic_order: column.count(both('Order', '顺序'), both('Most mentions first, not_said last.', '提及最多的在前，not_said 最后。')),
    found_by: column.id(both('Found by', '依据'), both('tag, word (of the dictionary) or none.', 'tag 标签、word 词典命中、none 均无。')),
    words: column.text(
      both('Words found', '命中词'),
      both('Words of the dictionary that were found, the most frequent first.', '命中的词，出现最多的在前。'),
      {
        empty: both('It is a tag, or nothing was found.', '为标签，或没有命中。'),
      },
    ),
    mentions: column.count(
      both('Mentions', '提及次数'),
      both(
        'Complaints of the period about it, and other feedback of detractors and dissatisfied customers that has a tag or a text; one may have several topics.',
        '本期涉及该主题的投诉，以及贬损者和不满意客户带标签或内容的其他反馈；一条可涉及多个主题。',
      ),
    ),
    share: column.ratio(both('Share', '占比'), both('Mentions ÷ all mentions of the period.', '提及次数 ÷ 本期全部提及次数。'), {
      empty: both('There is none in the period.', '本期没有。'),
    }),
    cumulative_share: column.ratio(
      both('Cumulative share', '累计占比'),
      both('Share of this topic and those above it.', '该主题及其之前各主题的占比合计。'),
      {
        empty: both('There is none in the period.', '本期没有。'),
      },
    ),
    previous_mentions: column.count(both('Mentions before', '上期提及次数'), both('Mentions in the period before.', '上期的提及次数。')),
    customers: column.count(both('Customers', '客户数'), both('Customers who said so in the period.', '本期提及的客户数。'), {
      unit: 'customers',
    }),
    open: column.count(
      both('Open', '未关闭'),
      both('What of it is open on the as-of date, whenever it came in.', '截止日未关闭的件数，不论何时收到。'),
    ),
    overdue: column.count(both('Overdue', '逾期'), both('Those of them past the day they were due.', '其中已过计划完成日期的。')),
    open_revenue: column.money(
      both('Revenue of those waiting', '待处理客户销售额'),
      both('What customers with an open one bought in twelve months.', '有未关闭者的客户近 12 个月的销售额。'),
      { empty: both('None is open, or no amount is known.', '没有未关闭者，或金额未知。') },
    ),
    median_days: column.number(
      both('Half closed within', '半数关闭用时'),
      both('Of those of the period, as in complaint_times.', '本期收到的，同 complaint_times。'),
      { unit: 'days', better: 'low', empty: both('Not half of them are closed yet.', '尚不足半数关闭。') },
    ),
  },
  requires: [['feedback.topic', 'feedback.text'], ['feedback.at']],
  uses: ['feedback_rows'],
  usesIfComputed: ['satisfaction_customers'],
  source: 'Definition: tags as they stand, else words of a dictionary that the config may replace; ordered as in a Pareto chart.',
  parameters: z.object({ as_of: asOf, period, satisfaction }),
  compute: async ({ as_of, period: asked, satisfaction: { topics } }, read) => {
    const review = surveyReview(asked, as_of);
    const rows = await read(sql`
      select
        rows_of.customer_id, rows_of.feedback_order, rows_of.topic, rows_of.text, rows_of.is_open, rows_of.open_days, rows_of.overdue_days,
        rows_of.close_days, customers.revenue, ${within(sql`rows_of.day`, review?.current)} as is_current,
        ${within(sql`rows_of.day`, review?.previous)} as is_previous
      from feedback_rows as rows_of
      left join satisfaction_customers as customers on customers.customer_id = rows_of.customer_id
      where rows_of.kind = 'complaint'
        or ((rows_of.nps_group = 'detractor' or rows_of.csat_group = 'dissatisfied') and (rows_of.topic is not null or rows_of.text is not null))
      order by rows_of.customer_id nulls last, rows_of.feedback_order`);
    const find = topicFinder(topics);
    const found = new Map<string, Found>();
    for (const row of rows)
      for (const { topic, by, word } of find(textOf(row['topic']), textOf(row['text']))) {
        const own: Found = found.get(topic) ?? { by, rows: [], words: new Map<string, number>() };
        own.rows.push(row);
        if (word !== null && row['is_current'] === true) own.words.set(word, (own.words.get(word) ?? 0) + 1);
        found.set(topic, own);
      }
    return ranked([...found].map(([topic, own]) => topicRow(topic, own)));
  },
});

interface Found {
  readonly by: FoundTopic['by'];
  readonly rows: Row[];
  readonly words: Map<string, number>;
}

interface TopicRow extends Row {
  readonly topic: string;
  readonly found_by: FoundTopic['by'];
  readonly mentions: number;
  readonly open: number;
}

function topicRow(topic: string, { by, rows, words }: Found): TopicRow {
  const current = rows.filter((row) => row['is_current'] === true);
  const open = rows.filter((row) => row['is_open'] === true);
  const amounts = [...new Map(open.map((row) => [row['customer_id'], row['revenue']])).values()].filter(
    (amount) => typeof amount === 'number',
  );
  const told = [...words].toSorted(([one, n], [other, m]) => m - n || (one < other ? -1 : 1)).map(([word]) => word);
  return {
    topic,
    found_by: by,
    words: told.length === 0 ? null : told.join(', '),
    mentions: current.length,
    previous_mentions: rows.filter((row) => row['is_previous'] === true).length,
    customers: new Set(current.flatMap((row) => row['customer_id'] ?? [])).size,
    open: open.length,
    overdue: open.filter((row) => row['overdue_days'] !== null).length,
    open_revenue: amounts.length === 0 ? null : exactSum(amounts),
    median_days: closingTimes(current.flatMap((row) => closingOf(row) ?? [])).median,
  };
}

function ranked(rows: readonly TopicRow[]): Row[] {
  const known = rows.filter(({ mentions, open, previous_mentions: before }) => mentions > 0 || open > 0 || Number(before) > 0);
  const all = known.reduce((sum, { mentions }) => sum + mentions, 0);
  let before = 0;
  return known
    .toSorted(
      (one, other) =>
        Number(one.found_by === 'none') - Number(other.found_by === 'none') ||
        other.mentions - one.mentions ||
        other.open - one.open ||
        (one.topic < other.topic ? -1 : 1),
    )
    .map((row, index) => {
      before += row.mentions;
      return {
        ...row,
        topic_order: index + 1,
        share: all === 0 ? null : row.mentions / all,
        cumulative_share: all === 0 ? null : before / all,
      };
    });
}

function textOf(cell: unknown): string | null {
  return typeof cell === 'string' ? cell : null;
}
