import { z } from 'zod';
import { type Sql, sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { mayBeMissing } from './parts/missing.ts';
import { rateMetrics } from '../../forecast/targets/rate-metrics.ts';

const notSaid = both('The file does not say.', '文件中没有。');

/** Targets of retention and of the market are not put together, nor those that share days. */
const parted: Sql = sql`case when metric in ('retention_rate', 'market_share') or alone = 1 then first_order end`;

export const targetGoals = defineMetric({
  id: 'target_goals',
  question: both('What was to be reached in the period under review, and what was?', '考察期内要完成多少，已完成多少？'),
  grain: ['goal_order'],
  columns: {
    goal_order: column.count(
      both('Number', '序号'),
      both('The period under review first; in the order of target_rows.', '先考察期后全年，其内按 target_rows 的顺序。'),
    ),
    reach: column.id(
      both('Reach', '跨度'),
      both(
        'period: the period under review; year: all targets of the calendar year that it ends in, where these are more.',
        'period 为考察期；year 为考察期末所在自然年的全部目标（多于考察期时）。',
      ),
    ),
    level: column.id(both('Level', '层级'), both('As in target_given_rows.', '同 target_rows。')),
    scope: column.id(both('Counted by', '计入范围'), both('As in target_given_rows.', '同 target_rows。')),
    scope_key: column.text(both('Of', '范围取值'), both('As in target_given_rows.', '同 target_rows。'), {
      empty: both('The company, or nothing is known of the owner.', '公司，或对象不明。'),
    }),
    owner: column.text(both('Owner', '目标对象'), both('As in target_given_rows.', '同 target_rows。'), {
      empty: both('The company has the target, or the file names nobody.', '公司目标，或文件未写对象。'),
    }),
    parent: column.text(both('Part of', '上级目标'), both('As in target_given_rows.', '同 target_rows。'), { empty: notSaid }),
    metric: column.id(both('Metric', '指标'), both('As in the field targets.metric.', '同字段 targets.metric。')),
    ambition: column.id(both('Ambition', '档位'), both('base, stretch or challenge.', 'base 目标、stretch 冲刺、challenge 挑战。')),
    period_start: column.date(both('From', '开始'), both('First day of the first of its targets.', '所含首个目标的第一天。')),
    period_end: column.date(both('To', '结束'), both('Last day of the last of its targets.', '所含末个目标的最后一天。')),
    target: column.number(
      both('Target', '目标值'),
      both(
        'Sum of the targets that lie in the period (of months in a quarter); of rates their mean.',
        '期内各目标之和（如一季含各月）；比率类取平均。',
      ),
      { empty: both('All of them are blank, or have no such value.', '均未填写或取值不可用。') },
    ),
    targets: column.count(both('Targets', '目标数'), both('Targets in it, the blank ones as well.', '所含目标数，含空白。')),
    blanks: column.count(both('Blank', '空白目标'), both('Targets in it without a value.', '其中未填写的目标数。')),
    slips: column.count(
      both('No such value', '取值不可用'),
      both('Targets in it that are in target_slips: they count as blank ones.', '其中列入 target_slips 的目标数：与未填写同样处理。'),
    ),
    empty_spans: column.count(
      both('Without a base', '无分母的期间'),
      both(
        'Of a rate, periods in it without leads or answers: the rate and the target are those of the others.',
        '比率类目标中没有线索或答卷的期间数；比率与目标取自其余期间。',
      ),
    ),
    actual: column.number(
      both('Actual', '实际值'),
      both(
        'Reached by the as-of date in the periods of its targets that have a value (in all, where none has one); of rates numerators ÷ denominators.',
        '截至统计日期在有目标值各期间的完成值（均未填写时为全部期间）；比率为分子合计 ÷ 分母合计。',
      ),
      { empty: mayBeMissing },
    ),
    base: column.count(both('n', '基数'), both('Denominator of rates.', '比率的分母。'), {
      empty: both('Sums and counts have none.', '合计与计数没有。'),
    }),
    missing: column.text(both('Why nothing', '无值原因'), both('As in target_actuals.', '同 target_actuals。'), {
      empty: both('There is an actual.', '有实际值。'),
    }),
    is_over: column.flag(both('Over', '已结束'), both('Whether the last day has passed.', '最后一天是否已过（含当天）。')),
    is_rolled_up: column.flag(both('Of its parts', '由下级汇总'), both('As in target_actuals.', '同 target_actuals。')),
  },
  requires: [['targets.value', 'targets.owner']],
  uses: ['target_rows', 'target_slips', 'target_actuals', 'target_picks'],
  source:
    'Definition: of an owner, metric and ambition the targets that cover the period at the finest grain, or the one that is the period itself.',
  parameters: z.object({ as_of: asOf }),
  sql: ({ as_of }) => sql`
    with dated as (
      select
        given_rows.*, case when slips.slip is null then given_rows.value end as counted_value, slips.slip, actuals.actual, actuals.part, actuals.base, actuals.missing, actuals.is_rolled_up,
        coalesce(given_rows.owner, '') as whose, coalesce(given_rows.scope_key, '') as key
      from target_rows as given_rows
      inner join target_actuals as actuals on actuals.target_order = given_rows.target_order
      left join target_slips as slips on slips.target_order = given_rows.target_order
    ),
    ends as (
      select
        dated.level, dated.scope, dated.key, dated.whose, dated.metric, dated.ambition, max(dated.period_end) as last_day,
        min(dated.period_start) as first_day
      from dated
      inner join target_picks as picked on picked.target_order = dated.target_order
      where picked.reach = 'period'
      group by dated.level, dated.scope, dated.key, dated.whose, dated.metric, dated.ambition
    ),
    spans as (
      select
        picked.reach, dated.level, dated.scope, dated.key, dated.whose, dated.metric, dated.ambition, dated.period_start, dated.period_end,
        min(dated.target_order) as first_order, max(dated.scope_key) as scope_key, max(dated.owner) as owner, max(dated.parent) as parent,
        sum(dated.counted_value) as value, count(*) as targets, count(*) filter (where dated.value is null) as blanks, count(dated.slip) as slips,
        count(dated.counted_value) as given,
        max(dated.actual) as actual, max(dated.part) as part, max(dated.base) as base, max(dated.missing) as missing,
        max(case when dated.is_rolled_up then 1 else 0 end) as rolled_up, max(case when picked.is_alone then 1 else 0 end) as alone
      from target_picks as picked
      inner join dated on dated.target_order = picked.target_order
      group by
        picked.reach, dated.level, dated.scope, dated.key, dated.whose, dated.metric, dated.ambition, dated.period_start, dated.period_end
    ),
    compared as (
      select
        spans.*,
        case when metric in ('csat', 'nps', 'conversion_rate') and missing in ('none', 'before') then 1 else 0 end as is_empty,
        given > 0 or max(given) over (partition by reach, level, scope, metric, ambition, whose, key, ${parted}) = 0 as counts
      from spans
    ),
    goals as (
      select
        reach, level, scope, metric, ambition, whose, key,
        ${parted} as first_part,
        max(scope_key) as scope_key, max(owner) as owner, max(parent) as parent, min(first_order) as first_order,
        min(period_start) as period_start, max(period_end) as period_end,
        coalesce(sum(value) filter (where is_empty = 0), sum(value)) as value,
        coalesce(nullif(sum(given) filter (where is_empty = 0), 0), sum(given)) as given_told,
        sum(targets) as targets, sum(blanks) as blanks, sum(slips) as slips, sum(given) as given,
        max(actual) filter (where counts) as actual, sum(part) filter (where counts) as part, sum(base) filter (where counts) as base,
        coalesce(max(missing) filter (where missing <> 'future'), max(missing)) as missing,
        count(*) as spans, count(*) filter (where missing is null) as told, count(*) filter (where missing = 'future') as ahead,
        sum(is_empty) as empty_spans,
        max(rolled_up) as rolled_up
      from compared
      group by reach, level, scope, metric, ambition, whose, key, ${parted}
    ),
    whole as (
      select
        goals.*,
        case when told > 0 and told + ahead + empty_spans = spans then null else missing end as why
      from goals
      where reach = 'period' or spans > 1 or period_end - period_start > 184
    ),
    wider as (
      select whole.*
      from whole
      left join ends
        on ends.level = whole.level and ends.scope = whole.scope and ends.key = whole.key and ends.whose = whole.whose
        and ends.metric = whole.metric and ends.ambition = whole.ambition
      where whole.reach = 'period' or ends.first_day is null or whole.period_start < ends.first_day or whole.period_end > ends.last_day
    )
    select
      row_number() over (order by reach, first_order) as goal_order,
      reach, level, scope, scope_key, owner, parent, metric, ambition, period_start, period_end,
      case when metric in ${rateMetrics} then value::double precision / nullif(given_told, 0) else value::double precision end as target,
      targets, blanks, slips,
      case when why is null then empty_spans else 0 end as empty_spans,
      case
        when why is not null then null
        when metric in ('csat', 'conversion_rate', 'nps') and spans > 1 then part::double precision / nullif(base, 0)
        when metric in ${rateMetrics} then actual
        else part::double precision
      end as actual,
      base,
      why as missing,
      coalesce(period_end <= ${as_of}::date, false) as is_over,
      rolled_up = 1 as is_rolled_up
    from wider`,
});
