import { join, type Sql, sql } from '../../../engine/sql.ts';
import { addDays, type IsoDate, type Period } from '../../../lib/dates.ts';
import { both } from '../../columns.ts';
import type { Churn } from '../../parameters.ts';
import { leastSilence } from './lost.ts';
import { standingsOn } from './standing-on.ts';

/** When nothing can be said of who was lost, for the columns of such counts. */
export const tooShort = {
  unit: 'customers',
  empty: both(
    'The files begin too late for anybody to count as lost by then, or losses are marked without a day.',
    '数据起点过晚，届时尚不可能有客户被判定为流失；或流失标记没有日期。',
  ),
};

/** A period under the name that its row has; without one nobody is counted. */
export interface TurnoverPeriod {
  readonly name: string;
  readonly period: Period | undefined;
}

/**
 * One row a period, by its name: customers who came, were won back and were lost from the day before it to its last day. `won_back` and `lost` are null where
 * the files begin too late for anybody to be lost by then, or losses are marked without a day.
 */
export function turnoverOf(periods: readonly TurnoverPeriod[], rule: Churn): Sql {
  const least = leastSilence(rule) ?? 0;
  const judged = (day: IsoDate | null): IsoDate | null => (day === null ? null : addDays(day, -least));
  const ends = periods.map(({ name, period }) => ({
    name,
    start: period === undefined ? null : addDays(period.from, -1),
    end: period === undefined ? null : addDays(period.to, -1),
  }));
  const rows = ends.map(
    ({ name, start, end }) => sql`
      select
        ${name} as name, ${start}::date as starts_on, ${end}::date as ends_on,
        ${judged(start)}::date as judged_from, ${judged(end)}::date as judged_to`,
  );
  return sql`
    with periods as (${join(rows, ' union all ')}),
    begun as (select min(purchased_on) as begins_on from purchase_days),
    marked as (select count(lost_on) as dated from churn_flags),
    standings as (${standingsOn(
      ends.flatMap(({ start, end }) => [start, end]),
      rule,
    )}),
    counted as (
      select
        periods.name,
        count(*) filter (where earlier.lost is null) as first_bought,
        count(*) filter (where earlier.lost = 1 and later.lost = 0) as won_back,
        count(*) filter (where coalesce(earlier.lost, 0) = 0 and later.lost = 1) as lost,
        count(*) filter (where earlier.lost = 0) as active_before,
        count(*) filter (where later.lost = 0) as active
      from standings as later
      join periods on periods.ends_on = later.judged_on
      left join standings as earlier on earlier.customer_id = later.customer_id and earlier.judged_on = periods.starts_on
      group by periods.name
    )
    select
      periods.name,
      coalesce(first_bought, 0) as first_bought,
      case when begins_on < judged_from and ${isDated(rule)} then coalesce(won_back, 0) end as won_back,
      case when begins_on < judged_to and ${isDated(rule)} then coalesce(lost, 0) end as lost,
      coalesce(active_before, 0) as active_before,
      coalesce(active, 0) as active
    from periods
    left join counted on counted.name = periods.name
    cross join begun
    cross join marked`;
}

/** Where marks alone tell who is lost, some of them say since when. */
function isDated({ definition }: Churn): Sql {
  return definition.rule === 'lost_flag' ? sql`marked.dated > 0` : sql`true`;
}
