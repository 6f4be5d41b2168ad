import { sql } from '../../engine/sql.ts';
import type { CustomerState } from '../../metrics/choices.ts';
import { actionOf } from '../parts/scoring-words.ts';
import { tiersOf } from '../parts/scoring.ts';
import type { ForecastInput } from '../parts/forecast-run.ts';

/** Customers of a list whose action is a call or a visit, and those whose action is a message or a campaign. */
export interface Ways {
  readonly call: number;
  readonly other: number;
}

export type ListCalls = Readonly<Record<'at_risk' | 'watch', Ways>>;

/** How many customers of the lists of risk are to be called; null where the config has texts of its own, of which that is not known. */
export async function listCalls(input: ForecastInput): Promise<ListCalls | null> {
  const { engine } = input;
  const tiers = tiersOf(input);
  const rows = await engine.rows<{ list_id: 'at_risk' | 'watch'; tier: number | null; state: CustomerState | null; customers: number }>(sql`
    select churn_lists.list_id, scores.tier, states.state, count(*) as customers
    from churn_lists
    left join customer_scores as scores on scores.customer_id = churn_lists.customer_id
    left join customer_state as states on states.customer_id = churn_lists.customer_id
    where churn_lists.list_id in ('at_risk', 'watch')
    group by churn_lists.list_id, scores.tier, states.state
    order by churn_lists.list_id, scores.tier, states.state`);
  const calls = { at_risk: { call: 0, other: 0 }, watch: { call: 0, other: 0 } };
  for (const { list_id: list, tier, state, customers } of rows) {
    const way = actionOf(tiers, tier, state)?.way ?? null;
    if (way === null) return null;
    calls[list][way] += customers;
  }
  return calls;
}
