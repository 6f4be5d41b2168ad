import { z } from 'zod';
import { join, sql, trusted } from '../../engine/sql.ts';
import { both, column, customerId, neverBought } from '../columns.ts';
import { defineMetric, type MetricColumn } from '../define.ts';
import { rfm as rfmParameter, rfmHigh } from '../parameters.ts';
import { classOf, cutRow, isHigh, measures, rfmValues, score, segmentOf } from './parts/rfm-scoring.ts';

const noValue = {
  empty: both(
    'The customer has no order, the value is not known, or there is no other customer to compare with.',
    '该客户没有订单、数值未知，或没有其他客户可比较。',
  ),
};
const notAll = { empty: both('One of the three scores is missing.', '三个分数不齐全。') };

function scoreColumn(en: string, zh: string): MetricColumn {
  return column.count(
    both(`${en} score`, `${zh}得分`),
    both(
      '1 to 5, 5 is best; equal values have equal scores, so a score may have no customer.',
      '1–5 分，5 分最好；数值相同得分相同，因此某些分数可能没有客户。',
    ),
    noValue,
  );
}

export const rfmScores = defineMetric({
  id: 'rfm_scores',
  question: both('How recently, how often and for how much does each customer buy?', '每位客户最近何时买、买几次、买多少？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    recency: column.count(
      both('Days since the last order', '距上次购买天数'),
      both('Days from the last order to the as-of date.', '最近下单至截止日的天数。'),
      {
        unit: 'days',
        ...noValue,
      },
    ),
    frequency: column.count(
      both('Frequency', '购买次数'),
      both('Number of orders; with rfm-compat of order lines.', '订单数；rfm-compat 时为订单行数。'),
      noValue,
    ),
    monetary: column.money(
      both('Monetary', '消费金额'),
      both('Sum of the order amounts, returns taken off.', '订单金额合计，已扣除退货。'),
      { empty: neverBought },
    ),
    recency_score: scoreColumn('Recency', '最近购买'),
    frequency_score: scoreColumn('Frequency', '购买频率'),
    monetary_score: scoreColumn('Monetary', '消费金额'),
    rfm_cell: column.id(
      both('RFM cell', 'RFM 组合'),
      both('The three scores written together, recency first: 555 is best.', '三个得分依次相连，最近购买在前；555 最好。'),
      notAll,
    ),
    rfm_class: column.id(
      both('RFM class', 'RFM 八分类'),
      both(
        'Eight classes by high and low recency, frequency and money; high is a score above the mean unless set otherwise.',
        '按 R、F、M 高低组合的八类；默认得分高于平均分为高。',
      ),
      notAll,
    ),
    rfm_segment: column.id(
      both('RFM segment', 'RFM 客群'),
      both('One of ten segments; every cell belongs to exactly one.', '十个客群之一；每个组合只属于一个客群。'),
      notAll,
    ),
  },
  requires: [],
  uses: ['customer_profile', 'rfm_cuts'],
  source: 'Hughes (1994) RFM scoring with ties together; eight classes of Chinese CRM practice; segment names of marketing suites.',
  parameters: z.object({ rfm: rfmParameter, rfm_high: rfmHigh }),
  sql: ({ rfm, rfm_high }) => {
    const scores = measures.map((measure) => sql`${score(measure, rfm)} as ${trusted(measure)}_score`);
    const means = measures.flatMap((measure) => [
      sql`sum(${trusted(measure)}_score) over () as ${trusted(measure)}_score_sum`,
      sql`count(${trusted(measure)}_score) over () as ${trusted(measure)}_score_count`,
    ]);
    const highs = measures.map((measure) => sql`${isHigh(measure, rfm_high)} as ${trusted(measure)}_high`);
    return sql`
    with customer_values as (${rfmValues(rfm)}),
    cuts as (${cutRow()}),
    scored as (select customer_values.*, ${join(scores)} from customer_values cross join cuts),
    means as (select scored.*, ${join(means)} from scored),
    highs as (select means.*, ${join(highs)} from means)
    select
      customer_id, recency, frequency, monetary, recency_score, frequency_score, monetary_score,
      cast(recency_score * 100 + frequency_score * 10 + monetary_score as varchar) as rfm_cell,
      case when recency_score + frequency_score + monetary_score is not null then ${classOf()} end as rfm_class,
      ${segmentOf()} as rfm_segment
    from highs`;
  },
});
