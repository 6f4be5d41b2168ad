import { sql } from '../../engine/sql.ts';
import type { Fold } from '../../forecast/churn/folds.ts';
import type { ViewContext } from '../../views/context.ts';
import { type ListOrder, orderTest } from '../../views/forecast/order-verdict.ts';

/** Probabilities that no two digits tell apart. */
const leastSpread = 0.01;

/** By what the lists of risk of `churn` are ordered, and `backtest` advises to go: from the tables of `churn_lists`. */
export async function listOrder({ engine }: ViewContext, folds: readonly Fold[]): Promise<ListOrder> {
  if (orderTest(folds)?.standing === 'chance') return 'chance';
  const [row] = await engine.rows<{ listed: number; least: number | null; most: number | null }>(sql`
    select count(*) as listed, min(probability_counted) as least, max(probability_counted) as most
    from churn_lists where list_id in ('at_risk', 'watch')`);
  const { listed = 0, least = null, most = null } = row ?? {};
  return listed > 1 && least !== null && most !== null && most - least < leastSpread ? 'same' : 'risk';
}
