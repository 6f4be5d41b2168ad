import { sql } from '../../engine/sql.ts';
import type { Fold } from '../../forecast/churn/folds.ts';
import type { ViewContext } from '../../views/context.ts';
import { orderTest } from '../../views/forecast/order-verdict.ts';

/** What the lists of risk are ordered by: `risk`, value × probability; or the value alone, where probabilities were of no use in the past (`chance`) or are all the same. */
export type ListOrder = 'risk' | 'chance' | 'same';

/** Probabilities that no two digits tell apart. */
const leastSpread = 0.01;

export async function listOrder({ engine }: ViewContext, folds: readonly Fold[]): Promise<ListOrder> {
  if (orderTest(folds)?.standing === 'chance') return 'chance';
  const [row] = await engine.rows<{ listed: number; least: number | null; most: number | null }>(sql`
    select count(*) as listed, min(probability_counted) as least, max(probability_counted) as most
    from churn_lists where list_id in ('at_risk', 'watch')`);
  const { listed = 0, least = null, most = null } = row ?? {};
  return listed > 1 && least !== null && most !== null && most - least < leastSpread ? 'same' : 'risk';
}
