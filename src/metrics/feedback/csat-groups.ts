import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, groupBy, period } from '../parameters.ts';
import { groupColumns } from './parts/group-columns.ts';
import { breakdowns, groupCounts } from './parts/group-counts.ts';
import { shareFigure } from './parts/share-figure.ts';
import { groupRows } from './parts/group-rows.ts';
import { surveyReview } from './parts/survey-review.ts';

export const csatGroups = defineMetric({
  id: 'csat_groups',
  question: both('How many answers are satisfied, whose and since when?', '有多少回答是满意的，谁的客户、何时起变化？'),
  grain: ['breakdown', 'group_name'],
  columns: {
    ...groupColumns({
      en: 'Satisfied',
      zh: '满意率',
      base: { en: 'Answers', zh: '回答数' },
      better: 'high',
      kind: 'share',
      meaning: {
        en: 'CSAT: satisfied answers ÷ answers of the period; satisfied are the top two points of the scale (survey_scales).',
        zh: 'CSAT：本期满意的回答数 ÷ 回答数；满意为量表的最高两档（见 survey_scales）。',
      },
      interval: { en: 'Lower end of the 95% interval (Wilson).', zh: '95% 区间下限（Wilson）。' },
    }),
    customers: column.count(both('Customers', '客户数'), both('Customers who answered in the period.', '本期有回答的客户数。'), {
      unit: 'customers',
    }),
    satisfied: column.count(both('Satisfied answers', '满意回答数'), both('Of the period.', '本期。')),
    dissatisfied: column.count(
      both('Dissatisfied answers', '不满意回答数'),
      both('Of the period, as survey_scales says.', '本期，界限见 survey_scales。'),
    ),
    mean: column.number(both('Mean score', '平均分'), both('Sum of the scores of the period ÷ answers.', '本期评分合计 ÷ 回答数。'), {
      better: 'high',
      empty: both('There is no answer.', '没有回答。'),
    }),
  },
  requires: [['feedback.csat'], ['feedback.at']],
  uses: ['feedback_rows'],
  usesIfComputed: ['customer_profile'],
  source: 'Top-two-box satisfaction; intervals: Wilson (1927), of differences Newcombe (1998); several groups: Holm (1979).',
  parameters: z.object({ as_of: asOf, period, group_by: groupBy }),
  compute: async ({ as_of, period: asked, group_by: attribute }, rows) => {
    const counted = await rows(
      groupCounts({
        from: sql`select * from feedback_rows where csat_group is not null`,
        by: breakdowns,
        attribute,
        review: surveyReview(asked, as_of),
        counts: { answers: sql`true`, satisfied: sql`csat_group = 'satisfied'`, dissatisfied: sql`csat_group = 'dissatisfied'` },
        sums: { scores: sql`csat` },
      }),
    );
    return groupRows(counted, shareFigure('satisfied', 'answers'), { worst: 'low' }).map((row) => ({
      ...row,
      customers: row['current_customers'] ?? 0,
      satisfied: row['current_satisfied'] ?? 0,
      dissatisfied: row['current_dissatisfied'] ?? 0,
      mean: Number(row['current_answers']) > 0 ? Number(row['current_scores']) / Number(row['current_answers']) : null,
    }));
  },
});
