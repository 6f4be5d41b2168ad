import { z } from 'zod';
import { type Sql, sql } from '../../engine/sql.ts';
import { addDays, daysBetween, type Period } from '../../lib/dates.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { comparisonWindows, lastTwelveMonths } from '../windows.ts';

const notCovered = both('The orders do not reach back to the start of the window.', '订单数据未覆盖该时间段的开头。');
const noBase = both('The base is missing or not above zero.', '基数缺失或不大于零。');

export const revenueGrowth = defineMetric({
  id: 'revenue_growth',
  question: both('Whose sales grow, whose shrink?', '哪些客户的销售额在增长，哪些在下滑？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    period_revenue: column.money(both('Revenue of the period', '本期销售额'), both('Net order amounts in the period.', '本期订单净额。'), {
      empty: both('There is no period.', '没有时间段。'),
    }),
    previous_revenue: column.money(
      both('Revenue of the period before', '上期销售额'),
      both('Net order amounts in the window of the same length right before.', '紧邻的前一等长时间段的订单净额。'),
      { empty: notCovered },
    ),
    year_ago_revenue: column.money(
      both('Revenue a year ago', '去年同期销售额'),
      both('Net order amounts in the same window one year earlier.', '去年同期的订单净额。'),
      { empty: notCovered },
    ),
    growth_rate: column.ratio(both('Growth', '环比增长率'), both('(period − period before) / period before.', '（本期 − 上期）÷ 上期。'), {
      empty: noBase,
    }),
    growth_rate_year: column.ratio(
      both('Growth on the year', '同比增长率'),
      both('(period − year ago) / year ago.', '（本期 − 去年同期）÷ 去年同期。'),
      {
        empty: noBase,
      },
    ),
  },
  requires: [['orders.ordered_at'], ['orders.amount']],
  uses: ['order_totals'],
  source: 'Definition: (this − base) / base, sums of amounts in half-open windows; no rate over a base that is not above zero.',
  parameters: z.object({ as_of: asOf, period }),
  sql: ({ as_of, period: asked }) => {
    const window = asked ?? (as_of === null ? null : lastTwelveMonths(as_of));
    const windows = window === null ? null : comparisonWindows(window, as_of);
    return sql`
    with sums as (
      select
        customer_id,
        ${sumIn(windows?.current)} as period_revenue,
        ${sumIn(windows?.previous)} as previous_sum,
        ${sumIn(windows?.yearAgo)} as year_ago_sum
      from order_totals
      group by customer_id
    ),
    start as (select min(ordered_on) as first_on from order_totals),
    covered as (
      select
        customer_id,
        period_revenue,
        case when ${reaches(windows?.previous)} then previous_sum end as previous_revenue,
        case when ${reaches(windows?.yearAgo)} then year_ago_sum end as year_ago_revenue
      from sums cross join start
    )
    select
      covered.*,
      (period_revenue - previous_revenue)::double precision / case when previous_revenue > 0 then previous_revenue::double precision end as growth_rate,
      (period_revenue - year_ago_revenue)::double precision / case when year_ago_revenue > 0 then year_ago_revenue::double precision end as growth_rate_year
    from covered`;
  },
});

function sumIn(window: Period | undefined): Sql {
  if (window === undefined) return sql`null::decimal(18,4)`;
  return sql`coalesce(sum(amount) filter (where ordered_on >= ${window.from}::date and ordered_on < ${window.to}::date), 0)`;
}

/** A window counts as covered when the first order of all lies in its first tenth or before: a company need not sell on its very first day. */
function reaches(window: Period | undefined): Sql {
  if (window === undefined) return sql`false`;
  const tenth = Math.floor(daysBetween(window.from, window.to) / 10);
  return sql`first_on <= ${addDays(window.from, tenth)}::date`;
}
