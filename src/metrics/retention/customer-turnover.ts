import { z } from 'zod';
import { join, type Sql, sql } from '../../engine/sql.ts';
import { addDays, type Period } from '../../lib/dates.ts';
import { periodsOf, type Side, sides } from '../comparison/parts/periods.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, type Churn, churn, comparison } from '../parameters.ts';
import { leastSilence } from './parts/lost.ts';
import { standingOn } from './parts/standing-on.ts';

const customers = { unit: 'customers' };
const tooShort = {
  empty: both(
    'The files begin too late for anybody to count as lost by then, or losses are marked without a day.',
    '数据起点过晚，届时尚不可能有客户被判定为流失；或流失标记没有日期。',
  ),
};

export const customerTurnover = defineMetric({
  id: 'customer_turnover',
  question: both('How many customers were lost and won back in each of two periods?', '两个时期各流失、挽回了多少客户？'),
  grain: ['period'],
  columns: {
    period: column.id(both('Period', '时期'), both('before: the earlier one; after: the later one.', 'before 对比期；after 本期。')),
    first_bought: column.count(
      both('First bought', '首次购买客户数'),
      both('Customers whose first purchase in the files lies in the period.', '首次购买（以数据文件为准）在该期内的客户数。'),
      customers,
    ),
    won_back: column.count(
      both('Won back', '挽回客户数'),
      both(
        'Customers lost before the period by the rule of churn (own gap, mark or contract), and not at its end: they bought again.',
        '期初已按流失规则（自身间隔、标记或合同）流失、期末不再流失的客户：已再次购买。',
      ),
      { better: 'high', ...customers, ...tooShort },
    ),
    lost: column.count(
      both('Lost', '流失客户数'),
      both(
        'Customers lost at the end of the period by the rule of churn and not before it. Who is between two orders is not lost.',
        '期末按流失规则已流失、期初尚未流失的客户；处于两单之间的不算流失。',
      ),
      { better: 'low', ...customers, ...tooShort },
    ),
    active_before: column.count(
      both('Customers at the start', '期初客户数'),
      both('Customers who had bought before the period and were not lost.', '期初之前购买过且未流失的客户数。'),
      { better: 'high', ...customers },
    ),
    active: column.count(
      both('Customers at the end', '期末客户数'),
      both(
        'Customers who have bought and are not lost: those at the start + first bought + won back − lost.',
        '购买过且未流失的客户数：期初 + 首次购买 + 挽回 − 流失。',
      ),
      { better: 'high', ...customers },
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['purchase_days'],
  usesIfComputed: ['churn_flags'],
  source: 'Definition: the rule of churn_status as of the day before each period and as of its last day.',
  parameters: z.object({ as_of: asOf, comparison, churn }),
  sql: ({ as_of, comparison: asked, churn: rule }) => {
    const periods = periodsOf(asked, as_of);
    return sql`
    with begun as (select min(purchased_on) as begins_on from purchase_days),
    marked as (select count(lost_on) as dated from churn_flags),
    counted as (${join(
      sides.map((side) => movesIn(side, periods?.[side], rule)),
      ' union all ',
    )})
    select
      counted.period,
      first_bought,
      case when begins_on <= judged_from and ${isDated(rule)} then won_back end as won_back,
      case when begins_on <= judged_to and ${isDated(rule)} then lost end as lost,
      active_before,
      active
    from counted cross join begun cross join marked`;
  },
});

/** Where marks alone tell who is lost, some of them say since when. */
function isDated({ definition }: Churn): Sql {
  return definition.rule === 'lost_flag' ? sql`marked.dated > 0` : sql`true`;
}

/** One row: how many customers came into which standing from the day before the period to its last day. */
function movesIn(side: Side, period: Period | undefined, rule: Churn): Sql {
  const [start, end] = period === undefined ? [null, null] : [addDays(period.from, -1), addDays(period.to, -1)];
  const least = leastSilence(rule) ?? 0;
  const judged = (day: string | null) => (day === null ? null : addDays(day, -least));
  return sql`
    select
      ${side} as period,
      ${judged(start)}::date as judged_from,
      ${judged(end)}::date as judged_to,
      count(*) filter (where earlier.lost is null) as first_bought,
      count(*) filter (where earlier.lost = 1 and later.lost = 0) as won_back,
      count(*) filter (where coalesce(earlier.lost, 0) = 0 and later.lost = 1) as lost,
      count(*) filter (where earlier.lost = 0) as active_before,
      count(*) filter (where later.lost = 0) as active
    from (${standingOn(end, rule)}) as later
    left join (${standingOn(start, rule)}) as earlier on earlier.customer_id = later.customer_id`;
}
