import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { countablePairs } from './parts/days-of-targets.ts';
import { mayBeMissing } from './parts/missing.ts';
import { dividedRates, lateStart, reachedTables, sinceDay, valueReached } from './parts/reached.ts';

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
        target_order, metric, counted_as, scope, coalesce(scope_key, '') as scope_key, period_start, period_end,
        least(period_end, ${as_of}::date) as last_day
      from target_rows
    ),
    looked_at as (
      select
        spans.*,
        ${sinceDay({ countedAs: sql`counted_as`, first: sql`period_start`, last: sql`last_day` })} as since
      from spans
    ),
    asked as (
      select target_order as asked_id, counted_as, scope, scope_key, since, last_day as until, last_day from looked_at where scope <> 'unknown'
      union all
      select
        parts_of.target_order, whole.counted_as, parts_of.scope, parts_of.scope_key,
        case when whole.metric = 'retention_rate' then whole.since else parts_of.part_from end,
        case when whole.metric = 'retention_rate' then whole.last_day else least(parts_of.part_to, whole.last_day) end,
        whole.last_day
      from target_parts as parts_of
      inner join looked_at as whole on whole.target_order = parts_of.target_order
    ),
    made_of as (
      select target_order, count(*) filter (where scope = 'unknown') as unknown_parts from target_parts group by target_order
    ),
    countable as (${countablePairs}),
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
    ${reachedTables},
    joined as (
      select
        spans.*,
        reached.part as part_reached, reached.base as base_reached, reached.size,
        sources.data_from,
        spans.scope = 'unknown' and made_of.target_order is not null as is_rolled_up,
        case
          when spans.scope = 'unknown' and made_of.target_order is null then 'owner'
          when made_of.unknown_parts > 0 or (made_of.target_order is not null and spans.metric = 'market_share') then 'part'
          when spans.period_start is null or spans.period_end is null then 'period'
          when spans.period_start > ${as_of}::date then 'future'
          when countable.metric is null and made_of.target_order is null then 'scope'
          when coalesce(sources.n, 0) = 0 or (spans.metric = 'market_share' and reached.size is null) then 'source'
          when spans.period_end < sources.data_from then 'before'
          when spans.metric in ('market_share', 'retention_rate') and sources.data_from > spans.since + ${lateStart} then 'year'
          when spans.counted_as in ${dividedRates} and coalesce(reached.base, 0) = 0 then 'none'
        end as missing
      from looked_at as spans
      left join countable on countable.metric = spans.metric and countable.scope = spans.scope
      left join sources on sources.metric = spans.metric
      left join (select asked_id as target_order, part, base, records, size from reached) as reached
        on reached.target_order = spans.target_order
      left join made_of on made_of.target_order = spans.target_order
    ),
    parts as (
      select
        joined.*,
        case when missing is null then part_reached end as part,
        case when missing is null then base_reached end as base
      from joined
    )
    select
      target_order,
      ${valueReached} as actual,
      part,
      base, missing, data_from,
      coalesce(period_end <= ${as_of}::date, false) as is_over,
      is_rolled_up
    from parts`,
});
