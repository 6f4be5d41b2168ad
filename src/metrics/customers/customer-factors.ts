import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric, type MetricColumn } from '../define.ts';
import { scorecard as scorecardParameter } from '../parameters.ts';
import { factors } from './parts/factors.ts';
import { factorIds } from '../choices.ts';
import { directedValues, factorValues, pointsMeaning, pointsOf, ranksOf } from './parts/points.ts';
import { weightsOfAll, weightsPresent } from './parts/weighed.ts';

const noValue = both(
  'The customer has no value for the factor, or the factor weighs nothing for any customer.',
  '该客户没有此指标的数值，或没有客户对该指标设有权重。',
);

const factorColumns: Record<string, MetricColumn> = Object.fromEntries(
  factorIds.flatMap((factor) => {
    const { title, meaning } = factors[factor];
    return [
      [`${factor}_value`, column.number(title, meaning, { empty: noValue })],
      [
        `${factor}_points`,
        column.number(both(`${title.en} points`, `${title['zh-CN']}得分`), pointsMeaning, { unit: 'points', empty: noValue }),
      ],
    ];
  }),
);

export const customerFactors = defineMetric({
  id: 'customer_factors',
  question: both('How does each customer stand in every factor of the score?', '每位客户在各评分指标上的数值与得分如何？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    ...factorColumns,
    weights: column.exact(
      both('Weights', '权重合计'),
      both('Sum of the weights of all factors for this customer.', '该客户全部指标的权重之和。'),
    ),
    present_weights: column.exact(
      both('Weights present', '有值指标权重'),
      both('Sum of the weights of the factors with a value.', '有数值的指标的权重之和。'),
    ),
  },
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
    given as (select customer_id, industry, ${factorValues(scorecard)} from base),
    directed as (select given.*, ${directedValues()} from given),
    pointed as (select directed.customer_id, directed.industry, ${pointsOf(scorecard)} from directed ${ranksOf(scorecard)})
    select pointed.*, ${weightsOfAll(scorecard)} as weights, ${weightsPresent(scorecard)} as present_weights
    from pointed`,
});
