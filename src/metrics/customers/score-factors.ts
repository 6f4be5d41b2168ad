import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { scorecard as scorecardParameter } from '../parameters.ts';
import { bandPoints, factorName, factorRows, usedFactors } from '../scorecard/rows.ts';

const noValue = { empty: both('The customer has no value for the factor.', '该客户没有此指标的数值。') };

export const scoreFactors = defineMetric({
  id: 'score_factors',
  question: both('What is each score made of?', '每个得分由什么构成？'),
  grain: ['customer_id', 'factor'],
  columns: {
    customer_id: customerId,
    factor: column.id(both('Factor', '指标'), both('Id of the factor; those with a weight only.', '指标编号；仅列出有权重的指标。')),
    factor_order: column.count(
      both('Order', '顺序'),
      both('The order of the factors, which decides between equals.', '指标顺序，数值相同时据此先后。'),
    ),
    value: column.number(both('Value', '原始值'), both('The raw value, in the unit of the factor.', '原始值，单位随指标。'), noValue),
    points: column.number(
      both('Points', '得分'),
      both(
        '0 to 100: share of customers with a worse value, plus half of those with the same; or the points of its band.',
        '0–100：数值较差的客户占比加相同者的一半；或所在分段的分值。',
      ),
      { unit: 'points', ...noValue },
    ),
    customers: column.count(
      both('Customers compared', '参与比较的客户数'),
      both('Customers with a value for the factor.', '有该指标数值的客户数。'),
    ),
    weight: column.exact(
      both('Weight', '权重'),
      both('Weight of the factor for this customer, of its industry where one is set.', '该客户此指标的权重；行业另有设置时取行业权重。'),
    ),
    contribution: column.number(
      both('Contribution', '贡献'),
      both(
        'Weight × (points − 50) / sum of the weights of the factors with a value: what the factor adds to a score of 50.',
        '权重 ×（得分 − 50）÷ 有值指标的权重之和：该指标使总分偏离 50 分的幅度。',
      ),
      { unit: 'points', ...noValue },
    ),
  },
  requires: [],
  uses: ['customer_profile'],
  usesIfComputed: ['purchase_cycle', 'revenue_growth', 'category_breadth'],
  source: 'Weighted scorecard; percentile rank by mid-ranks: (less + equal / 2) / n.',
  parameters: z.object({ scorecard: scorecardParameter }),
  sql: ({ scorecard }) => {
    const used = usedFactors(scorecard);
    return sql`
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
    long as (${factorRows(used, scorecard)}),
    same as (
      select factor_order, directed, count(*) as equals
      from long
      where directed is not null
      group by factor_order, directed
    ),
    ranks as (
      select
        factor_order,
        directed,
        equals,
        sum(equals) over (partition by factor_order order by directed) - equals as less,
        sum(equals) over (partition by factor_order) as customers
      from same
    ),
    sizes as (select factor_order, sum(equals) as customers from same group by factor_order),
    pointed as (
      select
        long.*,
        ${bandPoints(scorecard)} as points,
        coalesce(sizes.customers, 0) as customers
      from long
      left join ranks on ranks.factor_order = long.factor_order and ranks.directed = long.directed
      left join sizes on sizes.factor_order = long.factor_order
    ),
    present as (
      select customer_id, sum(weight) filter (where points is not null) as weights
      from pointed
      group by customer_id
    )
    select
      pointed.customer_id,
      ${factorName(used, sql`pointed.factor_order`)} as factor,
      pointed.factor_order,
      pointed.value,
      pointed.points,
      pointed.customers,
      pointed.weight,
      pointed.weight::double precision * (pointed.points - 50) / nullif(present.weights, 0)::double precision as contribution
    from pointed
    join present on present.customer_id = pointed.customer_id
    where pointed.weight > 0`;
  },
});
