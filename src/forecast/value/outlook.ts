import { modelUnit } from '../purchases/models.ts';
import type { Row } from '../../lib/rows.ts';
import { discountedPurchases } from '../../stats/purchases/discounting.ts';
import type { PurchaseGroup, PurchaseHistory } from '../../stats/purchases/history.ts';
import { type FittedPurchases, predictPurchases } from '../../stats/purchases/predict.ts';
import { convertTime, discountPerUnit } from '../../stats/purchases/time-unit.ts';
import { type SpendHistory, gammaGamma } from '../../stats/spend/gamma-gamma.ts';
import { type FittedSpend, type Outlook, predictValue } from '../../stats/spend/predict-value.ts';

/** How far ahead values are forecast, in months of 30.4375 days, and what they count less a year. */
export interface ValueHorizon {
  readonly horizon_months: number;
  readonly discount: number;
}

/** Customers with one history. */
export interface HistoryGroup extends PurchaseGroup {
  readonly id: string;
  readonly spend: SpendHistory;
}

const seed = 20_130_201;

/** Simulated futures of each history: 200 for up to 7,500 of them, fewer for more, 50 at least. */
export function drawsFor(histories: number): number {
  return Math.max(50, Math.min(200, Math.floor(1_500_000 / Math.max(1, histories))));
}

/** The horizon in the time unit of the models. */
export function horizonOf({ horizon_months: months }: Pick<ValueHorizon, 'horizon_months'>): number {
  return convertTime(months, 'month', modelUnit);
}

/** One row of `value_forecasts` a history. */
export function forecastRows(
  groups: readonly HistoryGroup[],
  { purchases, spend }: { readonly purchases: FittedPurchases; readonly spend: FittedSpend | null },
  value: ValueHorizon,
): Row[] {
  const model = purchases.model.at(purchases.parameters ?? []);
  const worth = spend === null ? null : gammaGamma(spend.parameters ?? []);
  const draws = drawsFor(groups.length);
  const { outlooks, totals } = simulate(groups, purchases, spend, { horizon: horizonOf(value), seed, draws });
  const plan = {
    periods: value.horizon_months,
    periodLength: convertTime(1, 'month', modelUnit),
    rate: discountPerUnit(value.discount, 'month'),
  };
  return groups.map((group, index) => {
    const { purchases: orders, value: revenue } = outlooks[index]!;
    const mean = worth?.expectedMean(group.spend) ?? null;
    const discounted = discountedPurchases((time) => model.expectedPurchases(group, time), plan);
    return {
      history_id: group.id,
      customers: group.customers,
      probability_alive: model.probabilityAlive(group),
      expected_orders: orders.expected,
      expected_orders_low: orders.low,
      expected_orders_high: orders.high,
      purchase_value: mean,
      expected_value: revenue?.expected ?? null,
      expected_value_low: revenue?.low ?? null,
      expected_value_high: revenue?.high ?? null,
      discounted_orders: discounted,
      discounted_value: mean === null ? null : mean * discounted,
      total_orders_low: totals.purchases.low,
      total_orders_high: totals.purchases.high,
      total_value_low: totals.value?.low ?? null,
      total_value_high: totals.value?.high ?? null,
      draws,
    };
  });
}

type MaybeOutlook = Pick<Outlook, 'purchases'> & { readonly value: Outlook['value'] | null };

function simulate(
  groups: readonly HistoryGroup[],
  purchases: FittedPurchases,
  spend: FittedSpend | null,
  options: { readonly horizon: number; readonly seed: number; readonly draws: number },
): { outlooks: readonly MaybeOutlook[]; totals: MaybeOutlook } {
  if (spend !== null) {
    const { groups: outlooks, total: totals } = predictValue(purchases, spend, groups, options);
    return { outlooks, totals };
  }
  const { groups: own, total } = predictPurchases(purchases, groups, options);
  const orders = (prediction: Outlook['purchases']): MaybeOutlook => ({ purchases: prediction, value: null });
  return { outlooks: own.map(orders), totals: orders(total) };
}

export interface MonthAhead {
  /** From 1. */
  readonly month: number;
  readonly expectedOrders: number;
  /** What a unit of money at the end of the month counts today. */
  readonly discountFactor: number;
}

/** The months of the horizon for one history: what the discounted orders are the sum of. */
export function monthsAhead(history: PurchaseHistory, purchases: FittedPurchases, value: ValueHorizon): MonthAhead[] {
  const model = purchases.model.at(purchases.parameters ?? []);
  const rate = discountPerUnit(value.discount, 'month');
  const until = (month: number): number => model.expectedPurchases(history, convertTime(month, 'month', modelUnit));
  return Array.from({ length: value.horizon_months }, (_, before) => ({
    month: before + 1,
    expectedOrders: until(before + 1) - until(before),
    discountFactor: (1 + rate) ** -(before + 1),
  }));
}
