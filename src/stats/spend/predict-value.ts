import { createRandom, type Random } from '../../lib/random.ts';
import type { SpendFit } from './fit-spend.ts';
import { gammaGamma, type SpendHistory, type SpendPredictor } from './gamma-gamma.ts';
import { checkHistories, type PurchaseGroup } from '../purchases/history.ts';
import type { PurchasePredictor } from '../purchases/model.ts';
import {
  checkedOptions,
  drawParameters,
  type FittedPurchases,
  interval,
  type Prediction,
  type PredictionOptions,
  scaledSum,
  simulatedOf,
} from '../purchases/predict.ts';

/** Customers with the same history: when they bought, and what their repeat purchases were worth. */
export interface ValueGroup extends PurchaseGroup {
  readonly spend: SpendHistory;
}

/** As `Prediction`; `expected` is null where the mean value of a purchase is infinite (q ≤ 1 and no history to correct it). */
export interface ValuePrediction {
  readonly expected: number | null;
  readonly low: number;
  readonly high: number;
}

export interface Outlook {
  readonly purchases: Prediction;
  readonly value: ValuePrediction;
}

export interface ValuePredictions {
  /** One customer of each group. */
  readonly groups: readonly Outlook[];
  /** All customers together. */
  readonly total: Outlook;
  /** As in `PurchasePredictions`, for both models. */
  readonly parameterUncertainty: boolean;
}

/** What a prediction takes from a fit. */
export type FittedSpend = Pick<SpendFit, 'parameters' | 'logCovariance' | 'boundary'>;

interface Future {
  readonly purchases: PurchasePredictor;
  readonly spend: SpendPredictor;
}

/**
 * Purchases within the horizon and their value (not discounted) with prediction intervals, by both models together: simulated as in
 * `predictPurchases`, with the value of each simulated purchase drawn too. The same seed gives the same result. Throws a RangeError on
 * fits without parameters, on rows that are no history, and on options out of range.
 */
export function predictValue(
  purchases: FittedPurchases,
  spend: FittedSpend,
  groups: readonly ValueGroup[],
  options: PredictionOptions,
): ValuePredictions {
  const { horizon, seed, draws = 200, level = 0.95 } = checkedOptions(options);
  checkHistories(groups);
  const [best, futures] = futuresOf(purchases, spend, draws, createRandom(seed, `parameters ${purchases.model.id}`));
  const random = createRandom(seed, `value ${purchases.model.id}`);
  const totals = { counts: new Float64Array(draws), values: new Float64Array(draws) };
  const [counts, values] = [new Float64Array(draws), new Float64Array(draws)];
  let expectedPurchases = 0;
  let expectedValue: number | null = 0;
  const outlooks = groups.map((group): Outlook => {
    for (const [index, future] of futures.entries()) {
      const { count, value } = drawOne(future, group, horizon, random);
      counts[index] = count;
      values[index] = value;
      const sum = group.customers === 1 ? { count, value } : drawAll(future, group, { count, value, horizon }, random);
      totals.counts[index]! += sum.count;
      totals.values[index] = Math.min(Number.MAX_VALUE, totals.values[index]! + sum.value);
    }
    const expected = best.purchases.expectedPurchases(group, horizon);
    const mean = best.spend.expectedMean(group.spend);
    const worth = mean === null ? null : mean * expected;
    expectedPurchases += group.customers * expected;
    expectedValue = worth === null || expectedValue === null ? null : expectedValue + group.customers * worth;
    return { purchases: { expected, ...interval(counts, level) }, value: { expected: worth, ...interval(values, level) } };
  });
  return {
    groups: outlooks,
    total: {
      purchases: { expected: expectedPurchases, ...interval(totals.counts, level) },
      value: { expected: expectedValue, ...interval(totals.values, level) },
    },
    parameterUncertainty: [purchases, spend].every((fit) => fit.logCovariance !== null && fit.boundary === null),
  };
}

/** The models at their best parameters, and at parameters that the data leave possible. */
function futuresOf(purchases: FittedPurchases, spend: FittedSpend, draws: number, random: Random): [best: Future, futures: Future[]] {
  const { model, parameters, logCovariance } = purchases;
  if (parameters === null || spend.parameters === null) throw new RangeError('a fit without parameters predicts nothing');
  const models = drawParameters({ parameters, logCovariance }, draws, random).map((drawn) => model.at(drawn));
  const values = drawParameters({ parameters: spend.parameters, logCovariance: spend.logCovariance }, draws, random).map(gammaGamma);
  return [
    { purchases: model.at(parameters), spend: gammaGamma(spend.parameters) },
    models.map((own, index) => ({ purchases: own, spend: values[index]! })),
  ];
}

function drawOne({ purchases, spend }: Future, group: ValueGroup, horizon: number, random: Random): { count: number; value: number } {
  const count = purchases.draw(group, horizon, random);
  return { count, value: spend.drawTotal(group.spend, count, random) };
}

/** All customers of a group, of whom one is drawn already. */
function drawAll(
  future: Future,
  group: ValueGroup,
  first: { count: number; value: number; horizon: number },
  random: Random,
): { count: number; value: number } {
  const { customers, spend } = group;
  const { horizon } = first;
  const simulated = simulatedOf(customers);
  let { count, value } = first;
  for (let index = 1; index < simulated; index += 1) {
    const next = drawOne(future, group, horizon, random);
    count += next.count;
    value += next.value;
  }
  if (customers === simulated) return { count, value };
  const mean = future.purchases.expectedPurchases(group, horizon);
  const worth = future.spend.expectedMean(spend);
  return {
    count: scaledSum(count, simulated, customers, mean),
    value: scaledSum(value, simulated, customers, worth === null ? null : worth * mean),
  };
}
