import { z } from 'zod';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { repReview } from '../rep-parameter.ts';
import { rankMeasures } from './parts/rank-measures.ts';
import { measureRows, unitsOf } from './parts/rep-scores.ts';
import { repCustomers } from './rep-customers.ts';

const meaning = (lang: 'en' | 'zh-CN', mark: string): string =>
  rankMeasures.map(({ id, meaning: text }) => `${id}: ${text[lang].replace(/[.。]$/, '')}`).join(mark);

export const repMeasures = defineMetric({
  id: 'rep_measures',
  question: both('How does each rep do by each measure?', '每位销售各项指标如何？'),
  grain: ['rep', 'measure'],
  columns: {
    rep: repCustomers.columns['rep']!,
    measure: column.id(both('Measure', '指标'), both(`${meaning('en', '; ')}.`, `${meaning('zh-CN', '；')}。`)),
    measure_order: column.count(both('Order', '顺序'), both('The order of the measures.', '指标顺序。')),
    value: column.number(both('Value', '数值'), both('Of the rep in the period.', '该销售本期的数值。')),
    base: column.number(both('n', '基数'), both('What the ratio is divided by.', '比率的分母。'), {
      empty: both('The measure is a sum.', '该指标为合计。'),
    }),
    median: column.number(both('Median of reps', '销售中位数'), both('Over the reps that have the measure.', '有该指标的销售的中位数。')),
    score: column.number(
      both('Points', '得分'),
      both(
        '0 to 100, 50 at the median: normal distribution of the distance from the median, in units of the mean distance; it never jumps.',
        '0–100，中位数为 50：按与中位数的距离（以平均距离为单位）取正态分布值，不跳变。',
      ),
      { unit: 'points' },
    ),
    weight: column.number(
      both('Weight', '权重'),
      both('Of the measure in the composite (reps.weights).', '该指标在综合得分中的权重（reps.weights）。'),
    ),
  },
  requires: [],
  uses: ['rep_units', 'rep_people'],
  usesIfComputed: ['rep_targets'],
  source: 'Definition: sums and ratios of rep_units; few deals pulled to the rate of all by the beta-binomial of Skellam (1948).',
  parameters: z.object({ reps: repReview }),
  compute: async ({ reps: { weights } }, rows) => measureRows((await unitsOf(rows)).ranked, weights),
});
