import { sql } from '../engine/sql.ts';
import type { Contest, Scores } from './churn-contest.ts';
import type { ChurnInput } from './churn-settings.ts';

/** Silence of so many own cycles is a risk, though a model that has seen worse is less sure. */
export const alarmCycles = 3;

/**
 * Creates `churn_lists`, one row a customer with a purchase: list, probability of no purchase, value at risk, and place in the list by value
 * at risk. At risk: the probability reaches the threshold and the
 * customer is late for its own cycle, or it reaches that of the watch list and the customer is very late.
 */
export async function createLists({ engine, churn }: ChurnInput, { asOf }: Contest, { probabilities }: Scores): Promise<void> {
  await engine.append(
    'churn_scores',
    [
      { name: 'customer_id', type: 'text' },
      { name: 'probability', type: 'double' },
    ],
    asOf.ids.map((customer_id, row) => ({ customer_id, probability: probabilities[row]! })),
  );
  await engine.create(
    'churn_lists',
    sql`
    with valued as (
      select
        churn_status.customer_id,
        churn_status.status,
        churn_status.silent_cycles,
        case when churn_status.status = 'scored' then churn_scores.probability end as probability,
        case when churn_status.status = 'scored' then churn_scores.probability * churn_status.expected_value end as value_at_risk
      from churn_status
      left join churn_scores on churn_scores.customer_id = churn_status.customer_id
    ),
    listed as (
      select
        valued.customer_id,
        case
          when status <> 'scored' then status
          when probability >= ${churn.at_risk} and silent_cycles > 1 then 'at_risk'
          when probability >= ${churn.watch} and silent_cycles > ${alarmCycles} then 'at_risk'
          when probability >= ${churn.watch} then 'watch'
          else 'active'
        end as list_id,
        probability,
        value_at_risk
      from valued
    )
    select
      customer_id,
      list_id,
      probability,
      value_at_risk,
      row_number() over (partition by list_id order by value_at_risk desc nulls last, customer_id) as place
    from listed`,
  );
}
