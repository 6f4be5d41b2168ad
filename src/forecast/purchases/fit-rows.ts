import { purchaseModels } from './models.ts';
import type { IsoDate } from '../../lib/dates.ts';
import type { Row } from '../../lib/rows.ts';
import type { Matrix } from '../../stats/optimise/cholesky.ts';
import type { PurchaseFit, UnboundedParameter } from '../../stats/purchases/fit.ts';
import type { PurchasePredictor } from '../../stats/purchases/model.ts';

/** A parameter of a fitted model, in the columns of `parameterColumns` and `fitColumns`. */
export interface FitRow extends Row {
  readonly model: string;
  /** Of the parameter, from 1. */
  readonly position: number;
  readonly parameter: string;
  readonly value: number | null;
  readonly standard_error: number | null;
  readonly log_covariance_1: number | null;
  readonly log_covariance_2: number | null;
  readonly log_covariance_3: number | null;
  readonly log_covariance_4: number | null;
  readonly unbounded: UnboundedParameter['toward'] | null;
  readonly log_likelihood: number | null;
  readonly gradient_norm: number | null;
  readonly problem: string | null;
  /** Customers the model was fitted on. */
  readonly customers: number;
}

/** A row of `purchase_fits`. */
export interface PurchaseFitRow extends FitRow {
  readonly origin: IsoDate;
  readonly repeat_customers: number;
  readonly groups: number;
}

type Fitted = Pick<PurchaseFit, 'parameters' | 'standardErrors' | 'logCovariance' | 'logLikelihood' | 'gradientNorm' | 'customers'> & {
  readonly parameterNames: readonly string[];
  readonly boundary: readonly UnboundedParameter[] | null;
  readonly problem: string | null;
};

/** One row a parameter. */
export function fitRows(model: string, fit: Fitted): FitRow[] {
  return fit.parameterNames.map((name, index) => {
    const covariances = fit.logCovariance?.[index];
    return {
      model,
      position: index + 1,
      parameter: name,
      value: fit.parameters?.[index] ?? null,
      standard_error: fit.standardErrors?.[index] ?? null,
      log_covariance_1: covariances?.[0] ?? null,
      log_covariance_2: covariances?.[1] ?? null,
      log_covariance_3: covariances?.[2] ?? null,
      log_covariance_4: covariances?.[3] ?? null,
      unbounded: fit.boundary?.find((parameter) => parameter.name === name)?.toward ?? null,
      log_likelihood: fit.logLikelihood,
      gradient_norm: fit.gradientNorm,
      problem: fit.problem,
      customers: fit.customers,
    };
  });
}

/** What predictions take from a fit. */
export interface Estimates {
  readonly parameters: readonly number[];
  readonly logCovariance: Matrix | null;
  readonly boundary: readonly UnboundedParameter[] | null;
}

/** The estimates that the rows of one fit hold, in the order of position; null where a parameter has no value. */
export function estimatesOf(rows: readonly FitRow[]): Estimates | null {
  const parameters = rows.flatMap((row) => row.value ?? []);
  if (rows.length === 0 || parameters.length < rows.length) return null;
  const boundary = rows.flatMap(({ parameter, unbounded }) => (unbounded === null ? [] : [{ name: parameter, toward: unbounded }]));
  return { parameters, logCovariance: covarianceOf(rows), boundary: boundary.length === 0 ? null : boundary };
}

function covarianceOf(rows: readonly FitRow[]): Matrix | null {
  const matrix = rows.map((row) =>
    [row.log_covariance_1, row.log_covariance_2, row.log_covariance_3, row.log_covariance_4].flatMap((value) => value ?? []),
  );
  return matrix.every((row) => row.length === rows.length) ? matrix : null;
}

/** The models that could be fitted, by id. */
export type Predictors = ReadonlyMap<string, PurchasePredictor>;

/** From the rows of one origin, those of a model in the order of position; a model whose fit did not come to an end foretells nothing. */
export function predictorsOf(rows: readonly Pick<FitRow, 'model' | 'value' | 'problem'>[]): Predictors {
  const fitted = purchaseModels.flatMap((model) => {
    const own = rows.filter((row) => row.model === model.id && row.problem !== 'not_converged');
    const values = own.flatMap(({ value }) => value ?? []);
    return values.length === model.parameterNames.length ? [[model.id, model.at(values)] as const] : [];
  });
  return new Map(fitted);
}
