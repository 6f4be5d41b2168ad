import { categoryBreadth } from './customers/category-breadth.ts';
import { customerOrders } from './customers/customer-orders.ts';
import { customerProfile } from './customers/customer-profile.ts';
import { customerScores } from './customers/customer-scores.ts';
import { latestOrder } from './customers/latest-order.ts';
import { orderTotals } from './customers/order-totals.ts';
import { purchaseCycle } from './customers/purchase-cycle.ts';
import { repeatPurchase } from './customers/repeat-purchase.ts';
import { revenueGrowth } from './customers/revenue-growth.ts';
import { revenueOverview } from './customers/revenue-overview.ts';
import { revenueShare } from './customers/revenue-share.ts';
import { rfmCuts } from './customers/rfm-cuts.ts';
import { rfmScoreCounts } from './customers/rfm-score-counts.ts';
import { rfmScores } from './customers/rfm-scores.ts';
import { scoreFactors } from './customers/score-factors.ts';
import type { AnyMetric } from './define.ts';
import { fieldsOf, find } from './graph.ts';

/** Every metric there is; a new one is one file, one test and one line here. */
export const metrics: readonly AnyMetric[] = [
  orderTotals,
  customerOrders,
  latestOrder,
  customerProfile,
  purchaseCycle,
  revenueGrowth,
  categoryBreadth,
  revenueShare,
  revenueOverview,
  repeatPurchase,
  rfmCuts,
  rfmScores,
  rfmScoreCounts,
  scoreFactors,
  customerScores,
];

/** Throws `CrmEvalError` with the nearest id for one that does not exist. */
export function metricById(id: string): AnyMetric {
  return find(metrics, id);
}

/** Canonical fields that must be loaded for these metrics and all they use: `orders.amount`. */
export function fieldsFor(ids: readonly string[]): Set<string> {
  return fieldsOf(metrics, ids);
}
