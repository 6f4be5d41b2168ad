import { identifier, join, type Sql, sql } from '../../../engine/sql.ts';
import type { CustomerGroup } from '../../choices.ts';
import { within } from '../../comparison/parts/periods.ts';
import { type Review, type Reviewed, reviewed } from '../../reps/parts/review.ts';

/**
 * One row a breakdown (all, rep, attribute) and group with `<period>_complaints`, `_orders`, `_customers` (with an order) and `_complaining` (of
 * these, with a complaint). Rep and attribute are those of the customer, so that complaints and orders meet.
 */
export function complaintCounts(attribute: CustomerGroup, review: Review | null): Sql {
  const each = (make: (of: Reviewed) => readonly Sql[]): Sql => join(reviewed.flatMap(make));
  const name = (of: Reviewed, figure: string): Sql => identifier(`${of}_${figure}`);
  return sql`
    with reps as (select key as owner, rep from rep_names),
    owned as (
      select profile.customer_id, coalesce(reps.rep, profile.owner, '') as rep, coalesce(profile.${identifier(attribute)}, '') as attribute
      from customer_profile as profile
      left join reps on reps.owner = profile.owner
    ),
    events as (
      select customer_id, day, 1 as complaints, 0 as orders from feedback_rows where kind = 'complaint'
      union all
      select customer_id, ordered_on as day, 0 as complaints, 1 as orders from order_totals where amount >= 0 or amount is null
    ),
    by_customer as (
      select
        customer_id,
        ${each((of) => [
          sql`coalesce(sum(complaints) filter (where ${within(sql`day`, review?.[of])}), 0) as ${name(of, 'complaints')}`,
          sql`coalesce(sum(orders) filter (where ${within(sql`day`, review?.[of])}), 0) as ${name(of, 'orders')}`,
        ])}
      from events
      group by customer_id
    ),
    named as (
      select by_customer.*, coalesce(owned.rep, '') as rep, coalesce(owned.attribute, '') as attribute
      from by_customer
      left join owned on owned.customer_id = by_customer.customer_id
    ),
    placed as (
      select 'all' as breakdown, '' as group_name, named.* from named
      union all select 'rep' as breakdown, rep as group_name, named.* from named
      union all select 'attribute' as breakdown, attribute as group_name, named.* from named
    ),
    known as (select breakdown from placed where group_name <> '' or breakdown = 'all' group by breakdown)
    select
      placed.breakdown, placed.group_name,
      ${each((of) => [
        sql`sum(${name(of, 'complaints')})::bigint as ${name(of, 'complaints')}`,
        sql`sum(${name(of, 'orders')})::bigint as ${name(of, 'orders')}`,
        sql`count(*) filter (where ${name(of, 'orders')} > 0) as ${name(of, 'customers')}`,
        sql`count(*) filter (where ${name(of, 'orders')} > 0 and ${name(of, 'complaints')} > 0) as ${name(of, 'complaining')}`,
      ])}
    from placed
    join known on known.breakdown = placed.breakdown
    group by placed.breakdown, placed.group_name
    order by placed.breakdown, placed.group_name`;
}
