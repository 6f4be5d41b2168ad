import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { addDays } from '../../lib/dates.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, comparison } from '../parameters.ts';
import { periodsOf } from './parts/periods.ts';

const daysOfYear = 365;

export const yearlyRevenue = defineMetric({
  id: 'yearly_revenue',
  question: both('How much do these files sell in a year?', '一年的销售额有多少？'),
  grain: ['last_day'],
  columns: {
    first_day: column.date(
      both('First day', '起始日'),
      both(
        '365 days before the end of the later period, or the first order where that came later.',
        '本期末往前 365 天；首张订单更晚时为其日期。',
      ),
    ),
    last_day: column.date(both('Last day', '截止日'), both('Last day of the later period.', '本期最后一天。')),
    days: column.count(both('Days', '天数'), both('Days from the first to the last.', '起始日至截止日的天数。'), { unit: 'days' }),
    revenue: column.money(
      both('Revenue', '销售额'),
      both('Sum of the order amounts of these days, returns taken off.', '这些天的订单金额合计，已扣除退货。'),
      { better: 'high', empty: both('No order of these days has an amount.', '这些天的订单均无金额。') },
    ),
    yearly: column.average(
      both('Revenue of a year', '年销售额'),
      both(
        'Revenue of the last 365 days; where the files begin later, by days: revenue × 365 ÷ days.',
        '近 365 天的销售额；数据不足 365 天时按天折算：销售额 × 365 ÷ 天数。',
      ),
      { better: 'high', empty: both('No order of these days has an amount.', '这些天的订单均无金额。') },
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['order_totals'],
  source: 'Definition: what money at stake is held against.',
  parameters: z.object({ as_of: asOf, comparison }),
  sql: ({ as_of, comparison: asked }) => {
    const to = periodsOf(asked, as_of)?.after.to ?? null;
    const [first, last] = [to === null ? null : addDays(to, -daysOfYear), to === null ? null : addDays(to, -1)];
    return sql`
    with sums as (
      select
        min(ordered_on) as begins_on,
        sum(amount) filter (where ordered_on >= ${first}::date) as revenue
      from order_totals
      where ordered_on <= ${last}::date
    ),
    spans as (
      select greatest(begins_on, ${first}::date) as first_day, ${last}::date as last_day, revenue from sums where begins_on is not null
    )
    select
      first_day,
      last_day,
      last_day - first_day + 1 as days,
      revenue,
      ${daysOfYear} * revenue::double precision / (last_day - first_day + 1) as yearly
    from spans`;
  },
});
