import { z } from 'zod';
import { sql, trusted } from '../../engine/sql.ts';
import { meanInterval } from '../../stats/means.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { fewAnswers } from './parts/survey-review.ts';

const noPairs = { empty: both('No customer answered before and after.', '没有客户在前后都有回答。') };

/** An answer further away than this from the complaint tells of other times. */
const farthestDays = 365;

export const actionEffects = defineMetric({
  id: 'action_effects',
  question: both('Did customers score higher after their complaint was settled?', '投诉解决后客户的评分是否回升？'),
  grain: ['measure'],
  columns: {
    measure: column.id(both('Score', '评分'), both('nps or csat.', 'nps 或 csat。')),
    customers: column.count(
      both('Customers', '客户数'),
      both(
        `Customers with an answer at most ${farthestDays} days before a complaint and one at most ${farthestDays} days after its closing; of several complaints the last such one.`,
        `投诉前 ${farthestDays} 天内与关闭后 ${farthestDays} 天内均有回答的客户数；有多起投诉时取最近一起。`,
      ),
      { unit: 'customers' },
    ),
    before_mean: column.number(
      both('Mean before', '投诉前平均分'),
      both('Mean of the last answers before the complaint.', '投诉前最近一次回答的平均分。'),
      noPairs,
    ),
    after_mean: column.number(
      both('Mean after', '解决后平均分'),
      both('Mean of the first answers after the closing.', '关闭后首次回答的平均分。'),
      noPairs,
    ),
    difference: column.number(
      both('Rise', '变化'),
      both(
        'Mean of after less before, of the same customers; scores that were low by chance rise again by themselves.',
        '同一批客户解决后减投诉前的平均；偶然偏低的评分本身也会回升。',
      ),
      { better: 'high', ...noPairs },
    ),
    low: column.number(both('Rise, low', '变化下限'), both("95% interval by Student's t of the pairs.", '配对 t 分布 95% 区间下限。'), {
      empty: both('Fewer than two pairs, or all alike.', '不足两对，或全部相同。'),
    }),
    high: column.number(both('Rise, high', '变化上限'), both('Upper end of it.', '区间上限。'), {
      empty: both('Fewer than two pairs, or all alike.', '不足两对，或全部相同。'),
    }),
    rose: column.count(both('Rose', '上升客户数'), both('Customers whose answer was higher after.', '解决后评分更高的客户数。')),
    fell: column.count(both('Fell', '下降客户数'), both('Customers whose answer was lower after.', '解决后评分更低的客户数。')),
    verdict: column.id(
      both('Verdict', '结论'),
      both(
        `more_than_chance: the interval leaves out 0; cannot_tell: fewer than ${fewAnswers} customers, or fewer than 30 and no difference seen; else within_chance.`,
        `more_than_chance 区间不含 0；cannot_tell 不足 ${fewAnswers} 位客户，或不足 30 位且看不出差别；其余 within_chance。`,
      ),
    ),
  },
  requires: [['feedback.kind'], ['feedback.closed_on'], ['feedback.nps', 'feedback.csat'], ['feedback.customer_id'], ['feedback.at']],
  uses: ['feedback_rows'],
  source: "Definition: the same customers before and after, Student's t of the differences; an association, not an effect.",
  parameters: z.object({ as_of: asOf }),
  compute: async (_, read) =>
    Promise.all(
      ['nps', 'csat'].map(async (measure) => {
        const score = trusted(measure);
        const [row] = await read(sql`
          with answers as (
            select customer_id, feedback_order, day, ${score} as score from feedback_rows
            where ${score} is not null and customer_id is not null and day is not null
          ),
          complaints as (
            select customer_id, feedback_order as complaint_order, day as raised_on, closed_on from feedback_rows
            where kind = 'complaint' and not is_open and customer_id is not null and closed_on >= day
          ),
          earlier as (
            select
              complaints.customer_id, complaints.complaint_order, answers.score,
              row_number() over (partition by complaints.customer_id, complaints.complaint_order order by answers.day desc nulls last, answers.feedback_order) as place
            from complaints
            join answers on answers.customer_id = complaints.customer_id
            where answers.day <= complaints.raised_on and complaints.raised_on - answers.day <= ${farthestDays}
          ),
          later as (
            select
              complaints.customer_id, complaints.complaint_order, answers.score,
              row_number() over (partition by complaints.customer_id, complaints.complaint_order order by answers.day, answers.feedback_order) as place
            from complaints
            join answers on answers.customer_id = complaints.customer_id
            where answers.day > complaints.closed_on and answers.day - complaints.closed_on <= ${farthestDays}
          ),
          pairs as (
            select
              earlier.customer_id, earlier.score as before_score, later.score as after_score,
              row_number() over (partition by earlier.customer_id order by complaints.raised_on desc nulls last, complaints.complaint_order) as place
            from earlier
            join later on later.customer_id = earlier.customer_id and later.complaint_order = earlier.complaint_order
            join complaints on complaints.customer_id = earlier.customer_id and complaints.complaint_order = earlier.complaint_order
            where earlier.place = 1 and later.place = 1
          )
          select
            count(*) as customers, sum(before_score) as before_sum, sum(after_score) as after_sum,
            sum(cast(after_score - before_score as decimal(38,6)) * (after_score - before_score)) as squares,
            count(*) filter (where after_score > before_score) as rose,
            count(*) filter (where after_score < before_score) as fell
          from pairs
          where place = 1`);
        const number = (name: string): number => Number(row?.[name] ?? 0);
        const n = number('customers');
        const sum = number('after_sum') - number('before_sum');
        const interval = meanInterval({ n, sum, squares: number('squares') });
        return {
          measure,
          customers: n,
          before_mean: n === 0 ? null : number('before_sum') / n,
          after_mean: n === 0 ? null : number('after_sum') / n,
          difference: n === 0 ? null : sum / n,
          low: interval?.low ?? null,
          high: interval?.high ?? null,
          rose: number('rose'),
          fell: number('fell'),
          verdict:
            interval === null || n < fewAnswers
              ? 'cannot_tell'
              : interval.low > 0 || interval.high < 0
                ? 'more_than_chance'
                : n < 30
                  ? 'cannot_tell'
                  : 'within_chance',
        };
      }),
    ),
});
