import { z } from 'zod';
import { join, type Sql, sql } from '../../engine/sql.ts';
import { retentionWindows, type RetentionWindow } from './parts/retention-windows.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';

const customers = { unit: 'customers' };
const notCovered = {
  ...customers,
  empty: both('The data begin after the period before does.', '数据未覆盖整个上一期。'),
};

const begunLater = {
  ...customers,
  empty: both('The data begin after the period does.', '数据未从该期第一天起覆盖整期。'),
};

export const retentionRates = defineMetric({
  id: 'retention_rates',
  question: both('How many customers stay, leave and buy again in a period?', '每期有多少客户保持、流失、复购？'),
  grain: ['period_from'],
  columns: {
    period_from: column.date(both('From', '起'), both('First day of the period.', '期间的第一天。')),
    period_to: column.date(both('To', '止'), both('Last day of the period.', '期间的最后一天。')),
    customers_before: column.count(
      both('Customers before', '上期客户数'),
      both('Customers with a purchase in the period right before.', '紧邻的上一期有购买的客户数。'),
      notCovered,
    ),
    kept: column.count(
      both('Kept', '保持客户数'),
      both('Those of them with a purchase in this period.', '其中本期仍有购买的客户数。'),
      notCovered,
    ),
    buyers: column.count(
      both('Buyers', '购买客户数'),
      both('Customers with a purchase in the period.', '本期有购买的客户数。'),
      begunLater,
    ),
    repeat_buyers: column.count(
      both('Repeat buyers', '复购客户数'),
      both('Customers with purchases on two or more days of the period.', '本期在两天及以上有购买的客户数。'),
      begunLater,
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['purchase_days'],
  source: 'Definition: 客户保持率 = kept ÷ customers of the period before, 流失率 = 1 − 保持率, 复购率 = repeat buyers ÷ buyers.',
  parameters: z.object({ as_of: asOf, period }),
  sql: (parameters) => sql`
    with periods as (${windowTable(retentionWindows(parameters.period, parameters.as_of))}),
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
    from counted cross join (select begins_on from data) as data`,
});

function windowTable(windows: readonly RetentionWindow[]): Sql {
  if (windows.length === 0)
    return sql`select cast(null as date) as period_from, cast(null as date) as period_to, cast(null as date) as base_from where false`;
  const rows = windows.map(
    ({ period: { from, to }, base }) => sql`select ${from}::date as period_from, ${to}::date as period_to, ${base.from}::date as base_from`,
  );
  return join(rows, ' union all ');
}
