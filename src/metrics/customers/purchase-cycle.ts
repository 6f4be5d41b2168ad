import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { daysSince } from '../as-of.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';

const tooFew = { empty: both('Fewer than three purchase days, so fewer than two gaps.', '购买日少于 3 天（间隔少于 2 个）。') };

export const purchaseCycle = defineMetric({
  id: 'purchase_cycle',
  question: both('How often does each customer buy, and when is the next order due?', '每位客户多久买一次，下一单预计何时？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    purchase_days: column.count(
      both('Purchase days', '购买天数'),
      both('Different days with an order; returns do not count.', '有订单的不同日期数，退货不计。'),
      {
        unit: 'days',
      },
    ),
    mean_gap_days: column.number(
      both('Mean gap', '平均购买间隔'),
      both('Mean of the days between purchase days.', '相邻购买日间隔天数的均值。'),
      {
        unit: 'days',
        ...tooFew,
      },
    ),
    purchase_cycle_days: column.number(
      both('Median gap', '购买间隔中位数'),
      both('Median of the days between purchase days.', '相邻购买日间隔天数的中位数。'),
      { unit: 'days', ...tooFew },
    ),
    longest_gap_days: column.count(
      both('Longest gap', '最长购买间隔'),
      both('Most days between two purchase days so far.', '至今相邻购买日间隔的最大天数。'),
      { unit: 'days', ...tooFew },
    ),
    gap_variation: column.number(
      both('Variation of the gaps', '间隔变异系数'),
      both(
        'Standard deviation of the gaps (n − 1) divided by their mean; 0 is perfectly regular.',
        '间隔的标准差（n − 1）÷ 均值；0 表示完全规律。',
      ),
      tooFew,
    ),
    next_order_on: column.date(
      both('Next order expected', '预计下次下单'),
      both('Last purchase day plus the median gap, half days rounded up.', '最近购买日 + 购买间隔中位数，半天进位。'),
      tooFew,
    ),
    overdue_ratio: column.number(
      both('Overdue ratio', '逾期倍数'),
      both(
        'Days since the last purchase divided by the median gap; from 1 on the next order is expected. Overdue is only who exceeds what is usual for it: see customer_state.',
        '距最近购买的天数 ÷ 购买间隔中位数；达到 1 即预计下单。是否超期另看该客户的通常购买间隔，见 customer_state。',
      ),
      tooFew,
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['order_totals'],
  source:
    'Interval statistics over distinct purchase days; the next order is expected by the median because one long pause moves the mean.',
  parameters: z.object({ as_of: asOf }),
  // Orders of one day follow each other in any order: each but the first has the gap 0, which is none.
  sql: ({ as_of }) => sql`
    with gaps as (
      select
        customer_id,
        ordered_on,
        nullif(cast(ordered_on - lag(ordered_on) over (partition by customer_id order by ordered_on) as bigint), 0) as gap
      from order_totals
      where ordered_on is not null and (amount >= 0 or amount is null)
    ),
    totals as (
      select
        customer_id,
        count(gap) + 1 as purchase_days,
        count(gap) as gaps,
        sum(gap) as days,
        sum(gap * gap) as squares,
        percentile_cont(0.5) within group (order by gap::double precision) as median,
        max(gap) as longest,
        max(ordered_on) as last_on
      from gaps
      group by customer_id
    ),
    cycles as (
      select
        customer_id,
        purchase_days,
        last_on,
        case when gaps >= 2 then days::double precision / gaps end as mean_gap_days,
        case when gaps >= 2 then median end as purchase_cycle_days,
        case when gaps >= 2 then longest end as longest_gap_days,
        case when gaps >= 2
          then sqrt((gaps * squares - days * days)::double precision / (gaps * (gaps - 1))) * gaps / days::double precision
        end as gap_variation
      from totals
    )
    select
      cycles.*,
      last_on + cast(ceil(purchase_cycle_days) as integer) as next_order_on,
      ${daysSince('last_on', as_of)}::double precision / purchase_cycle_days as overdue_ratio
    from cycles`,
});
