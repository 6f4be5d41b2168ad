import { sql } from '../../engine/sql.ts';
import { purchasesOfCycle } from '../../forecast/purchases/own-cycle.ts';
import type { ResultCell } from '../../result/result.ts';
import type { Contest } from '../../forecast/churn/contest.ts';
import type { Scores } from '../../forecast/churn/scores.ts';
import { fallsOf, windowAmounts } from '../../forecast/churn/falls.ts';
import type { ForecastInput } from '../forecast-run.ts';
import { alarmCycles, lateCustomers, leastProbability } from '../../forecast/churn/silence.ts';

/** Customers of a list whose spend is tested. */
export const testedCustomers = 2_000;

/** Silent beyond the alarm, by a cycle of the customer's own. */
const late = sql`churn_status.status = 'scored' and churn_status.purchases >= ${purchasesOfCycle} and churn_status.silent_cycles > ${alarmCycles}`;

/**
 * Creates `churn_lists`, one row a customer with a purchase: list, probability of no purchase, value at risk, and place in the list by value
 * at risk. At risk: the probability reaches the threshold and the customer is late for its cycle; or it reaches that of the watch list and
 * the customer is very late; or the customer is very late by a cycle of its own and its spend or frequency fell. Very late by a cycle of its
 * own is watched whatever the probability says (`by_silence` 1 where that or the fall alone decided), and has at least the probability of
 * such customers in past windows (`late_silent` of `late_customers` bought nothing) put at risk.
 */
export async function createLists(input: ForecastInput, { asOf, past }: Contest, { probabilities }: Scores): Promise<void> {
  const { engine, churn } = input;
  const text = { name: 'customer_id', type: 'text' } as const;
  await engine.append(
    'churn_scores',
    [text, { name: 'probability', type: 'double' }],
    asOf.ids.map((customer_id, row) => ({ customer_id, probability: probabilities[row]! })),
  );
  await engine.append(
    'churn_fallen',
    [text],
    (await fallenOf(input, { asOf })).map((customer_id) => ({ customer_id })),
  );
  const known = lateCustomers(past, churn);
  await engine.create(
    'churn_lists',
    sql`
    with valued as (
      select
        churn_status.customer_id,
        churn_status.status,
        churn_status.silent_cycles,
        churn_status.expected_value,
        case when ${late} then 1 else 0 end as late,
        case when churn_fallen.customer_id is not null then 1 else 0 end as fallen,
        case when churn_status.status = 'scored' then churn_scores.probability end as probability
      from churn_status
      left join churn_scores on churn_scores.customer_id = churn_status.customer_id
      left join churn_fallen on churn_fallen.customer_id = churn_status.customer_id
    ),
    listed as (
      select
        valued.customer_id,
        case
          when status <> 'scored' then status
          when probability >= ${churn.at_risk} and silent_cycles > 1 then 'at_risk'
          when probability >= ${churn.watch} and silent_cycles > ${alarmCycles} then 'at_risk'
          when fallen = 1 then 'at_risk'
          when probability >= ${churn.watch} or late = 1 then 'watch'
          else 'active'
        end as list_id,
        case when late = 1 and probability < ${churn.watch} then 1 else 0 end as by_silence,
        probability,
        case when late = 1 then greatest(probability, ${leastProbability(known)}::double precision) else probability end * expected_value as value_at_risk
      from valued
    )
    select
      customer_id,
      list_id,
      by_silence,
      probability,
      value_at_risk,
      row_number() over (partition by list_id order by value_at_risk desc nulls last, customer_id) as place,
      cast(${known.customers} as integer) as late_customers,
      cast(${known.silent} as integer) as late_silent
    from listed`,
  );
}

/** The late customers, of most value at their own pace, whose spend or frequency fell. */
async function fallenOf({ engine }: ForecastInput, { asOf }: Pick<Contest, 'asOf'>): Promise<string[]> {
  const tested = sql`
    select churn_status.customer_id from churn_status where ${late}
    order by churn_status.expected_value desc nulls last, churn_status.customer_id limit ${testedCustomers}`;
  const amounts = await windowAmounts((query) => engine.rows(query), asOf, tested);
  const rows = await engine.rows<Record<string, ResultCell>>(sql`
    with tested as (${tested})
    select churn_windows.* from churn_windows join tested on tested.customer_id = churn_windows.customer_id
    order by churn_windows.customer_id`);
  return rows.flatMap((row) => {
    const id = String(row['customer_id']);
    const { spend, frequency } = fallsOf(row, amounts.get(id), asOf.horizonDays);
    return spend === null && frequency === null ? [] : [id];
  });
}
