import type { Random } from '../../lib/random.ts';
import type { HistoryColumns, PurchaseHistory } from './history.ts';
import type { Expansion } from '../optimise/maximise.ts';

/**
 * A model of when customers buy and when they stop. Parameters are positive numbers in the order of `parameterNames`, which are the
 * published names. All times are in one unit, that of the histories the model was fitted on.
 */
export interface PurchaseModel {
  /** Kebab-case and stable. */
  readonly id: string;
  readonly parameterNames: readonly string[];
  /** The parameters measured in time; the others do not depend on the unit. */
  readonly timeParameters: readonly string[];
  /** True where a customer who bought once counts as alive for certain, however long ago that was. */
  readonly oneTimeBuyersAlive: boolean;
  /** Log-likelihood of all customers with its first and second derivatives by the parameters. */
  expand(parameters: readonly number[], histories: HistoryColumns): Expansion;
  /** Where to start the search, for histories whose mean purchase rate is `rate` per unit and whose largest age is near 1. */
  starts(rate: number): readonly (readonly number[])[];
  /** The model with its parameters filled in. Throws a RangeError unless they are finite, positive and as many as the names. */
  at(parameters: readonly number[]): PurchasePredictor;
}

/** What a model with given parameters says. Histories must be valid (`checkHistories`); times ≥ 0. No result is NaN or infinite. */
export interface PurchasePredictor {
  logLikelihood(history: PurchaseHistory): number;
  /** The probability that the customer has not stopped buying for good by `age`. */
  probabilityAlive(history: PurchaseHistory): number;
  /** Expected purchases in (age, age + horizon]. */
  expectedPurchases(history: PurchaseHistory, horizon: number): number;
  /** The probability of at least one purchase in (age, age + horizon]. */
  probabilityOfPurchase(history: PurchaseHistory, horizon: number): number;
  /** Expected repeat purchases of a new customer, about whom nothing else is known, in the time after the first purchase. */
  expectedFromNew(horizon: number): number;
  /** The probability that a new customer makes exactly `count` repeat purchases in the time after the first purchase. */
  probabilityOfCount(count: number, horizon: number): number;
  /** A random number of purchases in (age, age + horizon], given the history. */
  draw(history: PurchaseHistory, horizon: number, random: Random): number;
}

export const newCustomer: PurchaseHistory = { x: 0, recency: 0, age: 0 };

/** The parameters, one for each name. Throws a RangeError unless they are finite, positive and that many. */
export function checkedParameters<Names extends readonly string[]>(
  names: Names,
  parameters: readonly number[],
): { readonly [Index in keyof Names]: number } {
  const valid = parameters.length === names.length && parameters.every((value) => value > 0 && Number.isFinite(value));
  if (!valid) throw new RangeError(`(${names.join(', ')}) must be positive numbers, not (${parameters.join(', ')})`);
  return parameters as { readonly [Index in keyof Names]: number };
}
