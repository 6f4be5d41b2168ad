import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { age, cohortOn } from './cohort-activity.ts';

export const cohortReturns = defineMetric({
  id: 'cohort_returns',
  question: both('After how many periods do customers buy again?', '客户隔几期再次购买？'),
  grain: ['cohort_on', 'age', 'gap'],
  columns: {
    cohort_on: cohortOn,
    age: { ...age, meaning: both(`A period in which they bought. ${age.meaning.en}`, `有购买的一期。${age.meaning['zh-CN']}`) },
    gap: column.count(
      both('Periods until the next purchase', '隔几期再购'),
      both('Periods from this one to the next with a purchase; 0 where there has been none.', '到下一个有购买的期的期数；至今没有则为 0。'),
    ),
    customers: column.count(both('Customers', '客户数'), both('Customers with this gap at this age.', '在该期之后间隔为该期数的客户数。'), {
      unit: 'customers',
    }),
  },
  requires: [['orders.ordered_at']],
  uses: ['cohort_activity'],
  source: 'Definition: from one period with a purchase to the next; what survival, its model and its back-test are counted from.',
  parameters: z.object({}),
  sql: () => sql`
    select cohort_on, age, gap, count(*) as customers
    from (
      select
        cohort_on,
        age,
        coalesce(lead(age) over (partition by customer_id order by age) - age, 0) as gap
      from cohort_activity
      where orders > 0
    ) as purchases
    group by cohort_on, age, gap`,
});
