import { type Sql, sql } from '../../../engine/sql.ts';
import type { IsoDate } from '../../../lib/dates.ts';

/** One row, `mean_gap`: the days between two purchases that are usual among repeat customers, the median of their mean gaps; of the table `purchase_days`. */
export function usualGap(asOf: IsoDate | null): Sql {
  return sql`
    select percentile_cont(0.5) within group (order by mean_gap::double precision) as mean_gap
    from (
      select (max(purchased_on) - min(purchased_on))::double precision / (count(*) - 1) as mean_gap
      from purchase_days
      where purchased_on <= ${asOf}::date
      group by customer_id
      having count(*) > 1
    ) as gaps`;
}
