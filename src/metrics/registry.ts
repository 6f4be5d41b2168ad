import { customerMovement } from './comparison/customer-movement.ts';
import { customerPeriods } from './comparison/customer-periods.ts';
import { goodsChanges } from './comparison/goods-changes.ts';
import { periodChanges } from './comparison/period-changes.ts';
import { monthTotals } from './comparison/month-totals.ts';
import { periodTotals } from './comparison/period-totals.ts';
import { revenueBridge } from './comparison/revenue-bridge.ts';
import { revenueGroups } from './comparison/revenue-groups.ts';
import { yearToDate } from './comparison/year-to-date.ts';
import { yearlyRevenue } from './comparison/yearly-revenue.ts';
import { categoryBreadth } from './customers/category-breadth.ts';
import { customerFactors } from './customers/customer-factors.ts';
import { customerOrders } from './customers/customer-orders.ts';
import { customerProfile } from './customers/customer-profile.ts';
import { customerRecycling } from './customers/customer-recycling.ts';
import { customerScores } from './customers/customer-scores.ts';
import { customerState } from './customers/customer-state.ts';
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
import { productMetrics } from './products-registry.ts';
import { feedbackMetrics } from './feedback-registry.ts';
import { repMetrics } from './reps-registry.ts';
import type { AnyMetric } from './define.ts';
import { fieldsOf, find } from './graph.ts';
import { cohortActivity } from './retention/cohort-activity.ts';
import { cohortAverages } from './retention/cohort-averages.ts';
import { cohortCells } from './retention/cohort-cells.ts';
import { cohortModel } from './retention/cohort-model.ts';
import { cohortProjection } from './retention/cohort-projection.ts';
import { cohortReturns } from './retention/cohort-returns.ts';
import { revenueRetentionGroups } from './retention/revenue-retention-groups.ts';
import { revenueRetention } from './retention/revenue-retention.ts';
import { churnBreadth } from './retention/churn-breadth.ts';
import { churnContacts } from './retention/churn-contacts.ts';
import { churnFeedback } from './retention/churn-feedback.ts';
import { churnFlags } from './retention/churn-flags.ts';
import { churnContest } from './retention/churn-contest.ts';
import { churnFalls } from './retention/churn-falls.ts';
import { churnLists } from './retention/churn-lists.ts';
import { churnReasons } from './retention/churn-reasons.ts';
import { churnScores } from './retention/churn-scores.ts';
import { churnStatus } from './retention/churn-status.ts';
import { churnWindows } from './retention/churn-windows.ts';
import { customerTurnover } from './retention/customer-turnover.ts';
import { purchaseDays } from './retention/purchase-days.ts';
import { purchaseFits } from './retention/purchase-fits.ts';
import { purchaseGroups } from './retention/purchase-groups.ts';
import { purchaseHistory } from './retention/purchase-history.ts';
import { purchaseReturns } from './retention/purchase-returns.ts';
import { purchaseOutcome } from './retention/purchase-outcome.ts';
import { retentionRates } from './retention/retention-rates.ts';
import { retentionMonths } from './retention/retention-months.ts';
import { revenueRetentionMonths } from './retention/revenue-retention-months.ts';
import { turnoverMonths } from './retention/turnover-months.ts';
import { winBack } from './retention/win-back.ts';
import { lifetimeValue } from './value/lifetime-value.ts';
import { profitMargin } from './value/profit-margin.ts';
import { referralValue } from './value/referral-value.ts';
import { simpleLifetimeValue } from './value/simple-lifetime-value.ts';
import { spendIndependence } from './value/spend-independence.ts';
import { spendModel } from './value/spend-model.ts';
import { valueForecasts } from './value/value-forecasts.ts';
import { valueHistories } from './value/value-histories.ts';
import { valueHoldout } from './value/value-holdout.ts';
import { contactSpeed } from './leads/contact-speed.ts';
import { conversionByAge } from './leads/conversion-by-age.ts';
import { leadColumns } from './leads/lead-columns.ts';
import { leadConversion } from './leads/lead-conversion.ts';
import { leadCourse } from './leads/lead-course.ts';
import { leadFactors } from './leads/lead-factors.ts';
import { leadFollowUps } from './leads/lead-follow-ups.ts';
import { leadFile } from './leads/lead-file.ts';
import { leadLog } from './leads/lead-log.ts';
import { logContradictions } from './leads/log-contradictions.ts';
import { leadModels } from './leads/lead-models.ts';
import { leadOdds } from './leads/lead-odds.ts';
import { leadScores } from './leads/lead-scores.ts';
import { leadSpeed } from './leads/lead-speed.ts';
import { leadSpells } from './leads/lead-spells.ts';
import { leadTraining } from './leads/lead-training.ts';
import { leadWeights } from './leads/lead-weights.ts';
import { leadSegments } from './leads/lead-segments.ts';
import { repPools } from './leads/rep-pools.ts';
import { targetActuals } from './targets/target-actuals.ts';
import { targetAttainment } from './targets/target-attainment.ts';
import { targetCourses } from './targets/target-courses.ts';
import { targetForecasts } from './targets/target-forecasts.ts';
import { targetForecastTests } from './targets/target-forecast-tests.ts';
import { targetGaps } from './targets/target-gaps.ts';
import { targetGoals } from './targets/target-goals.ts';
import { targetParts } from './targets/target-parts.ts';
import { targetPicks } from './targets/target-picks.ts';
import { targetWindows } from './targets/target-windows.ts';
import { targetDeals } from './targets/target-deals.ts';
import { targetDays } from './targets/target-days.ts';
import { salesMonths } from './targets/sales-months.ts';
import { seasonShares } from './targets/season-shares.ts';
import { seasonChecks } from './targets/season-checks.ts';
import { customerPotential } from './targets/customer-potential.ts';
import { splitPlan } from './targets/split-plan.ts';
import { splitMonths } from './targets/split-months.ts';
import { splitWeights } from './targets/split-weights.ts';
import { splitOwners } from './targets/split-owners.ts';
import { splitTargets } from './targets/split-targets.ts';
import { actionStates } from './targets/action-states.ts';
import { targetChecks } from './targets/target-checks.ts';
import { targetHistory } from './targets/target-history.ts';
import { targetRows } from './targets/target-rows.ts';
import { targetSlips } from './targets/target-slips.ts';
import { targetSums } from './targets/target-sums.ts';
import { repSegments } from './leads/rep-segments.ts';
import { takenAges } from './leads/taken-ages.ts';
import { allocationLeads } from './leads/allocation-leads.ts';
import { allocationFlows } from './leads/allocation-flows.ts';
import { leadAllocation } from './leads/lead-allocation.ts';
import { repAllocation } from './leads/rep-allocation.ts';
import { allocationPlans } from './leads/allocation-plans.ts';
import { allocationChoice } from './leads/allocation-choice.ts';
import { repStrengths } from './leads/rep-strengths.ts';
import { whatIfRules } from './leads/what-if-rules.ts';
import { whatIfSpells } from './leads/what-if-spells.ts';
import { leadWorth } from './leads/lead-worth.ts';
import { poolDistribution } from './leads/pool-distribution.ts';
import { poolMonths } from './leads/pool-months.ts';
import { poolPeriods } from './leads/pool-periods.ts';
import { repConversion } from './leads/rep-conversion.ts';
import { repFollowUps } from './leads/rep-follow-ups.ts';
import { repLeads } from './leads/rep-leads.ts';
import { repSignals } from './leads/rep-signals.ts';
import { repSpeed } from './leads/rep-speed.ts';
import { speedConversion } from './leads/speed-conversion.ts';
import { workingDays } from './leads/working-days.ts';

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
  customerFactors,
  scoreFactors,
  customerScores,
  customerRecycling,
  customerState,
  customerPeriods,
  customerMovement,
  goodsChanges,
  revenueBridge,
  revenueGroups,
  yearlyRevenue,
  yearToDate,
  periodTotals,
  monthTotals,
  periodChanges,
  cohortActivity,
  cohortReturns,
  cohortCells,
  cohortAverages,
  cohortModel,
  cohortProjection,
  revenueRetention,
  revenueRetentionMonths,
  revenueRetentionGroups,
  purchaseDays,
  purchaseReturns,
  purchaseHistory,
  purchaseOutcome,
  purchaseGroups,
  purchaseFits,
  churnFlags,
  churnStatus,
  churnWindows,
  customerTurnover,
  turnoverMonths,
  churnBreadth,
  churnContacts,
  churnFeedback,
  churnContest,
  churnScores,
  churnFalls,
  churnLists,
  retentionRates,
  retentionMonths,
  churnReasons,
  winBack,
  profitMargin,
  simpleLifetimeValue,
  valueHistories,
  valueHoldout,
  spendIndependence,
  spendModel,
  valueForecasts,
  lifetimeValue,
  referralValue,
  leadFile,
  leadLog,
  logContradictions,
  leadSpells,
  leadCourse,
  poolPeriods,
  poolMonths,
  repPools,
  repLeads,
  repSignals,
  leadConversion,
  conversionByAge,
  repConversion,
  workingDays,
  leadSpeed,
  repSpeed,
  contactSpeed,
  speedConversion,
  leadFollowUps,
  repFollowUps,
  poolDistribution,
  leadTraining,
  leadColumns,
  leadFactors,
  leadModels,
  leadWeights,
  leadOdds,
  leadScores,
  leadWorth,
  leadSegments,
  repSegments,
  takenAges,
  allocationLeads,
  allocationFlows,
  leadAllocation,
  repAllocation,
  allocationPlans,
  allocationChoice,
  repStrengths,
  whatIfSpells,
  whatIfRules,
  ...feedbackMetrics,
  ...repMetrics,
  ...productMetrics,
  targetRows,
  targetSlips,
  targetDays,
  targetParts,
  targetActuals,
  targetGaps,
  targetPicks,
  targetGoals,
  targetAttainment,
  targetWindows,
  targetCourses,
  targetForecasts,
  targetForecastTests,
  targetDeals,
  salesMonths,
  seasonShares,
  seasonChecks,
  customerPotential,
  splitPlan,
  splitMonths,
  splitWeights,
  splitOwners,
  splitTargets,
  targetHistory,
  targetSums,
  targetChecks,
  actionStates,
];

/** Throws `CrmEvalError` with the nearest id for one that does not exist. */
export function metricById(id: string): AnyMetric {
  return find(metrics, id);
}

/** Canonical fields that must be loaded for these metrics and all they use: `orders.amount`. */
export function fieldsFor(ids: readonly string[]): Set<string> {
  return fieldsOf(metrics, ids);
}
