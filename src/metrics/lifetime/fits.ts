import type { Row } from '../../lib/rows.ts';
import type { Matrix } from '../../stats/optimise/cholesky.ts';
import { bgNbd } from '../../stats/purchases/bg-nbd.ts';
import { fitPurchases, type PurchaseFit, type UnboundedParameter } from '../../stats/purchases/fit.ts';
import type { PurchaseGroup } from '../../stats/purchases/history.ts';
import { mbgNbd } from '../../stats/purchases/mbg-nbd.ts';
import type { PurchaseModel } from '../../stats/purchases/model.ts';
import { paretoNbd } from '../../stats/purchases/pareto-nbd.ts';
import type { FittedSpend } from '../../stats/purchases/predict-value.ts';
import type { FittedPurchases } from '../../stats/purchases/predict.ts';
import type { SpendFit } from '../../stats/spend/fit-spend.ts';

/** The first one that can be fitted is used; all but the last allow for one-time buyers who have stopped. */
export const modelOrder: readonly PurchaseModel[] = [mbgNbd, paretoNbd, bgNbd];

export const spendModel = 'gamma-gamma';

/** A row of `value_model`. */
export interface FitRow extends Row {
  readonly part: 'purchases' | 'spend';
  readonly position: number;
  readonly model: string;
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
  readonly passed_over: string | null;
  readonly customers: number;
  readonly repeat_customers: number;
  readonly histories: number;
}

/** The fit of the first model that comes to an end, and those before it with their problems, as `mbg-nbd: not_converged`. */
export function fitFirst(groups: readonly PurchaseGroup[]): { fit: PurchaseFit; passedOver: string | null } {
  const failed: PurchaseFit[] = [];
  for (const model of modelOrder) {
    const fit = fitPurchases(model, groups);
    if (fit.parameters !== null && fit.problem !== 'not_converged') return { fit, passedOver: failed.map(said).join(', ') || null };
    failed.push(fit);
  }
  return { fit: failed.find((fit) => fit.parameters !== null) ?? failed[0]!, passedOver: null };
}

function said({ model, problem }: PurchaseFit): string {
  return `${model.id}: ${problem}`;
}

export function purchaseRows({ fit, passedOver }: { fit: PurchaseFit; passedOver: string | null }): FitRow[] {
  const { model, customers, repeatCustomers, groups } = fit;
  const counts = { passed_over: passedOver, customers, repeat_customers: repeatCustomers, histories: groups };
  return rowsOf('purchases', { ...fit, id: model.id, parameterNames: model.parameterNames }, counts);
}

export function spendRows(fit: SpendFit, customers: number): FitRow[] {
  return rowsOf(
    'spend',
    { ...fit, id: spendModel },
    { passed_over: null, customers, repeat_customers: fit.customers, histories: fit.customers },
  );
}

type Estimates = Pick<SpendFit, 'parameterNames' | 'parameters' | 'standardErrors' | 'logCovariance' | 'logLikelihood' | 'gradientNorm'> & {
  readonly id: string;
  readonly boundary: readonly UnboundedParameter[] | null;
  readonly problem: string | null;
};

type Counts = Pick<FitRow, 'passed_over' | 'customers' | 'repeat_customers' | 'histories'>;

function rowsOf(part: FitRow['part'], fit: Estimates, counts: Counts): FitRow[] {
  return fit.parameterNames.map((name, index) => {
    const covariances = fit.logCovariance?.[index];
    return {
      part,
      position: index + 1,
      model: fit.id,
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
      ...counts,
    };
  });
}

/** The fit that the rows of `value_model` hold, in the order of position; null where there is none. */
export function fittedPurchases(rows: readonly FitRow[]): FittedPurchases | null {
  const own = rows.filter((row) => row.part === 'purchases');
  const model = modelOrder.find(({ id }) => id === own[0]?.model);
  const fitted = estimatesOf(own);
  return model === undefined || fitted === null ? null : { model, ...fitted };
}

export function fittedSpend(rows: readonly FitRow[]): (FittedSpend & { readonly parameters: readonly number[] }) | null {
  return estimatesOf(rows.filter((row) => row.part === 'spend'));
}

function estimatesOf(rows: readonly FitRow[]): (FittedSpend & { readonly parameters: readonly number[] }) | null {
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
