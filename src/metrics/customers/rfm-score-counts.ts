import { z } from 'zod';
import { join, sql, trusted } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { measures } from './parts/rfm-scoring.ts';

export const rfmScoreCounts = defineMetric({
  id: 'rfm_score_counts',
  question: both('How many customers have each RFM score?', '每个 RFM 分数有多少客户？'),
  grain: ['measure', 'score'],
  columns: {
    measure: column.id(both('Measure', '维度'), both('recency, frequency or monetary.', 'recency、frequency 或 monetary。')),
    score: column.count(both('Score', '得分'), both('1 to 5, 5 is best.', '1–5 分，5 分最好。')),
    customers: column.count(
      both('Customers', '客户数'),
      both(
        'Customers with the score; 0 where many equal values make two cuts coincide, so that the score does not occur.',
        '该得分的客户数；大量相同数值使分界点重合时为 0，即该得分不出现。',
      ),
      { unit: 'customers' },
    ),
  },
  requires: [],
  uses: ['rfm_scores'],
  source: 'Count of rfm_scores; all fifteen rows are there, so that a score nobody has is seen.',
  parameters: z.object({}),
  sql: () => {
    const grid = measures.flatMap((measure) => [1, 2, 3, 4, 5].map((score) => sql`select ${measure} as measure, ${score} as score`));
    const long = measures.map((measure) => sql`select ${measure} as measure, ${trusted(`${measure}_score`)} as score from rfm_scores`);
    return sql`
    with grid as (${join(grid, ' union all ')}),
    counts as (
      select measure, score, count(*) as customers
      from (${join(long, ' union all ')}) as scores
      group by measure, score
    )
    select grid.measure, grid.score, coalesce(counts.customers, 0) as customers
    from grid left join counts on counts.measure = grid.measure and counts.score = grid.score`;
  },
});
