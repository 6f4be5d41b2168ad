import { join, type Sql, sql } from '../../../engine/sql.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import { purchasesOfCycle } from '../../../forecast/churn/silence.ts';
import type { Churn } from '../../parameters.ts';
import { contractEnd, lostAfter, markedAsLost } from './lost.ts';

const ownGap = sql`(last_on - first_on)::double precision / nullif(purchases - 1, 0)`;

/**
 * Of each of the days every customer with a purchase up to it, and whether it was lost on it by the rule of `churn_status`: `judged_on`, `customer_id`,
 * `lost` 1 or 0; of the table `purchase_days`, read once for all days. What is usual among repeat customers is that of the day, as in `usualGap`.
 */
export function standingsOn(days: readonly (IsoDate | null)[], churn: Churn): Sql {
  const asked = [...new Set(days)].map((day) => sql`select ${day}::date as judged_on`);
  const day = sql`judged_on`;
  return sql`
    with days as (${join(asked, ' union all ')}),
    purchases as (
      select
        customer_id,
        purchased_on as last_on,
        min(purchased_on) over (partition by customer_id) as first_on,
        count(*) over (partition by customer_id order by purchased_on) as purchases,
        lead(purchased_on) over (partition by customer_id order by purchased_on) as next_on
      from purchase_days
    ),
    histories as (
      select days.judged_on, purchases.customer_id, purchases.first_on, purchases.last_on, purchases.purchases
      from purchases
      join days on purchases.last_on <= days.judged_on and (purchases.next_on is null or purchases.next_on > days.judged_on)
    ),
    usual as (
      select judged_on, percentile_cont(0.5) within group (order by ${ownGap}) as mean_gap
      from histories
      where purchases > 1
      group by judged_on
    ),
    paced as (
      select
        histories.judged_on,
        histories.customer_id,
        histories.last_on,
        histories.judged_on - histories.last_on as silence_days,
        case when histories.purchases >= ${purchasesOfCycle} then ${ownGap} else usual.mean_gap end as cycle_days
      from histories
      left join usual on usual.judged_on = histories.judged_on
    )
    select
      paced.judged_on,
      paced.customer_id,
      case
        when ${markedAsLost('paced.last_on', day)} then 1
        ${contractEnd('paced.last_on', churn, day, sql`1`)}
        when silence_days > ${lostAfter(churn)} then 1
        else 0
      end as lost
    from paced
    left join churn_flags on churn_flags.customer_id = paced.customer_id`;
}
