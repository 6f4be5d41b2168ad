import { join, type Sql, sql, trusted } from '../../../engine/sql.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import { linesUpTo } from '../../as-of.ts';

/** What is summed over the lines of an order, by name. */
export type Figures = Readonly<Record<string, Sql>>;

interface Wanted {
  /** Columns of order lines that are kept apart, such as the product. */
  readonly by?: readonly Sql[];
  readonly figures: Figures;
  readonly asOf: IsoDate | null;
}

/**
 * Common table expressions that end with `sold`: order lines summed by customer, order, the rep it is put down to, and `by`. That is who sold
 * by the line, else who owns the customer, as in rep_names; blank where neither is known. The day is that of the order. The lines are summed
 * before anything is joined to them.
 */
export function soldOrders({ by = [], figures, asOf }: Wanted): Sql {
  const kept = join([sql`customer_id`, sql`order_id`, sql`rep`, ...by]);
  const names = Object.keys(figures);
  const own = (table: string, columns: readonly Sql[]): Sql => join(columns.map((column) => sql`${trusted(table)}.${column}`));
  const summed = (table: string): Sql => join(names.map((name) => sql`sum(${trusted(`${table}.${name}`)}) as ${trusted(name)}`));
  const apart = by.length === 0 ? sql`` : sql`, ${own('dated', by)}`;
  return sql`
    lines as (
      select ${kept}, ${join(Object.entries(figures).map(([name, figure]) => sql`${figure} as ${trusted(name)}`))}
      from orders
      where ${linesUpTo(asOf)}
      group by ${kept}
    ),
    dated as (
      select lines.*, lines.rep as written, order_totals.ordered_on, customer_profile.owner
      from lines
      join order_totals on order_totals.customer_id = lines.customer_id and order_totals.order_id = lines.order_id
      left join customer_profile on customer_profile.customer_id = lines.customer_id
      where order_totals.ordered_on is not null
    ),
    sellers as (select key as written, rep from rep_names),
    owners as (select key as owner, rep from rep_names),
    sold as (
      select
        dated.customer_id, dated.order_id, coalesce(sellers.rep, owners.rep, '') as rep, dated.ordered_on${apart}, ${summed('dated')}
      from dated
      left join sellers on sellers.written = dated.written
      left join owners on owners.owner = dated.owner
      group by dated.customer_id, dated.order_id, coalesce(sellers.rep, owners.rep, ''), dated.ordered_on${apart}
    )`;
}
