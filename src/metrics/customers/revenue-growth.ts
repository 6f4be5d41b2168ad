import { z } from 'zod';
import { type Sql, sql } from '../../engine/sql.ts';
import { addDays, type IsoDate, type Period } from '../../lib/dates.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { comparisonWindows, lastStart, lastTwelveMonths } from '../windows.ts';

const notCovered = both(
  'The data do not cover the window, or no order of the customer in it has an amount.',
  '数据未覆盖该时间段，或该客户在其间的订单均无金额。',
);
const coverage = both(
  'It is covered when the first order of all lies before it or in its first tenth, and it ends by the as-of date.',
  '全部数据的首张订单早于该时间段或在其前十分之一内，且该时间段不晚于截止日，即视为已覆盖。',
);
const noBase = both('The base is missing or not above zero.', '基数缺失或不大于零。');

export const revenueGrowth = defineMetric({
  id: 'revenue_growth',
  question: both('Whose sales grow, whose shrink?', '哪些客户的销售额在增长，哪些在下滑？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    period_revenue: column.money(
      both('Revenue of the period', '本期销售额'),
      both(
        'Net order amounts in the period, as far as the data reach: from the first order of all up to the as-of date.',
        '本期订单净额，以数据所及为限（自全部数据的首张订单起，至截止日）。',
      ),
      {
        empty: both(
          'There is no period, it ends before the first order of all or starts after the as-of date, or no order of the customer in it has an amount.',
          '没有时间段；时间段早于全部数据的首张订单或晚于截止日；或该客户在其间的订单均无金额。',
        ),
      },
    ),
    previous_revenue: column.money(
      both('Revenue of the period before', '上期销售额'),
      both(
        `Net order amounts in the window of the same length right before. ${coverage.en}`,
        `紧邻的前一等长时间段的订单净额。${coverage['zh-CN']}`,
      ),
      { empty: notCovered },
    ),
    year_ago_revenue: column.money(
      both('Revenue a year ago', '去年同期销售额'),
      both(`Net order amounts in the same window one year earlier. ${coverage.en}`, `去年同期的订单净额。${coverage['zh-CN']}`),
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
        ${sumIn(windows?.current)} as period_sum,
        ${sumIn(windows?.previous)} as previous_sum,
        ${sumIn(windows?.yearAgo)} as year_ago_sum
      from order_totals
      group by customer_id
    ),
    start as (select min(ordered_on) as first_on from order_totals),
    covered as (
      select
        customer_id,
        case when ${touches(windows?.current, as_of)} then period_sum end as period_revenue,
        case when ${covers(windows?.previous, as_of)} then previous_sum end as previous_revenue,
        case when ${covers(windows?.yearAgo, as_of)} then year_ago_sum end as year_ago_revenue
      from sums cross join start
    )
    select
      covered.*,
      (period_revenue - previous_revenue)::double precision / case when previous_revenue > 0 then previous_revenue::double precision end as growth_rate,
      (period_revenue - year_ago_revenue)::double precision / case when year_ago_revenue > 0 then year_ago_revenue::double precision end as growth_rate_year
    from covered`;
  },
});

/** 0 without an order in the window, null where the orders in it have no amount. */
function sumIn(window: Period | undefined): Sql {
  if (window === undefined) return sql`null::decimal(18,4)`;
  const within = sql`ordered_on >= ${window.from}::date and ordered_on < ${window.to}::date`;
  return sql`case when count(*) filter (where ${within}) = 0 then 0 else sum(amount) filter (where ${within}) end`;
}

/** Whether the data reach any day of the window. */
function touches(window: Period | undefined, lastDay: IsoDate | null): Sql {
  if (window === undefined || (lastDay !== null && lastDay < window.from)) return sql`false`;
  return sql`first_on < ${window.to}::date`;
}

/** A window counts as covered when the first order of all lies in its first tenth or before. */
function covers(window: Period | undefined, lastDay: IsoDate | null): Sql {
  if (window === undefined || (lastDay !== null && addDays(lastDay, 1) < window.to)) return sql`false`;
  return sql`first_on <= ${lastStart(window)}::date`;
}
