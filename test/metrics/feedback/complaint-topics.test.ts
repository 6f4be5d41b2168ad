import { expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

const complaint = (day: string, more: Record<string, string | number>) => ({
  customer_id: 'A',
  kind: 'complaint',
  at: `${day} 09:00:00`,
  ...more,
});

it('complaint_topics goes by the tag, else by the words of the dictionary, the most frequent first and the unknown last', async () => {
  const rows = await rowsOf('complaint_topics', {
    feedback: [
      complaint('2026-03-01', { topic: 'late；price', text: 'broken' }),
      complaint('2026-03-02', { topic: 'late', state: 'open', due_on: '2026-03-09' }),
      complaint('2026-03-03', { text: '比约定晚到一周，发票不对，价格也偏高', customer_id: 'B' }),
      complaint('2026-03-04', { text: 'no comment' }),
      complaint('2026-02-04', { topic: 'late' }),
      { customer_id: 'C', kind: 'survey', at: '2026-03-05 09:00:00', nps: 3, text: 'Two days LATE.' },
      { customer_id: 'C', kind: 'survey', at: '2026-03-06 09:00:00', nps: 9, text: 'never late' },
      { customer_id: 'C', kind: 'survey', at: '2026-03-07 09:00:00', nps: 3 },
    ],
    orders: [order('A', '1', '2026-03-01', 70)],
    parameters: { as_of: '2026-03-31', period: { from: '2026-03-01', to: '2026-04-01' } },
  });
  const shown = rows.toSorted((one, other) => Number(one['topic_order']) - Number(other['topic_order']));
  expect(
    shown.map((row) => [row['topic'], row['found_by'], row['words'], row['mentions'], row['previous_mentions'], row['customers']]),
  ).toEqual([
    ['late', 'tag', null, 2, 1, 1],
    // A tag that is the id of a built-in topic is that topic.
    ['price', 'tag', '价格', 2, 0, 2],
    ['delivery', 'word', 'late, 晚到', 2, 0, 2],
    ['billing', 'word', '发票', 1, 0, 1],
    ['not_said', 'none', null, 1, 0, 1],
  ]);
  expect(shown[0]).toMatchObject({ share: 2 / 8, cumulative_share: 2 / 8, open: 3, overdue: 1, open_revenue: 70 });
  expect(shown.at(-1)).toMatchObject({ cumulative_share: 1 });
});

it('complaint_topics takes the words of the config in place of its own', async () => {
  const rows = await rowsOf('complaint_topics', {
    feedback: [complaint('2026-03-01', { text: '工期太长' }), complaint('2026-03-02', { text: 'the lateness of it' })],
    parameters: { as_of: '2026-03-31', satisfaction: { topics: { 工期: ['工期', 'late'] } } },
  });
  expect(rows.map((row) => [row['topic'], row['words'], row['mentions']])).toEqual([
    ['not_said', null, 1],
    ['工期', '工期', 1],
  ]);
});
