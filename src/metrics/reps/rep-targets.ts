import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { lastFullMonths } from '../windows.ts';
import { repCustomers } from './rep-customers.ts';

const blank = { empty: both('All targets of the period are blank.', '期内目标均未填写。') };
const untold = { empty: both('Nothing tells it.', '没有可计算的数据。') };

export const repTargets = defineMetric({
  id: 'rep_targets',
  question: both('How far did each rep reach the target of revenue in the period?', '每位销售本期的销售额目标达成多少？'),
  grain: ['rep'],
  columns: {
    rep: repCustomers.columns['rep']!,
    period_start: column.date(both('From', '开始'), both('First day of the first of the targets.', '首个目标的第一天。')),
    period_end: column.date(both('To', '结束'), both('Last day of the last of the targets.', '末个目标的最后一天。')),
    target: column.number(
      both('Target', '目标值'),
      both(
        'Sum of the targets of revenue that lie in the period ; stretch and challenge do not count.',
        '期内销售额目标之和，不含冲刺与挑战档。',
      ),
      blank,
    ),
    actual: column.number(both('Actual', '实际值'), both('Reached in the periods of these targets.', '上述目标期间的完成值。'), untold),
    attainment: column.ratio(both('Attainment', '达成率'), both('Actual ÷ target.', '实际值 ÷ 目标值。'), {
      empty: both('No target above zero, or no actual.', '没有大于零的目标值，或没有实际值。'),
    }),
    overlaps: column.count(
      both('Left out', '未计入'),
      both(
        'Targets that share days with an earlier one of the rep without lying in it: what was sold then would count twice.',
        '与该销售较早的目标期间交叉且互不包含的目标：不计入，以免业绩重复计算。',
      ),
      { unit: 'targets' },
    ),
    target_difference: column.number(
      both('Against target', '较目标'),
      both('Actual less target: below zero where it is missed.', '实际值 − 目标值，未达成为负。'),
      untold,
    ),
  },
  requires: [['targets.value', 'targets.owner']],
  uses: ['target_rows', 'target_slips', 'target_actuals'],
  source:
    'Definition: target_rows and target_actuals of single reps, of revenue: the target of the very period, else those in it that hold no shorter one. A rep without a target has no row; a row of a manager is that of a team. A row that is there twice, with the same value, counts once, and one that ends before it begins, is in target_slips, or begins within an earlier one not at all.',
  parameters: z.object({ as_of: asOf, period }),
  sql: ({ as_of, period: asked }) => {
    // Of a period that is running the whole target counts.
    const { from, to } = asked ?? (as_of === null ? { from: null, to: null } : lastFullMonths(1, as_of));
    return sql`
    with placed as (
      select
        given_rows.*,
        row_number() over (
          partition by level, owner, parent, scope_key, period_start, period_end, value order by given_rows.target_order
        ) as place
      from target_rows as given_rows
      left join target_slips as slips on slips.target_order = given_rows.target_order
      where
        slips.slip is null and scope = 'rep' and scope_key is not null and metric = 'revenue' and ambition = 'base' and period_start <= period_end
        and period_start >= ${from}::date and period_end < ${to}::date
    ),
    own as (
      select
        min(placed.target_order) as target_order, placed.scope_key as rep, placed.period_start, placed.period_end, sum(placed.value) as value,
        max(actuals.part) as part, placed.period_start = ${from}::date and placed.period_end = ${to}::date - 1 as is_whole
      from placed
      inner join target_actuals as actuals on actuals.target_order = placed.target_order
      where placed.place = 1
      group by placed.scope_key, placed.period_start, placed.period_end
    ),
    coarser as (
      select outer_rows.target_order
      from own as outer_rows
      inner join own as inner_rows
        on inner_rows.rep = outer_rows.rep and inner_rows.period_start >= outer_rows.period_start
        and inner_rows.period_end <= outer_rows.period_end
        and inner_rows.period_end - inner_rows.period_start < outer_rows.period_end - outer_rows.period_start
      group by outer_rows.target_order
    ),
    wholes as (select rep, max(target_order) as target_order from own where is_whole group by rep),
    reviewed as (
      select own.*
      from own
      left join wholes on wholes.rep = own.rep
      left join coarser on coarser.target_order = own.target_order
      where case when wholes.rep is not null then own.target_order = wholes.target_order else coarser.target_order is null end
    ),
    apart as (
      select reviewed.*, coalesce(crossed.is_crossed, false) as is_crossed
      from reviewed
      left join (
        select later.target_order, true as is_crossed
        from reviewed as later
        inner join reviewed as earlier
          on earlier.rep = later.rep and earlier.period_start < later.period_start and earlier.period_end >= later.period_start
        group by later.target_order
      ) as crossed on crossed.target_order = reviewed.target_order
    ),
    sums as (
      select
        rep, min(period_start) filter (where not is_crossed) as period_start, max(period_end) filter (where not is_crossed) as period_end,
        count(*) filter (where is_crossed) as overlaps, (sum(value) filter (where not is_crossed))::double precision as target,
        (sum(part) filter (where value is not null and not is_crossed))::double precision as actual
      from apart
      group by rep
    )
    select
      sums.*, actual::double precision / nullif(greatest(target, 0), 0) as attainment, actual - target as target_difference
    from sums`;
  },
});
