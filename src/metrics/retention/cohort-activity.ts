import { z } from 'zod';
import { type Sql, sql } from '../../engine/sql.ts';
import { periodNumberOf } from './parts/cohort-calendar.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { type Cohorts, cohorts } from '../parameters.ts';

export const cohortOn = column.date(
  both('Cohort', '批次'),
  both(
    'First day of the calendar month, quarter or year of the first purchase in the data.',
    '数据中首次购买所在自然月（季、年）的第一天。',
  ),
);

export const age = column.count(
  both('Period', '期龄'),
  both(
    'Calendar months (quarters, years) after that of the first purchase, not units of 30 days; 0 is the period of the first purchase.',
    '距首购所在自然月（季、年）的期数，按自然月而非 30 天计；首购当期为 0。',
  ),
);

export const cohortActivity = defineMetric({
  id: 'cohort_activity',
  question: both('In which periods after the first purchase did each customer buy?', '每位客户在首购后的哪些期有购买？'),
  grain: ['customer_id', 'age'],
  columns: {
    customer_id: customerId,
    cohort_on: cohortOn,
    age,
    orders: column.count(
      both('Orders', '订单数'),
      both('Orders of the period that are no returns; 0 in a period of returns only.', '该期订单数，退货不计；只有退货时为 0。'),
      { unit: 'orders' },
    ),
    revenue: column.money(both('Revenue', '销售额'), both('Sum of the order amounts, returns taken off.', '订单金额合计，已扣除退货。'), {
      empty: both('No order of the period has an amount.', '该期订单均无金额。'),
    }),
  },
  requires: [['orders.ordered_at']],
  uses: ['order_totals'],
  source:
    'Definition: cohorts by first purchase; periods of the calendar. Returns in periods before the first purchase belong to no cohort.',
  parameters: z.object({ cohorts }),
  sql: ({ cohorts: { unit, range } }) => sql`
    with firsts as (
      select customer_id, min(ordered_on) as first_on
      from order_totals
      where ordered_on is not null and (amount >= 0 or amount is null)
      group by customer_id
      ${within(range)}
    ),
    aged as (
      select
        order_totals.customer_id,
        cast(date_trunc(${unit}, firsts.first_on::timestamp) as date) as cohort_on,
        ${periodNumberOf(unit, 'order_totals.ordered_on')} - ${periodNumberOf(unit, 'firsts.first_on')} as age,
        order_totals.amount
      from order_totals
      join firsts on firsts.customer_id = order_totals.customer_id
      where order_totals.ordered_on is not null
    )
    select
      customer_id,
      cohort_on,
      age,
      count(*) filter (where amount >= 0 or amount is null) as orders,
      sum(amount) as revenue
    from aged
    where age >= 0
    group by customer_id, cohort_on, age`,
});

function within(range: Cohorts['range']): Sql {
  return range === null ? sql`` : sql`having min(ordered_on) >= ${range.from}::date and min(ordered_on) < ${range.to}::date`;
}
