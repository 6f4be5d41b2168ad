import { join, type Sql, sql } from '../../../engine/sql.ts';
import type { RetentionWindow } from './retention-windows.ts';

/**
 * One row a window: `period_from`, `period_to` (its last day), `customers_before`, `kept`, `buyers`, `repeat_buyers`, from the table `purchase_days`; null
 * what the data do not cover from its first day on.
 */
export function retentionCounts(windows: readonly RetentionWindow[]): Sql {
  return sql`
    with periods as (${windowTable(windows)}),
    data as (select min(purchased_on) as begins_on from purchase_days),
    bought as (
      select
        periods.period_from,
        periods.period_to,
        periods.base_from,
        purchase_days.customer_id,
        count(*) filter (where purchase_days.purchased_on < periods.period_from) as before_days,
        count(*) filter (where purchase_days.purchased_on >= periods.period_from and purchase_days.purchased_on < periods.period_to) as days
      from purchase_days cross join periods
      where purchase_days.purchased_on >= periods.base_from and purchase_days.purchased_on < periods.period_to
      group by periods.period_from, periods.period_to, periods.base_from, purchase_days.customer_id
    ),
    counted as (
      select
        period_from,
        period_to - 1 as period_to,
        base_from,
        count(*) filter (where before_days > 0) as customers_before,
        count(*) filter (where before_days > 0 and days > 0) as kept,
        count(*) filter (where days > 0) as buyers,
        count(*) filter (where days > 1) as repeat_buyers
      from bought
      group by period_from, period_to, base_from
    )
    select
      counted.period_from,
      counted.period_to,
      case when data.begins_on <= counted.base_from then counted.customers_before end as customers_before,
      case when data.begins_on <= counted.base_from then counted.kept end as kept,
      case when data.begins_on <= counted.period_from then counted.buyers end as buyers,
      case when data.begins_on <= counted.period_from then counted.repeat_buyers end as repeat_buyers
    from counted cross join (select begins_on from data) as data`;
}

function windowTable(windows: readonly RetentionWindow[]): Sql {
  if (windows.length === 0)
    return sql`select cast(null as date) as period_from, cast(null as date) as period_to, cast(null as date) as base_from where false`;
  const rows = windows.map(
    ({ period: { from, to }, base }) => sql`select ${from}::date as period_from, ${to}::date as period_to, ${base.from}::date as base_from`,
  );
  return join(rows, ' union all ');
}
