import { z } from 'zod';
import { sql, trusted } from '../../engine/sql.ts';
import { groupedBy } from '../../lib/groups.ts';
import { createRandom } from '../../lib/random.ts';
import { addMonths } from '../../lib/dates.ts';
import type { Row } from '../../lib/rows.ts';
import { correlation } from '../../stats/correlation.ts';
import { relativeImportance } from '../../stats/relative-importance.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { dimensionIds } from './parts/dimensions.ts';
import { surveyReview } from './parts/survey-review.ts';

/** Fixed: the same files give the same intervals. */
const seed = 20_261_201;

/** Months up to the end of the period whose answers are looked at: what moves a score does not change from month to month. */
const lookBack = 24;

/** A dimension that fewer of the answers have is left out, so that it does not cost the others their answers. */
const leastShare = 0.5;

const leastAnswers = 30;
const leastPerDimension = 10;

const untold = { empty: both('The samples do not tell.', '抽样无法判断。') };

export const scoreDrivers = defineMetric({
  id: 'score_drivers',
  question: both('Which dimension moves the overall score?', '哪个维度最影响总体评分？'),
  grain: ['dimension'],
  columns: {
    dimension: column.id(
      both('Dimension', '维度'),
      both('Field of the survey, such as support_score.', '问卷的评分字段，如 support_score。'),
    ),
    dimension_order: column.count(both('Order', '顺序'), both('The largest share first.', '占比最大的在前。')),
    outcome: column.id(
      both('Overall score', '总体评分'),
      both('csat, or nps where there are too few answers to that.', 'csat 总体满意度；其回答不足时为 nps。'),
    ),
    answers: column.count(
      both('Answers', '回答数'),
      both(
        `Answers of the ${lookBack} months up to the end of the period that have the overall score and every dimension listed.`,
        `截至期末 ${lookBack} 个月内，总体评分与所列各维度均有值的回答数。`,
      ),
    ),
    customers: column.count(both('Customers', '客户数'), both('Customers who gave them.', '这些回答的客户数。'), { unit: 'customers' }),
    share: column.ratio(
      both('Share of what moves it', '影响占比'),
      both(
        'Part of R² of the overall score by all dimensions, averaged over all orders in which they may enter (LMG, Shapley); the shares sum to 1.',
        '各维度对总体评分 R² 的贡献占比，取各种进入次序的平均（LMG / Shapley），合计为 1。',
      ),
    ),
    low: column.ratio(
      both('Share, low', '影响占比下限'),
      both('95% interval from drawing customers with replacement, fixed seed.', '按客户自助抽样的 95% 区间下限，固定随机种子。'),
      untold,
    ),
    high: column.ratio(both('Share, high', '影响占比上限'), both('Upper end of it.', '区间上限。'), untold),
    leads: column.flag(both('Leads', '领先'), both('Whether its interval lies above those of all others.', '其区间是否高于其他所有维度。')),
    correlation: column.number(
      both('Correlation', '相关系数'),
      both('Of the dimension alone with the overall score.', '该维度单独与总体评分的相关系数。'),
      { empty: both('The dimension does not vary.', '该维度没有变化。') },
    ),
    mean: column.number(both('Mean score', '平均分'), both('Of these answers.', '这些回答的平均分。'), { better: 'high' }),
    explained: column.ratio(
      both('Explained by all', '全部维度解释'),
      both(
        'R²: share of the variance of the overall score that all dimensions explain together.',
        'R²：全部维度共同解释的总体评分方差占比。',
      ),
    ),
  },
  requires: [dimensionIds.map((id) => `feedback.${id}`), ['feedback.csat', 'feedback.nps'], ['feedback.at']],
  uses: ['feedback_rows'],
  source:
    'Lindeman, Merenda & Gold (1980), 119 ff.; Grömping (2006), Journal of Statistical Software 17(1): relative importance; an association.',
  parameters: z.object({ as_of: asOf, period }),
  compute: async ({ as_of, period: asked }, rows) => {
    const end = surveyReview(asked, as_of)?.current.to;
    if (end === undefined) return [];
    const answers = await rows(sql`
      select customer_id, feedback_order, csat, nps, ${trusted(dimensionIds.join(', '))}
      from feedback_rows
      where day >= ${addMonths(end, -lookBack)}::date and day < ${end}::date and (csat is not null or nps is not null)
      order by customer_id nulls last, feedback_order`);
    for (const outcome of ['csat', 'nps']) {
      const found = driversOf(answers, outcome);
      if (found !== null) return found;
    }
    return [];
  },
});

function driversOf(answers: readonly Row[], outcome: string): Row[] | null {
  const scored = answers.filter((row) => row[outcome] !== null);
  const dimensions = dimensionIds.filter((id) => scored.filter((row) => row[id] !== null).length >= leastShare * scored.length);
  const complete = scored.filter((row) => dimensions.every((id) => row[id] !== null));
  if (dimensions.length < 2 || complete.length < Math.max(leastAnswers, leastPerDimension * dimensions.length)) return null;
  const values = (id: string): number[] => complete.map((row) => Number(row[id]));
  // An answer without a customer stands for itself.
  const units = [...groupedBy(complete, (row) => row['customer_id'] ?? row['feedback_order']).values()];
  const found = relativeImportance(
    units.map((own) => own.map((row) => [outcome, ...dimensions].map((id) => Number(row[id])))),
    { random: () => createRandom(seed, outcome) },
  );
  if (found === null) return null;
  const made = dimensions.map((dimension, index) => {
    const { share, interval } = found.parts[index]!;
    const others = found.parts.filter((_, other) => other !== index);
    const low = interval?.low ?? null;
    return {
      dimension,
      outcome,
      answers: complete.length,
      customers: units.filter(([first]) => first!['customer_id'] !== null).length,
      share,
      low,
      high: interval?.high ?? null,
      leads: low !== null && others.every((other) => other.interval !== null && other.interval.high < low),
      correlation: correlation(values(dimension), values(outcome))?.coefficient ?? null,
      mean: values(dimension).reduce((sum, value) => sum + value, 0) / complete.length,
      explained: found.explained,
    };
  });
  return made.toSorted((one, other) => other.share - one.share).map((row, index) => ({ ...row, dimension_order: index + 1 }));
}
