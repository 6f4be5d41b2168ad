import { sql, trusted } from '../../engine/sql.ts';
import type { ViewContext } from '../../views/context.ts';

/** A customer and by how much its revenue changed. */
export interface Moved {
  readonly name: string;
  readonly difference: number;
}

const most = 2;

/** The customers whose revenue moved most the way that of all went, largest first: two at most, each with a fifth of the change or more. */
export async function mostMoved({ engine }: Pick<ViewContext, 'engine'>): Promise<Moved[]> {
  const [all] = await engine.rows<{ change: number | null }>(
    sql`select sum(revenue_difference)::double precision as change from customer_periods`,
  );
  const change = all?.change ?? 0;
  if (change === 0) return [];
  const rows = await engine.rows<{ name: string; difference: number }>(sql`
    select coalesce(profile.customer_name, periods.customer_id) as name, periods.revenue_difference::double precision as difference
    from customer_periods as periods
    left join customer_profile as profile on profile.customer_id = periods.customer_id
    where periods.revenue_difference is not null
    order by periods.revenue_difference ${trusted(change < 0 ? 'asc' : 'desc')} nulls last, periods.customer_id
    limit ${most}`);
  return rows.filter(({ difference }) => difference / change >= 0.2);
}
