import { join, type Sql, sql, trusted } from '../../../engine/sql.ts';
import type { ComparedPeriods } from '../../windows.ts';
import { sides, within } from './periods.ts';

/** More customers than this are put into as many groups at random, of which the bootstrap draws. */
export const mostGroups = 1000;

/**
 * What each customer brought in either period: `before_revenue`, `after_revenue` and so on, one row a group, in a fixed order. Up to 1,000
 * customers a group is one customer. Beyond, customers are shuffled by a fixed pseudo-random rule over the order of their ids and dealt out,
 * so that groups are about as large as each other and drawing them gives sums the same spread as drawing customers: Wolter (2007),
 * Introduction to Variance Estimation, chapter 2 (random groups).
 */
export function bootstrapGroups(periods: ComparedPeriods): Sql {
  const figures = sides.flatMap((side) => [
    sql`count(*) filter (where ${trusted(`${side}_orders`)} > 0) as ${trusted(`${side}_customers`)}`,
    sql`count(*) filter (where ${within(sql`first_on`, periods[side])}) as ${trusted(`${side}_new_customers`)}`,
    ...['orders', 'revenue', 'profit', 'profit_base'].map((figure) => {
      const name = trusted(`${side}_${figure}`);
      return sql`coalesce(sum(${name}), 0) as ${name}`;
    }),
  ]);
  return sql`
    with placed as (
      select customer_periods.*, row_number() over (order by customer_id) as place from customer_periods
    ),
    mixed as (select placed.*, mod(place * 48271, 2147483647) as mix from placed),
    shuffled as (
      select mixed.*, row_number() over (order by mod(mix * mix, 2147483647), customer_id) as turn from mixed
    ),
    dealt as (select shuffled.*, mod(turn, ${mostGroups}) as customer_group from shuffled)
    select ${join(figures)}
    from dealt
    group by customer_group
    order by customer_group`;
}
