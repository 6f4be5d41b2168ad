import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { countablePairs } from './parts/days-of-targets.ts';
import { mayBeMissing } from './parts/missing.ts';
import { dividedRates, reachedTables, valueReached } from './parts/reached.ts';

export const targetActuals = defineMetric({
  id: 'target_actuals',
  question: both('What has been reached of each target by the as-of date?', '截至统计日期，各目标完成了多少？'),
  grain: ['target_order'],
  columns: {
    target_order: column.count(both('Number', '序号'), both('As in target_rows.', '同 target_rows。')),
    actual: column.number(
      both('Actual', '实际值'),
      both(
        'Reached in the period, up to and with the as-of date, in the unit of the target. Sums and counts; of rates numerator ÷ base; market share: revenue of the 365 days to the end ÷ size of the market of that year; retention rate: of those who bought in the 365 days before, the share that bought in the 365 days to the end.',
        '期间内截至统计日期的完成值，单位同目标。合计与计数类求和；比率为分子 ÷ 基数；市场份额为截至期末 365 天销售额 ÷ 当年市场规模；留存率为此前 365 天有购买的客户中，截至期末 365 天内再次购买的占比。',
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
        'Why there is no actual: owner (nothing is known of the owner), period (none is given), future (it has not begun), source (no file tells), before (files begin later), scope (not counted for such an owner), none (no leads, answers or customers to divide by).',
        '没有实际值的原因：owner 对象不明、period 未写期间、future 尚未开始、source 没有相应文件、before 文件起始更晚、scope 不适用于该类对象、none 没有可作分母的线索、答卷或客户。',
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
        'Whether it is the sum of the targets that are part of it, for nothing counts for the owner itself.',
        '对象本身没有可计业绩，是否取其下级目标实际值之和。',
      ),
    ),
  },
  requires: [['targets.value', 'targets.owner']],
  reads: ['market.industry', 'market.year', 'market.size'],
  uses: ['target_rows', 'target_days'],
  usesIfComputed: ['lead_course'],
  source: 'Definition: what counts for the scope of a target between its first and last day.',
  parameters: z.object({ as_of: asOf }),
  sql: ({ as_of }) => sql`
    with spans as (
      select
        target_order, metric, counted_as, scope, coalesce(scope_key, '') as scope_key, owner, parent, ambition, period_start, period_end,
        least(period_end, ${as_of}::date) as last_day
      from target_rows
    ),
    asked as (select counted_as, scope, scope_key, period_start as first_day, last_day from spans),
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
        reached.part as part_reached, reached.base as base_reached,
        reached.size, sources.data_from,
        case
          when spans.scope = 'unknown' then 'owner'
          when spans.period_start is null or spans.period_end is null then 'period'
          when spans.period_start > ${as_of}::date then 'future'
          when countable.metric is null then 'scope'
          when coalesce(sources.n, 0) = 0 or (spans.metric = 'market_share' and reached.size is null) then 'source'
          when spans.period_end < sources.data_from then 'before'
          when spans.counted_as in ${dividedRates} and coalesce(reached.base, 0) = 0 then 'none'
        end as missing
      from spans
      left join countable on countable.metric = spans.metric and countable.scope = spans.scope
      left join sources on sources.metric = spans.metric
      left join reached
        on reached.counted_as = spans.counted_as and reached.scope = spans.scope and reached.scope_key = spans.scope_key
        and reached.first_day = spans.period_start and reached.last_day = spans.last_day
    ),
    parts as (
      select
        joined.*,
        case when missing is null then part_reached end as part,
        case when missing is null then base_reached end as base
      from joined
    ),
    children as (
      select parts.parent, parts.counted_as, parts.ambition, parts.period_start, parts.period_end, sum(parts.part) as part, sum(parts.base) as base
      from parts
      where parts.parent is not null and parts.metric not in ('retention_rate', 'market_share', 'customers')
      group by parts.parent, parts.counted_as, parts.ambition, parts.period_start, parts.period_end
    ),
    rolled as (
      select
        parts.target_order, parts.counted_as, parts.period_end, parts.data_from, parts.size,
        case when parts.missing = 'owner' then children.part else parts.part end as part,
        case when parts.missing = 'owner' then children.base else parts.base end as base,
        case when parts.missing = 'owner' and children.part is not null then null else parts.missing end as missing,
        coalesce(parts.missing = 'owner' and children.part is not null, false) as is_rolled_up
      from parts
      left join children
        on children.parent = parts.owner and children.counted_as = parts.counted_as and children.ambition = parts.ambition
        and children.period_start = parts.period_start and children.period_end = parts.period_end
    )
    select
      target_order,
      ${valueReached} as actual,
      part,
      base, missing, data_from,
      coalesce(period_end <= ${as_of}::date, false) as is_over,
      is_rolled_up
    from rolled`,
});
