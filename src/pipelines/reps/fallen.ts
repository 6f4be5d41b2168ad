import { type Sql, sql } from '../../engine/sql.ts';
import type { RepsInput } from './run.ts';

export interface FallenCustomer {
  readonly rep: string;
  readonly name: string;
  /** Revenue with the rep less that of the period before: below 0. */
  readonly difference: number;
}

const mostCustomers = 2;

/** Those that do not buy from others now; those that buy from nobody now. */
const kinds = {
  served: sql`(held.current_orders > 0 or held.current_all_orders = 0)`,
  gone: sql`held.current_all_orders = 0`,
};

/** The customers that bought less from each of these reps than in the period before: two of each rep, the largest loss first. */
export function fallenCustomers(
  { engine }: Pick<RepsInput, 'engine'>,
  chosen: (rep: Sql) => Sql,
  which: keyof typeof kinds,
): Promise<FallenCustomer[]> {
  return engine.rows<FallenCustomer & Record<string, string | number>>(sql`
    select rep, customer_id, name, difference
    from (
      select fallen.*, row_number() over (partition by rep order by difference, customer_id) as place
      from (
        select
          held.rep, held.customer_id, coalesce(profile.customer_name, held.customer_id) as name,
          coalesce(held.current_revenue, 0) - held.previous_revenue as difference
        from rep_customers as held
        left join customer_profile as profile on profile.customer_id = held.customer_id
        where held.previous_revenue > coalesce(held.current_revenue, 0) and ${chosen(sql`held.rep`)}
          and ${kinds[which]}
      ) as fallen
    ) as placed
    where place <= ${mostCustomers}
    order by rep, difference, customer_id`);
}
