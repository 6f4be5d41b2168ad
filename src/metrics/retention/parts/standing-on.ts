import { type Sql, sql } from '../../../engine/sql.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import { purchasesOfCycle } from '../../../forecast/churn/silence.ts';
import type { Churn } from '../../parameters.ts';
import { contractEnd, lostAfter, markedAsLost } from './lost.ts';
import { usualGap } from './usual-gap.ts';

/** Every customer with a purchase up to the day, and whether it was lost on it by the rule of `churn_status`: `lost` 1 or 0; of the table `purchase_days`. */
export function standingOn(day: IsoDate | null, churn: Churn): Sql {
  return sql`
    select
      paced.customer_id,
      case
        when ${markedAsLost('paced.last_on', day)} then 1
        ${contractEnd('paced.last_on', churn, day, sql`1`)}
        when silence_days > ${lostAfter(churn)} then 1
        else 0
      end as lost
    from (
      select
        histories.customer_id,
        histories.last_on,
        ${day}::date - histories.last_on as silence_days,
        case
          when histories.purchases >= ${purchasesOfCycle} then (histories.last_on - histories.first_on)::double precision / (histories.purchases - 1)
          else usual.mean_gap
        end as cycle_days
      from (
        select customer_id, count(*) as purchases, min(purchased_on) as first_on, max(purchased_on) as last_on
        from purchase_days where purchased_on <= ${day}::date group by customer_id
      ) as histories
      cross join (${usualGap(day)}) as usual
    ) as paced
    left join churn_flags on churn_flags.customer_id = paced.customer_id`;
}
