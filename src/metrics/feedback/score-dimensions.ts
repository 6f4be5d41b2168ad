import { z } from 'zod';
import { join, type Sql, sql, trusted } from '../../engine/sql.ts';
import { compareMeans, meanInterval, type Moments } from '../../stats/means.ts';
import { both, column } from '../columns.ts';
import { within } from '../comparison/parts/periods.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { reviewed, type Reviewed } from '../reps/parts/review.ts';
import { dimensionIds } from './parts/dimensions.ts';
import { fewAnswers, surveyReview } from './parts/survey-review.ts';
import { judged } from './parts/verdicts.ts';

const noAnswers = { empty: both('Nobody answered.', '没有回答。') };
const noSpread = { empty: both('Fewer than two answers, or all are alike.', '回答少于两个，或全部相同。') };
const untested = { empty: both('One of the two has too little to compare.', '其中一方数据不足，无法比较。') };

export const scoreDimensions = defineMetric({
  id: 'score_dimensions',
  question: both('With what are customers least content, and does it get better?', '客户对哪方面最不满意，是否在好转？'),
  grain: ['dimension'],
  columns: {
    dimension: column.id(
      both('Dimension', '维度'),
      both('Field of the survey, such as support_score.', '问卷的评分字段，如 support_score。'),
    ),
    dimension_order: column.count(
      both('Order', '顺序'),
      both(
        `The lowest mean first; those with fewer than ${fewAnswers} answers come last.`,
        `平均分最低的在前；不足 ${fewAnswers} 个回答的在后。`,
      ),
    ),
    answers: column.count(both('Answers', '回答数'), both('Answers of the period.', '本期回答数。')),
    mean: column.number(both('Mean score', '平均分'), both('Sum of the scores ÷ answers, of the period.', '本期评分合计 ÷ 回答数。'), {
      better: 'high',
      ...noAnswers,
    }),
    low: column.number(
      both('Mean, low', '平均分下限'),
      both('95% interval by Student’s t; answers count as independent.', 't 分布 95% 区间下限，各回答视为独立。'),
      noSpread,
    ),
    high: column.number(both('Mean, high', '平均分上限'), both('Upper end of it.', '区间上限。'), noSpread),
    ...Object.assign(
      {},
      ...[
        { of: 'previous', en: 'before', zh: '上期' },
        { of: 'year_ago', en: 'a year ago', zh: '去年同期' },
      ].map(({ of, en, zh }) => ({
        [`${of}_answers`]: column.count(both(`Answers, ${en}`, `${zh}回答数`), both('Answers of that period.', '该期回答数。')),
        [`${of}_mean`]: column.number(both(`Mean ${en}`, `${zh}平均分`), both('The same of that period.', '该期平均分。'), noAnswers),
        [`${of}_difference`]: column.number(
          both(`Difference, ${en}`, `与${zh}之差`),
          both(`Mean less that of the other period (${en}).`, `本期平均分 − ${zh}。`),
          {
            better: 'high',
            ...untested,
          },
        ),
        [`${of}_low`]: column.number(
          both(`Difference, ${en}, low`, `与${zh}之差下限`),
          both('95% interval of Welch.', 'Welch 95% 区间下限。'),
          untested,
        ),
        [`${of}_high`]: column.number(both(`Difference, ${en}, high`, `与${zh}之差上限`), both('Upper end of it.', '区间上限。'), untested),
        [`${of}_p_adjusted`]: column.number(
          both(`p, ${en}`, `与${zh}比较的 p 值`),
          both('Adjusted by Holm for all dimensions.', '按 Holm 法对全部维度校正。'),
          untested,
        ),
        [`${of}_verdict`]: column.id(both(`Against ${en}`, `与${zh}相比`), both('As in nps_groups.', '取值同 nps_groups。')),
      })),
    ),
  },
  requires: [dimensionIds.map((id) => `feedback.${id}`), ['feedback.at']],
  uses: ['feedback_rows'],
  source: "Means by Student's t, differences by Welch (1947), Biometrika 34, 28-35; several dimensions: Holm (1979).",
  parameters: z.object({ as_of: asOf, period }),
  compute: async ({ as_of, period: asked }, rows) => {
    const review = surveyReview(asked, as_of);
    const counts = (id: string, of: Reviewed): Sql => {
      const [score, held] = [trusted(id), within(sql`day`, review?.[of])];
      return sql`
        count(${score}) filter (where ${held}) as ${trusted(`${id}_${of}_n`)},
        sum(${score}) filter (where ${held}) as ${trusted(`${id}_${of}_sum`)},
        sum(cast(${score} as decimal(38,6)) * ${score}) filter (where ${held}) as ${trusted(`${id}_${of}_squares`)},
        count(${score}) as ${trusted(`${id}_${of}_all`)}`;
    };
    const [row] = await rows(sql`select ${join(dimensionIds.flatMap((id) => reviewed.map((of) => counts(id, of))))} from feedback_rows`);
    const moments = (id: string, of: Reviewed): Moments => {
      const number = (name: string): number => Number(row?.[`${id}_${of}_${name}`] ?? 0);
      return { n: number('n'), sum: number('sum'), squares: number('squares') };
    };
    const given = dimensionIds.filter((id) => Number(row?.[`${id}_current_all`] ?? 0) > 0);
    const against = (of: 'previous' | 'year_ago') => {
      const trials = given.map((id) => {
        const [first, second] = [moments(id, of), moments(id, 'current')];
        const found = compareMeans(first, second);
        return {
          tested: found === null ? null : { difference: found.difference, ...found.interval, p: found.p },
          bases: [first.n, second.n],
        };
      });
      return judged(trials).map((verdict, index) => ({ ...verdict, tested: trials[index]!.tested }));
    };
    const compared = { previous: against('previous'), year_ago: against('year_ago') };
    const made = given.map((id, index) => {
      const own = moments(id, 'current');
      const interval = meanInterval(own);
      const columnsOf = (of: 'previous' | 'year_ago') => {
        const before = moments(id, of);
        const { tested, p_adjusted: p, verdict } = compared[of][index]!;
        return {
          [`${of}_answers`]: before.n,
          [`${of}_mean`]: before.n === 0 ? null : before.sum / before.n,
          [`${of}_difference`]: tested?.difference ?? null,
          [`${of}_low`]: tested?.low ?? null,
          [`${of}_high`]: tested?.high ?? null,
          [`${of}_p_adjusted`]: p,
          [`${of}_verdict`]: verdict,
        };
      };
      return {
        dimension: id,
        answers: own.n,
        mean: own.n === 0 ? null : own.sum / own.n,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
        ...columnsOf('previous'),
        ...columnsOf('year_ago'),
      };
    });
    return made
      .toSorted(
        (one, other) => Number(one.answers < fewAnswers) - Number(other.answers < fewAnswers) || (one.mean ?? 0) - (other.mean ?? 0),
      )
      .map((own, index) => ({ ...own, dimension_order: index + 1 }));
  },
});
