import { z } from 'zod';
import { join, sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { scorecard as scorecardParameter } from '../parameters.ts';
import { factorPoints, factorValue, pointsMeaning } from './parts/points.ts';
import { contributionOf, customersOf, customersWithValue, orderOf, weighedFactors, weightOf } from './parts/weighed.ts';
import { usedFactors } from './parts/weights.ts';

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
    points: column.number(both('Points', '得分'), pointsMeaning, { unit: 'points', ...noValue }),
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
      { unit: 'points', better: 'high', ...noValue },
    ),
  },
  requires: [],
  uses: ['customer_profile', 'customer_factors'],
  source: 'Weighted scorecard; one row of customer_factors as a row a factor.',
  parameters: z.object({ scorecard: scorecardParameter }),
  sql: ({ scorecard }) => {
    const used = usedFactors(scorecard);
    const rows = used.map(
      (factor) => sql`select
        weighed.customer_id,
        ${factor} as factor,
        ${orderOf(factor)} as factor_order,
        ${factorValue(factor)} as value,
        ${factorPoints(factor)} as points,
        ${customersOf(factor)} as customers,
        ${weightOf(factor)} as weight,
        case when ${factorPoints(factor)} is not null then ${contributionOf(factor)} end as contribution
      from weighed
      cross join known
      where ${weightOf(factor)} > 0`,
    );
    return sql`
    with weighed as (${weighedFactors(scorecard)}),
    known as (${customersWithValue(used)})
    ${join(rows, ' union all ')}`;
  },
});
