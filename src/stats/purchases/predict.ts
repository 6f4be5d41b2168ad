import { createRandom, type Random } from '../../lib/random.ts';
import { normalVectors } from '../draws/multivariate-normal.ts';
import type { Matrix } from '../optimise/cholesky.ts';
import type { PurchaseFit } from './fit.ts';
import { checkHistories, type PurchaseGroup } from './history.ts';
import type { PurchasePredictor } from './model.ts';

export interface PredictionOptions {
  /** Length of the future, in the time unit of the data. */
  readonly horizon: number;
  readonly seed: number;
  /** Simulated futures; default 200. With few of them the ends of an interval are themselves uncertain. */
  readonly draws?: number;
  /** Share of the futures inside an interval; default 0.95. */
  readonly level?: number;
}

/** An expected value, and the interval that holds what comes with the probability asked for if the model is right. */
export interface Prediction {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

export interface PurchasePredictions {
  /** Purchases of one customer of each group. */
  readonly groups: readonly Prediction[];
  /** Purchases of all customers together. */
  readonly total: Prediction;
  /** Whether the intervals hold the uncertainty of every parameter; what the data cannot tell (`boundary`) counts as known. */
  readonly parameterUncertainty: boolean;
}

/** What a prediction takes from a fit. */
export type FittedPurchases = Pick<PurchaseFit, 'model' | 'parameters' | 'logCovariance' | 'boundary'>;

/** In larger groups the sum is made from this many customers, scaled to the mean and variance of the sum of all. */
const mostSimulated = 16;

/**
 * Purchases within the horizon with prediction intervals: each simulated future draws parameters from their normal approximation (of
 * the logarithms), then each customer's rate, life and purchases given the history. The same seed gives the same result. Throws a
 * RangeError on a fit without parameters, on rows that are no history, and on options out of range.
 */
export function predictPurchases(fit: FittedPurchases, groups: readonly PurchaseGroup[], options: PredictionOptions): PurchasePredictions {
  const { horizon, seed, draws = 200, level = 0.95 } = checkedOptions(options);
  checkHistories(groups);
  const { model, parameters, logCovariance } = fit;
  if (parameters === null) throw new RangeError('a fit without parameters predicts nothing');
  const random = createRandom(seed, `purchases ${model.id}`);
  const futures = drawParameters({ parameters, logCovariance }, draws, random).map((drawn) => model.at(drawn));
  const best = model.at(parameters);
  const totals = new Float64Array(draws);
  const counts = new Float64Array(draws);
  let expectedTotal = 0;
  const predictions = groups.map((group) => {
    for (const [index, predictor] of futures.entries()) {
      const count = predictor.draw(group, horizon, random);
      counts[index] = count;
      totals[index]! += group.customers === 1 ? count : sumOfGroup(predictor, group, { count, horizon }, random);
    }
    const expected = best.expectedPurchases(group, horizon);
    expectedTotal += expected * group.customers;
    return { expected, ...interval(counts, level) };
  });
  return {
    groups: predictions,
    total: { expected: expectedTotal, ...interval(totals, level) },
    parameterUncertainty: logCovariance !== null && fit.boundary === null,
  };
}

/** Throws a RangeError on options out of range. */
export function checkedOptions(options: PredictionOptions): PredictionOptions {
  const { horizon, draws = 1, level = 0.5 } = options;
  if (!(horizon >= 0 && Number.isFinite(horizon))) throw new RangeError(`a horizon of ${horizon}`);
  if (!(Number.isInteger(draws) && draws > 0)) throw new RangeError(`${draws} is no number of draws`);
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, not ${level}`);
  return options;
}

/** Parameters that the data leave possible, one set a draw; always the best ones where there is no covariance. */
export function drawParameters(
  { parameters, logCovariance }: { parameters: readonly number[]; logCovariance: Matrix | null },
  draws: number,
  random: Random,
): readonly (readonly number[])[] {
  if (logCovariance === null) return Array.from({ length: draws }, () => parameters);
  const draw = normalVectors(parameters.map(Math.log), logCovariance);
  return Array.from({ length: draws }, () => draw(random).map(Math.exp));
}

/** The purchases of all customers of a group, of whom one makes `count`. */
function sumOfGroup(predictor: PurchasePredictor, group: PurchaseGroup, first: { count: number; horizon: number }, random: Random): number {
  const { customers } = group;
  const { count, horizon } = first;
  const simulated = simulatedOf(customers);
  let sum = count;
  for (let index = 1; index < simulated; index += 1) sum += predictor.draw(group, horizon, random);
  return customers === simulated ? sum : scaledSum(sum, simulated, customers, predictor.expectedPurchases(group, horizon));
}

/** Of how many customers of a group the sum is made. */
export function simulatedOf(customers: number): number {
  return Math.min(customers, mostSimulated);
}

/** The sum over `simulated` customers with the mean and variance of that over all `customers`; without a finite mean, in proportion. */
export function scaledSum(sum: number, simulated: number, customers: number, mean: number | null): number {
  if (mean === null) return Math.min(Number.MAX_VALUE, (sum / simulated) * customers);
  return Math.max(0, customers * mean + Math.sqrt(customers / simulated) * (sum - simulated * mean));
}

/**
 * The central interval of a sample that holds one more draw with the probability `level` or more, as far as the sample is large enough: from
 * its k-th smallest to its k-th largest value, of which (n + 1 - 2 k) / (n + 1) is the chance. Sorts the sample. Source: Wilks (1941),
 * Annals of Mathematical Statistics 12, 91-96.
 */
export function interval(sample: Float64Array, level: number): { low: number; high: number } {
  sample.sort();
  // A rounding error in the level must not cost a place.
  const place = Math.max(1, Math.floor(((1 - level) / 2) * (sample.length + 1) + 1e-9));
  return { low: sample[place - 1]!, high: sample[sample.length - place]! };
}
