import { z } from 'zod';
import { type Sql, sql } from '../../engine/sql.ts';
import { linesUpTo } from '../as-of.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, type PoolRecords, poolRecords } from '../parameters.ts';
import { keyOfLead } from './parts/lead-key.ts';

export const leadWorth = defineMetric({
  id: 'lead_worth',
  question: both('What is a lead worth that converts?', '一条转化的线索价值多少？'),
  grain: ['worth_of'],
  columns: {
    worth_of: column.id(both('Of', '口径'), both('first_order: the first order of the customer.', 'first_order：客户的首张订单。')),
    customers: column.count(
      both('Customers', '客户数'),
      both('Customers that converted leads became and that have an order with an amount above 0.', '由线索转化且有正金额订单的客户数。'),
      { unit: 'customers' },
    ),
    worth: column.average(
      both('Mean first order', '首单均值'),
      both('Mean amount of the first order of these customers.', '这些客户首张订单的平均金额。'),
      { empty: both('There is no such customer.', '没有这样的客户。') },
    ),
  },
  requires: [],
  reads: [
    ...['lead_id', 'name', 'company', 'customer_id'].map((field) => `leads.${field}`),
    ...['customer_id', 'order_id', 'ordered_at', 'amount'].map((field) => `orders.${field}`),
  ],
  uses: ['lead_course'],
  source: 'Definition: mean of the first order of customers that leads became; won deals count as orders where no orders are given.',
  parameters: z.object({ as_of: asOf, pool_records: poolRecords }),
  sql: ({ as_of, pool_records: records }) => sql`
    with won as (
      select given.customer_id
      from (${customerOf(records)}) as given
      inner join (select lead_id from lead_course where outcome = 'converted') as converted on converted.lead_id = given.lead_id
      group by given.customer_id
    ),
    placed as (
      select customer_id, order_id, min(ordered_at) as ordered_at, sum(amount) as amount
      from orders
      where ordered_at is not null and ${linesUpTo(as_of)}
      group by customer_id, order_id
    ),
    numbered as (
      select placed.customer_id, amount, row_number() over (partition by placed.customer_id order by ordered_at, order_id) as turn
      from placed inner join won on won.customer_id = placed.customer_id
      where amount > 0
    )
    select
      'first_order' as worth_of, count(*) as customers, sum(amount)::double precision / nullif(count(*), 0)::double precision as worth
    from numbered
    where turn = 1`,
});

/** Which customer each lead became. */
function customerOf({ of }: PoolRecords): Sql {
  return of === 'customers'
    ? sql`select lead_id, lead_id as customer_id from lead_course`
    : sql`select ${keyOfLead} as lead_id, customer_id from leads where customer_id is not null`;
}
