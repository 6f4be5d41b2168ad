import { type Sql, sql } from '../../../engine/sql.ts';
import { columnOf, type Base, type Review } from './review.ts';

/** What became of a customer between the two periods, as far as this rep is concerned; in the order it is shown. */
export const repMovements = ['gained', 'returned', 'taken_over', 'expansion', 'contraction', 'passed_on', 'lost', 'returns_only'] as const;

/** The movement of a row of rep_customers. */
export function movementOf(base: Base, review: Review | null): Sql {
  const before = (figure: string): Sql => columnOf(base, figure);
  const after = (figure: string): Sql => columnOf('current', figure);
  const difference = sql`coalesce(${after('revenue')}, 0) - coalesce(${before('revenue')}, 0)`;
  const known = review === null ? sql`false` : sql`first_on < ${review[base].from}::date`;
  return sql`case
        when ${before('orders')} > 0 and ${after('orders')} > 0 then case when ${difference} < 0 then 'contraction' else 'expansion' end
        when ${after('orders')} > 0 and ${before('all_orders')} > 0 then 'taken_over'
        when ${after('orders')} > 0 and ${known} then 'returned'
        when ${after('orders')} > 0 then 'gained'
        when ${before('orders')} > 0 and ${after('all_orders')} > 0 then 'passed_on'
        when ${before('orders')} > 0 then 'lost'
        else 'returns_only'
      end`;
}

/** Revenue of either period summed by what a change is broken down by. */
export function sumsOfChange(base: Base): Sql {
  return sql`
      count(*) as customers,
      coalesce(sum(${columnOf(base, 'revenue')}), 0) as before_revenue,
      coalesce(sum(${columnOf('current', 'revenue')}), 0) as after_revenue`;
}
