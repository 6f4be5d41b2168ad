import { z } from 'zod';
import { literal, join, type Sql, sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { scopesOf } from './parts/days-of-targets.ts';
import { mayBeMissing } from './parts/missing.ts';

const families = [
  {
    metrics: ['revenue', 'profit', 'payments', 'quantity', 'orders', 'customers', 'new_customers', 'retention_rate'],
    scopes: scopesOf.sales,
  },
  { metrics: ['visits', 'calls', 'csat', 'nps'], scopes: scopesOf.contacts },
  { metrics: ['leads', 'conversion_rate'], scopes: scopesOf.leads },
  { metrics: ['market_share'], scopes: scopesOf.market },
] as const;

/** Pairs of a metric and a scope by which it can be counted. */
const countable = join(
  families.flatMap(({ metrics, scopes }) =>
    metrics.flatMap((metric) => scopes.map((scope) => sql`select ${literal(metric)} as metric, ${literal(scope)} as scope`)),
  ),
  ' union all ',
);

/** Files that begin so many days into a year have it whole. */
const lateStart = 31;

/** 366 where a 29 February lies in the twelve months to a day, else 365. */
function daysToThatOfLastYear(day: Sql): Sql {
  const year = sql`extract(year from ${day}) - case when extract(month from ${day}) < 3 and not (extract(month from ${day}) = 2 and extract(day from ${day}) = 29) then 1 else 0 end`;
  return sql`case when mod(cast(${year} as integer), 4) = 0 and (mod(cast(${year} as integer), 100) <> 0 or mod(cast(${year} as integer), 400) = 0) then 366 else 365 end`;
}

export const targetActuals = defineMetric({
  id: 'target_actuals',
  question: both('What has been reached of each target by the as-of date?', '截至统计日期，各目标完成了多少？'),
  grain: ['target_order'],
  columns: {
    target_order: column.count(both('Number', '序号'), both('As in target_rows.', '同 target_rows。')),
    actual: column.number(
      both('Actual', '实际值'),
      both(
        'Reached in the period, up to and with the as-of date, in the unit of the target. Sums and counts; of rates numerator ÷ base; market share: revenue of the twelve months to the end (or the as-of date) ÷ size of the market of that year, for the market is told by year; retention rate: of those who bought in the 365 days before, the share that bought in the 365 days to the end.',
        '期间内截至统计日期的完成值，单位同目标。合计与计数类求和；比率为分子 ÷ 基数；市场份额为截至期末（或统计日期）十二个月销售额 ÷ 当年市场规模（市场规模按年给出）；留存率为此前 365 天有购买的客户中，截至期末 365 天内再次购买的占比。',
      ),
      { empty: mayBeMissing },
    ),
    part: column.wide(both('Part', '分子'), both('Sum or count; of rates the numerator.', '合计或计数；比率为分子。'), {
      empty: mayBeMissing,
    }),
    base: column.count(both('n', '基数'), both('Denominator of rates.', '比率的分母。'), {
      empty: both('Sums and counts have none.', '合计与计数没有。'),
    }),
    missing: column.text(
      both('Why nothing', '无值原因'),
      both(
        'Why there is no actual: owner (nothing is known of the owner), period (none is given), future (it has not begun), source (no file tells), before (files begin later), scope (not counted for such an owner), part (of one of its parts nothing is known, so there is no sum), year (the files do not hold the whole year that it takes), none (no leads, answers or customers to divide by).',
        '没有实际值的原因：owner 对象不明、period 未写期间、future 尚未开始、source 没有相应文件、before 文件起始更晚、scope 不适用于该类对象、part 某个下级无法得知故不汇总、year 数据不足所需的整年、none 没有可作分母的线索、答卷或客户。',
      ),
      { empty: both('There is an actual.', '有实际值。') },
    ),
    data_from: column.date(both('Data from', '数据起始'), both('First day of what counts for such targets.', '该指标数据的首日。'), {
      empty: both('No file tells.', '没有相应文件。'),
    }),
    is_over: column.flag(
      both('Over', '已结束'),
      both('Whether the last day of the period has passed.', '期间最后一天是否已过（含当天）。'),
    ),
    is_rolled_up: column.flag(
      both('Of its parts', '由下级汇总'),
      both(
        'Whether it is made of what counts for those whose targets are part of it (target_parts), for nothing counts for the owner itself.',
        '对象本身没有可计业绩，是否由其下级的业绩汇总（target_parts）。',
      ),
    ),
  },
  requires: [['targets.value', 'targets.owner']],
  reads: ['market.industry', 'market.year', 'market.size'],
  uses: ['target_rows', 'target_days', 'target_parts'],
  usesIfComputed: ['lead_course'],
  source: 'Definition: what counts for the scope of a target between its first and last day.',
  parameters: z.object({ as_of: asOf }),
  sql: ({ as_of }) => sql`
    with spans as (
      select
        target_order, metric, scope, coalesce(scope_key, '') as scope_key, owner, parent, ambition, period_start, period_end, value,
        least(period_end, ${as_of}::date) as last_day,
        extract(year from least(period_end, ${as_of}::date)) as market_year,
        least(period_end, ${as_of}::date) - ${daysToThatOfLastYear(sql`least(period_end, ${as_of}::date)`)} + 1 as year_start,
        case when metric = 'csat' and abs(value) <= 1 then 'csat_share' else metric end as counted
      from target_rows
    ),
    countable as (${countable}),
    told as (
      select 'sales' as source, count(amount) as amounts, count(profit) as profits, count(paid_amount) as payments, count(quantity) as quantities,
        count(order_id) as orders, count(customer_id) as customers, min(cast(ordered_at as date)) as data_from
      from orders
      where ordered_at is not null
    ),
    sources as (
      select 'revenue' as metric, amounts as n, data_from from told
      union all select 'market_share', amounts, data_from from told
      union all select 'profit', profits, data_from from told
      union all select 'payments', payments, data_from from told
      union all select 'quantity', quantities, data_from from told
      union all select 'orders', orders, data_from from told
      union all select 'customers', customers, data_from from told
      union all select 'new_customers', customers, data_from from told
      union all select 'retention_rate', customers, data_from from told
      union all select 'visits', count(channel), min(cast(activities.at as date)) from activities where activities.at is not null
      union all select 'calls', count(channel), min(cast(activities.at as date)) from activities where activities.at is not null
      union all select 'leads', count(created_at), min(cast(created_at as date)) from lead_course
      union all select 'conversion_rate', count(created_at), min(cast(created_at as date)) from lead_course
      union all select 'csat', count(csat), min(cast(feedback.at as date)) from feedback where feedback.at is not null
      union all select 'nps', count(nps), min(cast(feedback.at as date)) from feedback where feedback.at is not null
    ),
    sizes as (
      select market_year, sum(size) as size
      from (select year as market_year, industry, max(size) as size from market where size is not null group by year, industry) as industries
      group by market_year
    ),
    keyed as (
      select target_order, scope, scope_key, case when metric = 'market_share' then year_start else period_start end as first_day, last_day
      from spans
      where scope <> 'unknown'
      union all
      select parts_of.target_order, parts_of.scope, parts_of.scope_key, parts_of.part_from, least(parts_of.part_to, spans.last_day)
      from target_parts as parts_of
      inner join spans on spans.target_order = parts_of.target_order
    ),
    made_of as (
      select target_order, count(*) filter (where scope = 'unknown') as unknown_parts from target_parts group by target_order
    ),
    counted as (
      select target_order, sum(value) as value, sum(base) as base, count(*) as items
      from (
        select spans.target_order, days.item, sum(days.value) as value, sum(days.base) as base
        from spans
        inner join keyed on keyed.target_order = spans.target_order
        inner join target_days as days
          on days.metric = spans.counted and days.scope = keyed.scope and days.scope_key = keyed.scope_key
          and days.day >= keyed.first_day and days.day <= keyed.last_day
        where spans.metric <> 'retention_rate'
        group by spans.target_order, days.item
      ) as items_of
      group by target_order
    ),
    returned as (
      select target_order, count(*) as base, count(*) filter (where is_back) as part
      from (
        select
          spans.target_order, days.item,
          max(case when days.day > spans.last_day - 365 then 1 else 0 end) = 1 as is_back,
          max(case when days.day <= spans.last_day - 365 then 1 else 0 end) = 1 as was_there
        from spans
        inner join keyed on keyed.target_order = spans.target_order
        inner join target_days as days
          on days.metric = 'retention_rate' and days.scope = keyed.scope and days.scope_key = keyed.scope_key
          and days.day > spans.last_day - 730 and days.day <= spans.last_day
        where spans.metric = 'retention_rate'
        group by spans.target_order, days.item
      ) as customers_of
      where was_there
      group by target_order
    ),
    joined as (
      select
        spans.*,
        counted.value as counted_value, counted.base as counted_base, counted.items,
        returned.part as returned_part, returned.base as returned_base,
        sources.n, sources.data_from, sizes.size,
        spans.scope = 'unknown' and made_of.target_order is not null as is_rolled_up,
        case
          when spans.scope = 'unknown' and made_of.target_order is null then 'owner'
          when made_of.unknown_parts > 0 or (made_of.target_order is not null and spans.metric = 'market_share') then 'part'
          when spans.period_start is null or spans.period_end is null then 'period'
          when spans.period_start > ${as_of}::date then 'future'
          when countable.metric is null and made_of.target_order is null then 'scope'
          when coalesce(sources.n, 0) = 0 or (spans.metric = 'market_share' and sizes.size is null) then 'source'
          when spans.period_end < sources.data_from then 'before'
          when spans.metric = 'market_share' and sources.data_from > spans.year_start + ${lateStart} then 'year'
          when spans.metric = 'retention_rate' and sources.data_from > spans.last_day - 730 + ${lateStart} then 'year'
          when spans.metric = 'retention_rate' and coalesce(returned.base, 0) = 0 then 'none'
          when spans.metric in ('conversion_rate', 'csat', 'nps') and coalesce(counted.base, 0) = 0 then 'none'
        end as missing
      from spans
      left join countable on countable.metric = spans.metric and countable.scope = spans.scope
      left join sources on sources.metric = spans.metric
      left join sizes on sizes.market_year = spans.market_year
      left join counted on counted.target_order = spans.target_order
      left join returned on returned.target_order = spans.target_order
      left join made_of on made_of.target_order = spans.target_order
    ),
    parts as (
      select
        joined.*,
        case
          when missing is not null then null
          when metric = 'customers' then coalesce(items, 0)
          when metric = 'retention_rate' then returned_part
          else coalesce(counted_value, 0)
        end as part,
        case
          when missing is not null then null
          when metric = 'retention_rate' then returned_base
          when metric in ('conversion_rate', 'csat', 'nps') then counted_base
        end as base
      from joined
    )
    select
      target_order,
      case
        when metric = 'market_share' then part::double precision / nullif(size, 0)::double precision
        when metric = 'nps' then (part * case when abs(value) <= 1 then 1 else 100 end)::double precision / nullif(base, 0)
        when base is not null then part::double precision / nullif(base, 0)
        else part::double precision
      end as actual,
      part,
      base, missing, data_from,
      coalesce(period_end <= ${as_of}::date, false) as is_over,
      is_rolled_up
    from parts`,
});
