import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { compareNetPromoters, netPromoterInterval, netPromoterScore, type PromoterCounts } from '../../stats/net-promoter.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, groupBy, period } from '../parameters.ts';
import { groupColumns } from './parts/group-columns.ts';
import { breakdowns, groupCounts } from './parts/group-counts.ts';
import { type Counts, type GroupFigure, groupRows } from './parts/group-rows.ts';
import { surveyReview } from './parts/survey-review.ts';

const promotersOf = (counts: Counts): PromoterCounts => ({
  promoters: counts['promoters']!,
  passives: counts['passives']!,
  detractors: counts['detractors']!,
});

const figure: GroupFigure = {
  counts: ['promoters', 'passives', 'detractors'],
  base: (counts) => counts['promoters']! + counts['passives']! + counts['detractors']!,
  value: (counts) => netPromoterScore(promotersOf(counts)),
  interval: (counts) => netPromoterInterval(promotersOf(counts)),
  compare: (first, second) => {
    const found = compareNetPromoters(promotersOf(first), promotersOf(second));
    return found === null ? null : { difference: found.difference, ...found.interval, p: found.p };
  },
};

export const npsGroups = defineMetric({
  id: 'nps_groups',
  question: both('How likely are customers to recommend us, whose and since when?', '客户有多愿意推荐我们，谁的客户、何时起变化？'),
  grain: ['breakdown', 'group_name'],
  columns: {
    ...groupColumns({
      en: 'NPS',
      zh: '净推荐值',
      base: { en: 'Answers', zh: '回答数' },
      better: 'high',
      kind: 'score',
      meaning: {
        en: '100 × (promoters − detractors) ÷ answers of the period, from −100 to 100; from counts.',
        zh: '100 ×（推荐者 − 贬损者）÷ 本期回答数，−100 至 100，由人数直接计算。',
      },
      interval: {
        en: 'Lower end of the 95% interval: adjusted Wald, Student’s t below 30 answers; answers count as independent.',
        zh: '95% 区间下限：校正 Wald 法，不足 30 个回答用 t 分布；各回答视为独立。',
      },
    }),
    customers: column.count(both('Customers', '客户数'), both('Customers who answered in the period.', '本期有回答的客户数。'), {
      unit: 'customers',
    }),
    promoters: column.count(both('Promoters', '推荐者'), both('Answers of 9 and 10 in the period.', '本期 9–10 分的回答数。')),
    passives: column.count(both('Passives', '被动者'), both('Answers of 7 and 8.', '7–8 分的回答数。')),
    detractors: column.count(both('Detractors', '贬损者'), both('Answers of 0 to 6.', '0–6 分的回答数。')),
  },
  requires: [['feedback.nps'], ['feedback.at']],
  uses: ['feedback_rows'],
  usesIfComputed: ['customer_profile'],
  source:
    'Reichheld (2003), Harvard Business Review 81(12), 46-54; intervals: Rocks (2016), The American Statistician 70, 365-372; several groups: Holm (1979).',
  parameters: z.object({ as_of: asOf, period, group_by: groupBy }),
  compute: async ({ as_of, period: asked, group_by: attribute }, rows) => {
    const counted = await rows(
      groupCounts({
        from: sql`select * from feedback_rows where nps is not null`,
        by: breakdowns,
        attribute,
        review: surveyReview(asked, as_of),
        counts: { promoters: sql`nps_group = 'promoter'`, passives: sql`nps_group = 'passive'`, detractors: sql`nps_group = 'detractor'` },
      }),
    );
    return groupRows(counted, figure, { worst: 'low' }).map((row) => ({
      ...row,
      customers: row['current_customers'] ?? 0,
      promoters: row['current_promoters'] ?? 0,
      passives: row['current_passives'] ?? 0,
      detractors: row['current_detractors'] ?? 0,
    }));
  },
});
