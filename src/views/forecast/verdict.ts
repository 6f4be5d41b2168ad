import type { Fold } from '../../forecast/churn/folds.ts';
import type { Localized } from '../../lib/localized.ts';
import { orderClause, orderTest } from './order-verdict.ts';
import { totalsClause } from './totals-verdict.ts';

/** What the latest hold-out shows, in one plain sentence, of which `backtest` has the figures; null where nothing could be held out. */
export function verdictOf(folds: readonly Fold[]): Localized | null {
  const [latest] = folds;
  if (latest === undefined) return null;
  const [order, totals] = [orderClause(orderTest(folds)), totalsClause(latest.forecast)];
  return { en: `On the past, ${order.en}; ${totals.en}.`, 'zh-CN': `用历史检验，${order['zh-CN']}；${totals['zh-CN']}。` };
}
