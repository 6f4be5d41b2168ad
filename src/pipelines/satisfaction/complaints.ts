import { sql } from '../../engine/sql.ts';
import { both } from '../../lib/localized.ts';
import type { TableSection } from '../../result/result.ts';
import { from, own, reads, worded } from '../../views/list-columns.ts';
import { ascending, descending } from '../../views/list-source.ts';
import { list } from '../../views/list.ts';
import { notSaid } from '../../views/not-said.ts';
import { metricHeading } from '../../views/of-metrics.ts';
import type { SatisfactionInput } from './run.ts';
import { channelWords, kindWords, topicWords } from './words.ts';

/** Reasons for dissatisfaction, the most frequent first. */
export function topicsSection(input: SatisfactionInput): Promise<TableSection> {
  const metric = 'complaint_topics';
  const found = new Map(
    Object.entries({ tag: both('tag', '标签'), word: both('word', '词典'), none: both('none', '无') }).map(([id, text]) => [
      id,
      text[input.lang],
    ]),
  );
  return list(input, {
    id: 'topics',
    title: both('Reasons for dissatisfaction', '不满意原因'),
    of: metric,
    order: ascending(metric, 'topic_order'),
    columns: [
      ...worded(from(metric, 'topic'), topicWords(input.lang), (topic) => topic),
      ...from(
        metric,
        'mentions',
        'share',
        'cumulative_share',
        'previous_mentions',
        'customers',
        'open',
        'overdue',
        'open_revenue',
        'median_days',
      ),
      ...worded(from(metric, 'found_by'), found),
      ...from(metric, 'words'),
    ],
    glance: {
      first: ['topic', 'mentions', 'cumulative_share', 'previous_mentions', 'open', 'overdue', 'open_revenue', 'median_days'],
      most: 8,
    },
    chart: { kind: 'bars', label: 'topic', value: 'mentions' },
  });
}

/** What is open, the longest overdue first. */
export function actionsSection(input: SatisfactionInput): Promise<TableSection> {
  const metric = 'feedback_rows';
  return list(input, {
    id: 'actions',
    title: both('Open complaints, then other actions, the longest overdue first', '未完成的投诉与其他改进措施（逾期久的在前）'),
    of: metric,
    by: 'customer_id',
    where: sql`feedback_rows.is_open`,
    order: [
      ...ascending(metric, 'kind'),
      ...descending(metric, 'overdue_days', 'open_days'),
      ...ascending(metric, 'customer_id', 'feedback_order'),
    ],
    columns: [
      ...from(metric, 'feedback_id', 'customer_id'),
      ...from('customer_profile', 'customer_name'),
      ...worded(from(metric, 'kind'), kindWords(input.lang)),
      ...from(metric, 'topic', 'action', 'action_owner', 'due_on', 'overdue_days', 'open_days', 'day', 'rep'),
      ...worded(from(metric, 'channel'), channelWords(input.lang)),
      ...from(metric, 'product', 'text'),
      ...from('satisfaction_customers', 'revenue'),
    ],
    glance: { first: [['customer_name', 'customer_id'], 'topic', 'action_owner', 'due_on', 'overdue_days', 'open_days'], most: 5 },
  });
}

/** Who is to act: what is open, what was done and how fast. */
export function actionOwnersSection(input: SatisfactionInput): Promise<TableSection> {
  const metric = 'action_owners';
  return list(input, {
    id: 'action_owners',
    title: both('Who settles what was raised', '改进措施完成情况（按负责人）'),
    of: metric,
    order: [...descending(metric, 'overdue', 'open', 'done'), ...ascending(metric, 'action_owner')],
    columns: [
      own('action_owner', metricHeading(metric, 'action_owner'), reads(metric, 'action_owner'), (name = null) =>
        name === '' || name === null ? notSaid[input.lang] : name,
      ),
      ...from(
        metric,
        'open',
        'overdue',
        'oldest_days',
        'done',
        'done_due',
        'done_late',
        'on_time',
        'on_time_low',
        'on_time_high',
        'median_days',
      ),
    ],
    glance: { first: ['action_owner', 'open', 'overdue', 'oldest_days', 'done', 'on_time', 'median_days'], most: 6 },
    chart: { kind: 'bars', label: 'action_owner', value: 'overdue' },
  });
}
