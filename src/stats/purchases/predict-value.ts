import { createRandom } from '../../lib/random.ts';
import type { SpendFit } from '../spend/fit-spend.ts';
import { gammaGamma, type SpendHistory } from '../spend/gamma-gamma.ts';
import type { PurchaseFit } from './fit.ts';
import { checkHistories, type PurchaseHistory } from './history.ts';
import { checkedOptions, drawParameters, interval, type PredictionOptions } from './predict.ts';

/** One customer: when they bought, and the mean value of their repeat purchases. */
export type ValueHistory = PurchaseHistory & SpendHistory;

/** As `Prediction`; `expected` is null where the mean value of a purchase is infinite (q ≤ 1 and no history to correct it). */
export interface ValuePrediction {
  readonly expected: number | null;
  readonly low: number;
  readonly high: number;
}

export interface ValuePredictions {
  readonly customers: readonly ValuePrediction[];
  readonly total: ValuePrediction;
  /** As in `PurchasePredictions`, for both models. */
  readonly parameterUncertainty: boolean;
}

/**
 * Value of the purchases within the horizon (not discounted) with prediction intervals, by both models together: simulated as in
 * `predictPurchases`, with the value of each simulated purchase drawn too. The same seed gives the same result. Throws a RangeError on
 * fits without parameters, on rows that are no history, and on options out of range.
 */
export function predictValue(
  purchases: PurchaseFit,
  spend: SpendFit,
  rows: readonly ValueHistory[],
  options: PredictionOptions,
): ValuePredictions {
  const { horizon, seed, draws = 200, level = 0.95 } = checkedOptions(options);
  checkHistories(rows);
  if (purchases.parameters === null || spend.parameters === null) throw new RangeError('a fit without parameters predicts nothing');
  const { model, parameters, logCovariance } = purchases;
  const random = createRandom(seed, `value ${model.id}`);
  const futures = drawParameters({ parameters, logCovariance }, draws, random).map((drawn) => model.at(drawn));
  const values = drawParameters({ parameters: spend.parameters, logCovariance: spend.logCovariance }, draws, random).map(gammaGamma);
  const [bestModel, bestSpend] = [model.at(parameters), gammaGamma(spend.parameters)];
  const totals = new Float64Array(draws);
  const sample = new Float64Array(draws);
  let expectedTotal: number | null = 0;
  const customers = rows.map((row) => {
    for (const [index, predictor] of futures.entries()) {
      const value = values[index]!.drawTotal(row, predictor.draw(row, horizon, random), random);
      sample[index] = value;
      totals[index] = Math.min(Number.MAX_VALUE, totals[index]! + value);
    }
    const mean = bestSpend.expectedMean(row);
    const expected = mean === null ? null : mean * bestModel.expectedPurchases(row, horizon);
    expectedTotal = expected === null || expectedTotal === null ? null : expectedTotal + expected;
    return { expected, ...interval(sample, level) };
  });
  return {
    customers,
    total: { expected: expectedTotal, ...interval(totals, level) },
    parameterUncertainty: [purchases, spend].every((fit) => fit.logCovariance !== null && fit.boundary === null),
  };
}
