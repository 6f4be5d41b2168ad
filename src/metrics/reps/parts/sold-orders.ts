import { join, type Sql, sql } from '../../../engine/sql.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import { linesUpTo } from '../../as-of.ts';
import { within } from '../../comparison/parts/periods.ts';
import { type Review, reviewed } from './review.ts';

/**
 * Common table expressions that end with `sold_lines`: order lines of the periods of a review with the day of their order, `ordered_on`, and
 * the rep they are put down to, `seller`: who sold by the line, else who owns the customer, as in rep_names; blank where neither is known.
 * Whoever reads them sums them at once: they are many. What is asked by order only is in order_sales.
 */
export function soldLines(asOf: IsoDate | null, review: Review | null): Sql {
  const inReview = join(
    reviewed.map((of) => sql`(${within(sql`order_totals.ordered_on`, review?.[of])})`),
    ' or ',
  );
  return sql`
    sellers as (select key as written, rep from rep_names),
    owners as (select key as owner, rep from rep_names),
    day_orders as (
      select order_totals.customer_id, order_totals.order_id, order_totals.ordered_on, customer_profile.owner
      from order_totals
      left join customer_profile on customer_profile.customer_id = order_totals.customer_id
      where order_totals.ordered_on is not null and (${inReview})
    ),
    owned_orders as (
      select day_orders.customer_id, day_orders.order_id, day_orders.ordered_on, owners.rep as owner_rep
      from day_orders
      left join owners on owners.owner = day_orders.owner
    ),
    lines as (select orders.*, orders.rep as written from orders where ${linesUpTo(asOf)} and ${linesFrom(review)}),
    dated_lines as (
      select lines.*, owned_orders.ordered_on, owned_orders.owner_rep
      from lines
      join owned_orders on owned_orders.customer_id = lines.customer_id and owned_orders.order_id = lines.order_id
    ),
    sold_lines as (
      select dated_lines.*, coalesce(sellers.rep, dated_lines.owner_rep, '') as seller
      from dated_lines
      left join sellers on sellers.written = dated_lines.written
    )`;
}

/** Holds for every line of an order of the review, as none is before the day of its order: lines of years before are left where they are. */
function linesFrom(review: Review | null): Sql {
  const [first] = review === null ? [] : reviewed.map((of) => review[of].from).toSorted();
  return first === undefined ? sql`true` : sql`(ordered_at is null or ordered_at >= ${first}::timestamp)`;
}
