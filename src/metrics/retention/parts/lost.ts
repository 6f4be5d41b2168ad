import { type Sql, sql, trusted } from '../../../engine/sql.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import type { Churn } from '../../parameters.ts';

/** Days of silence beyond which a customer with this `cycle_days` is lost; null where the definition does not go by silence. */
export function lostAfter({ definition }: Churn): Sql {
  if (definition.rule === 'days') return sql`${definition.days}::double precision`;
  if (definition.rule !== 'cycles') return sql`null::double precision`;
  return sql`greatest(${definition.cycles}::double precision * coalesce(cycle_days, 0), ${definition.min_days}::double precision)`;
}

/** Holds where `churn_flags` says the customer is lost by the day, and it has not bought since; `lastOn` is the column of its last purchase. */
export function markedAsLost(lastOn: string, asOf: IsoDate | Sql | null): Sql {
  return sql`(case
            when churn_flags.lost_on is null then churn_flags.lost = 1
            else coalesce(churn_flags.lost, 1) = 1
              and churn_flags.lost_on <= ${asOf}::date
              and coalesce(${trusted(lastOn)}, churn_flags.lost_on) <= churn_flags.lost_on
          end)`;
}

/** Of a rule that goes by contracts, the case of one that ended by the day without a purchase since; nothing for other rules. */
export function contractEnd(lastOn: string, { definition }: Churn, asOf: IsoDate | Sql | null, then: Sql): Sql {
  if (definition.rule !== 'contract_end') return sql``;
  return sql`when churn_flags.contract_end_on < ${asOf}::date and ${trusted(lastOn)} <= churn_flags.contract_end_on then ${then}`;
}

/** Days without a purchase below which the rule calls nobody lost; null where it does not go by silence. */
export function leastSilence({ definition }: Churn): number | null {
  if (definition.rule === 'days') return definition.days;
  return definition.rule === 'cycles' ? definition.min_days : null;
}
