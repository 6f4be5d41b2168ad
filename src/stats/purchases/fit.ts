import type { Matrix } from '../optimise/cholesky.ts';
import { fitPositive, type PositiveFit } from '../optimise/fit-positive.ts';
import { type PurchaseGroup, toColumns } from './history.ts';
import type { PurchaseModel } from './model.ts';

/** Below this many customers with a repeat purchase a fit is a guess. */
export const fewRepeatCustomers = 30;

/**
 * Why a fit is not to be relied on. `boundary`: a parameter runs off to 0 or infinity, or its 95% interval spans a factor of fifty
 * either way; the data cannot tell it, predictions hold, it has no standard error. The first three come without parameters, and so does `not_converged` where
 * no likelihood could be computed.
 */
export type FitProblem = 'no_customers' | 'no_time' | 'no_repeat_customers' | 'not_converged' | 'boundary' | 'few_repeat_customers';

export interface UnboundedParameter {
  readonly name: string;
  /** `unknown`: it stays finite, but may as well be fifty times as large. */
  readonly toward: 'zero' | 'infinity' | 'unknown';
}

/** What every maximum likelihood fit tells. */
export interface LikelihoodFit {
  /** In the order of their names, in the units of the data; null where no fit is possible. */
  readonly parameters: readonly number[] | null;
  readonly standardErrors: readonly (number | null)[] | null;
  /** Covariance of the logarithms of the parameters, which does not depend on the time unit; what the data cannot tell counts as fixed. */
  readonly logCovariance: Matrix | null;
  readonly logLikelihood: number | null;
  /** The largest slope of the log-likelihood by the logarithm of a parameter. */
  readonly gradientNorm: number | null;
  readonly converged: boolean;
  /** The parameters that the data cannot tell; null when there is none. */
  readonly boundary: readonly UnboundedParameter[] | null;
}

export interface PurchaseFit extends LikelihoodFit {
  readonly model: PurchaseModel;
  /** null for a fit without a fault. */
  readonly problem: FitProblem | null;
  readonly customers: number;
  readonly repeatCustomers: number;
  readonly groups: number;
}

/**
 * The maximum likelihood fit of a model. Does not throw on data that cannot carry it but says so in `problem`, and no number is NaN or
 * infinite. Throws a RangeError only on rows that are no history (`checkHistories`) or have no customers.
 */
export function fitPurchases(model: PurchaseModel, groups: readonly PurchaseGroup[]): PurchaseFit {
  const unit = groups.reduce((largest, group) => Math.max(largest, group.age), 0) || 1;
  const columns = toColumns(groups, unit);
  let [customers, repeatCustomers, purchases, exposure] = [0, 0, 0, 0];
  for (const group of groups) {
    customers += group.customers;
    if (group.x > 0) repeatCustomers += group.customers;
    purchases += group.customers * group.x;
    exposure += group.customers * (group.age / unit);
  }
  const counts = { customers, repeatCustomers, groups: groups.length };
  if (customers === 0) return unfitted(model, counts, 'no_customers');
  if (exposure === 0) return unfitted(model, counts, 'no_time');
  if (purchases === 0) return unfitted(model, counts, 'no_repeat_customers');

  const fit = fitPositive({
    expand: (parameters) => model.expand(parameters, columns),
    starts: model.starts(purchases / exposure),
    observations: customers,
  });
  if (fit === null) return unfitted(model, counts, 'not_converged');
  const boundary = fit.unbounded.map(({ index, toward }) => ({ name: model.parameterNames[index]!, toward }));
  const scale = model.parameterNames.map((name) => (model.timeParameters.includes(name) ? unit : 1));
  return {
    model,
    ...counts,
    parameters: fit.parameters.map((value, index) => value * scale[index]!),
    standardErrors: fit.standardErrors.map((value, index) => value && value * scale[index]!),
    logCovariance: fit.logCovariance,
    logLikelihood: fit.logLikelihood - purchases * Math.log(unit),
    gradientNorm: fit.gradientNorm,
    converged: fit.converged,
    boundary: boundary.length === 0 ? null : boundary,
    problem: problemOf(fit, repeatCustomers),
  };
}

function problemOf(fit: PositiveFit, repeatCustomers: number): FitProblem | null {
  if (fit.unbounded.length > 0) return 'boundary';
  if (!fit.converged) return 'not_converged';
  return repeatCustomers < fewRepeatCustomers ? 'few_repeat_customers' : null;
}

function unfitted(
  model: PurchaseModel,
  counts: { customers: number; repeatCustomers: number; groups: number },
  problem: FitProblem,
): PurchaseFit {
  return {
    model,
    ...counts,
    parameters: null,
    standardErrors: null,
    logCovariance: null,
    logLikelihood: null,
    gradientNorm: null,
    converged: false,
    boundary: null,
    problem,
  };
}
