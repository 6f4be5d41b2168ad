import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { addDays, addMonths } from '../../lib/dates.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, comparison } from '../parameters.ts';
import { lastStart } from '../windows.ts';
import { periodsOf } from './parts/periods.ts';

const noYearAgo = both(
  'The first order of all lies after the first tenth of those days a year before.',
  '首张订单晚于上年同期前十分之一的天数，没有可比的上年同期。',
);
const noMover = both('Nothing is known of the year before, or nothing changed.', '没有上年同期数据，或没有变化。');

export const yearToDate = defineMetric({
  id: 'year_to_date',
  question: both(
    'What has the year sold up to the end of the period, against the same days a year before, and which customer changed most?',
    '本年截至本期末的销售额较上年同期如何，哪位客户变动最大？',
  ),
  grain: ['last_day'],
  columns: {
    first_day: column.date(both('First day', '起始日'), both('First of January of that year.', '该年 1 月 1 日。')),
    last_day: column.date(both('Last day', '截止日'), both('Last day of the later period.', '本期最后一天。')),
    revenue: column.money(
      both('Revenue of the year so far', '本年累计销售额'),
      both('Sum of the order amounts of these days, returns taken off.', '这些天的订单金额合计，已扣除退货。'),
      { better: 'high', empty: both('No order of these days has an amount.', '这些天的订单均无金额。') },
    ),
    year_ago_revenue: column.money(
      both('The same a year before', '上年同期销售额'),
      both('Revenue from the first of January a year before up to the same day.', '上年 1 月 1 日至同日的销售额。'),
      { better: 'high', empty: noYearAgo },
    ),
    difference: column.money(both('Difference', '较上年同期'), both('Revenue less that of a year before.', '本年累计 − 上年同期。'), {
      better: 'high',
      empty: noYearAgo,
    }),
    relative_difference: column.ratio(
      both('Difference, %', '较上年同期（%）'),
      both('Difference divided by the revenue of a year before.', '差额 ÷ 上年同期销售额。'),
      { better: 'high', empty: noYearAgo },
    ),
    customer_id: column.id(
      both('Customer id', '客户编号'),
      both(
        'The customer whose revenue changed most, up or down; the lowest id where several changed alike.',
        '销售额变动最大（增或减）的客户；相同时取编号靠前者。',
      ),
      { empty: noMover },
    ),
    customer_difference: column.money(
      both('Its difference', '该客户增减'),
      both('Of the customer: revenue less that of a year before.', '该客户本年累计 − 上年同期。'),
      { better: 'high', empty: noMover },
    ),
    others_relative: column.ratio(
      both('All others, %', '其余客户（%）'),
      both('Change of all other customers together, divided by their revenue of a year before.', '其余客户合计的增减 ÷ 其上年同期销售额。'),
      {
        better: 'high',
        empty: both('There are no others, or they bought nothing a year before.', '没有其余客户，或其上年同期没有销售额。'),
      },
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['order_totals'],
  source: 'Definition: half-open windows of the same days of two calendar years; orders by the day of their first line.',
  parameters: z.object({ as_of: asOf, comparison }),
  sql: ({ as_of, comparison: asked }) => {
    const to = periodsOf(asked, as_of)?.after.to ?? null;
    const last = to === null ? null : addDays(to, -1);
    const first = last === null ? null : `${last.slice(0, 4)}-01-01`;
    const [agoFrom, agoTo] = [first === null ? null : addMonths(first, -12), to === null ? null : addMonths(to, -12)];
    const agoBegun = agoFrom === null || agoTo === null ? null : lastStart({ from: agoFrom, to: agoTo });
    return sql`
    with bought as (
      select
        customer_id,
        sum(amount) filter (where ordered_on >= ${first}::date) as revenue,
        sum(amount) filter (where ordered_on < ${agoTo}::date) as year_ago
      from order_totals
      where ordered_on <= ${last}::date
        and (ordered_on >= ${first}::date or ordered_on < ${agoTo}::date)
        and ordered_on >= ${agoFrom}::date
      group by customer_id
    ),
    spans as (select min(ordered_on) as begins_on from order_totals where ordered_on <= ${last}::date),
    sums as (
      select
        sum(bought.revenue) as revenue,
        case when min(spans.begins_on) <= ${agoBegun}::date then sum(bought.year_ago) end as year_ago
      from bought
      cross join spans
    ),
    moved as (
      select
        bought.customer_id,
        coalesce(bought.revenue, 0) - coalesce(bought.year_ago, 0) as customer_difference,
        coalesce(bought.year_ago, 0) as customer_year_ago
      from bought
      cross join sums
      where sums.year_ago is not null
    ),
    most as (
      select
        max(customer_id) as customer_id,
        max(customer_difference) as customer_difference,
        max(customer_year_ago) as customer_year_ago
      from (
        select
          moved.*,
          row_number() over (order by -abs(customer_difference), customer_id) as place
        from moved
        where customer_difference <> 0
      ) as ranked
      where place = 1
    )
    select
      ${first}::date as first_day,
      ${last}::date as last_day,
      sums.revenue,
      sums.year_ago as year_ago_revenue,
      sums.revenue - sums.year_ago as difference,
      (sums.revenue - sums.year_ago)::double precision / case when sums.year_ago > 0 then sums.year_ago::double precision end
        as relative_difference,
      most.customer_id,
      most.customer_difference,
      (sums.revenue - sums.year_ago - most.customer_difference)::double precision
        / case when sums.year_ago > most.customer_year_ago then (sums.year_ago - most.customer_year_ago)::double precision end
        as others_relative
    from sums
    cross join most
    where sums.revenue is not null`;
  },
});
