import { z } from 'zod';
import { join, type Sql, sql, trusted } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { rfm as rfmParameter } from '../parameters.ts';
import { measures, rfmValues } from './parts/rfm-scoring.ts';

export const rfmCuts = defineMetric({
  id: 'rfm_cuts',
  question: both('Where do the RFM scores change?', 'RFM 分数的分界点在哪里？'),
  grain: ['measure', 'cut'],
  columns: {
    measure: column.id(
      both('Measure', '维度'),
      both('recency (days), frequency (orders) or monetary (revenue).', 'recency（天数）、frequency（订单数）或 monetary（销售额）。'),
    ),
    cut: column.count(both('Cut', '分界序号'), both('1 to 4, from the smallest value up.', '1 至 4，由小到大。')),
    value: column.wide(
      both('Cut point', '分界点'),
      both(
        'A value equal to it belongs below (with rfm-compat above); below the first cut the score is 1, of recency 5.',
        '等于分界点的值归入下档（rfm-compat 归入上档）；低于第一个分界点得 1 分，最近购买则得 5 分。',
      ),
    ),
  },
  requires: [
    ['orders.ordered_at', 'customers.last_order_on', 'customers.recency_days'],
    ['orders.customer_id', 'customers.orders'],
    ['orders.amount', 'customers.revenue'],
  ],
  uses: ['customer_profile'],
  source:
    'Quantiles of type 7 (Hyndman & Fan 1996) at 20, 40, 60 and 80%, interpolated in decimals, of at least two customers; rfm-compat adds 1 as the R package rfm 0.3.0 does.',
  parameters: z.object({ rfm: rfmParameter }),
  sql: ({ rfm }) => {
    if (rfm.method === 'cuts') {
      const rows = measures.flatMap((measure) =>
        rfm.cuts[measure].map((value, index) => sql`select ${measure} as measure, ${index + 1} as cut, ${value} as value`),
      );
      return join(rows, ' union all ');
    }
    const shift = rfm.method === 'rfm-compat' ? 1 : 0;
    return sql`
      with customer_values as (${rfmValues(rfm)}),
      long as (${join(measures.map(longRows), ' union all ')}),
      ranked as (
        select
          measure,
          value,
          row_number() over (partition by measure order by value, customer_id) as position,
          count(*) over (partition by measure) as customers
        from long
      ),
      cuts as (select 1 as cut union all select 2 union all select 3 union all select 4),
      steps as (
        select measure, value, cut, 5 * (position - 1) as step, (customers - 1) * cut as target
        from ranked cross join cuts
        where customers > 1
      ),
      neighbours as (
        select
          measure,
          cut,
          max(mod(target, 5)) as remainder,
          max(value) filter (where step <= target) as low,
          max(value) as high
        from steps
        where step < target + 5
        group by measure, cut
      )
      select measure, cut, (low * (5 - remainder) + high * remainder) * 0.2 + ${shift} as value
      from neighbours`;
  },
});

function longRows(measure: string): Sql {
  return sql`select customer_id, ${measure} as measure, ${trusted(measure)}::decimal(18,4) as value from customer_values where ${trusted(measure)} is not null`;
}
