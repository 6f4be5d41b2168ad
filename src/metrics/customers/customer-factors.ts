import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric, type MetricColumn } from '../define.ts';
import { scorecard as scorecardParameter } from '../parameters.ts';
import { factorIds, factors } from '../scorecard/factors.ts';
import { directedValues, factorValues, pointsOf, ranksOf } from '../scorecard/points.ts';

const noValue = both(
  'The customer has no value for the factor, or no customer has a weight for it.',
  '该客户没有此指标的数值，或任何客户都没有此指标的权重。',
);

const factorColumns: Record<string, MetricColumn> = Object.fromEntries(
  factorIds.flatMap((factor) => {
    const { title, meaning } = factors[factor];
    return [
      [`${factor}_value`, column.number(title, meaning, { empty: noValue })],
      [
        `${factor}_points`,
        column.number(
          both(`${title.en} points`, `${title['zh-CN']}得分`),
          both(
            '0 to 100: share of customers with a worse value, plus half of those with the same; or the points of its band.',
            '0–100：数值较差的客户占比加相同者的一半；或所在分段的分值。',
          ),
          { unit: 'points', empty: noValue },
        ),
      ],
    ];
  }),
);

export const customerFactors = defineMetric({
  id: 'customer_factors',
  question: both('How does each customer stand in every factor of the score?', '每位客户在各评分指标上的数值与得分如何？'),
  grain: ['customer_id'],
  columns: { customer_id: customerId, ...factorColumns },
  requires: [],
  uses: ['customer_profile'],
  usesIfComputed: ['purchase_cycle', 'revenue_growth', 'category_breadth'],
  source: 'Percentile rank by mid-ranks: (less + equal / 2) / n.',
  parameters: z.object({ scorecard: scorecardParameter }),
  sql: ({ scorecard }) => sql`
    with base as (
      select
        profile.*,
        cycle.gap_variation,
        growth.growth_rate,
        coalesce(breadth.categories, breadth.products) as breadth,
        known.with_frequency
      from customer_profile as profile
      cross join (select count(orders_per_year) as with_frequency from customer_profile) as known
      left join purchase_cycle as cycle on cycle.customer_id = profile.customer_id
      left join revenue_growth as growth on growth.customer_id = profile.customer_id
      left join category_breadth as breadth on breadth.customer_id = profile.customer_id
    ),
    given as (select customer_id, ${factorValues(scorecard)} from base),
    directed as (select given.*, ${directedValues()} from given)
    select directed.customer_id, ${pointsOf(scorecard)}
    from directed ${ranksOf(scorecard)}`,
});
