import { logistic, logisticLikelihood, logOddsOf } from './logistic-likelihood.ts';
import { cholesky, inverse, solve } from './optimise/cholesky.ts';
import { maximise } from './optimise/maximise.ts';
import { type Columns, type Standardisation, standardisationOf, standardisedDesign, sum } from './standardised-features.ts';

export interface LogisticData {
  readonly features: Columns;
  /** 0 or 1 a row; for a group of alike cases the share that had the event. */
  readonly outcomes: ArrayLike<number>;
  /** How many cases a row stands for (≥ 0, whole or not); 1 each unless given. */
  readonly weights?: ArrayLike<number>;
}

export interface LogisticModel extends Standardisation {
  /** Log-odds of a case whose features are all at their means. */
  readonly intercept: number;
  /** Change of the log-odds per standard deviation of each feature; 0 for one that does not vary. */
  readonly coefficients: readonly number[];
  readonly interceptStandardError: number;
  /** From the curvature of the penalised likelihood; null for a feature that does not vary. */
  readonly standardErrors: readonly (number | null)[];
  readonly penalty: number;
  /** Without the penalty, in nats. */
  readonly logLikelihood: number;
  /** Sum of the weights, and the part of it that had the event. */
  readonly cases: number;
  readonly events: number;
}

/** Beyond these log-odds per standard deviation nothing is told apart from certainty. */
const farthest = 1000;

/**
 * Logistic regression with a ridge penalty: the maximum of log-likelihood - penalty / 2 · Σ coefficient², over standardised features, the
 * intercept left free; penalty = 1 / C of scikit-learn. Newton's method, the same digits on every run. The penalty holds the coefficients
 * where a feature separates the outcomes. Null where one class is empty, and, with penalty 0, where no maximum exists (separation) or is
 * unique (features that repeat each other). Sources: Hoerl & Kennard (1970); le Cessie & van Houwelingen (1992), Applied Statistics 41,
 * 191-201. Throws a RangeError on values that are not finite, outcomes outside [0, 1], weights or a penalty below 0. `start`: a model
 * of the same features to set out from.
 */
export function fitLogisticRegression(data: LogisticData, penalty: number, start?: LogisticModel): LogisticModel | null {
  if (!(penalty >= 0 && penalty < Infinity)) throw new RangeError(`a penalty is at least 0, not ${penalty}`);
  const weights = checkedWeights(data);
  const cases = sum(weights);
  const events = sum(Float64Array.from(weights, (weight, row) => weight * data.outcomes[row]!));
  if (!(events > 0 && events < cases)) return null;
  const standardisation = standardisationOf(data.features, weights);
  const varying = [...data.features.keys()].filter((index) => standardisation.scales[index]! > 0);
  const design = standardisedDesign(data.features, weights.length, standardisation);
  const rows = { design, outcomes: data.outcomes, weights, totalWeight: cases };
  const first = [start?.intercept ?? logOddsOf(events / cases), ...varying.map((index) => start?.coefficients[index] ?? 0)];
  const bounds = { low: first.map(() => -farthest), high: first.map(() => farthest) };
  const maximum = maximise((point) => logisticLikelihood(rows, penalty, point), first, bounds);
  const information = cholesky(maximum.hessian.map((row) => row.map((value) => -value)));
  // Where the maximum lies at infinity the slope vanishes, but the next step does not.
  if (information === null || solve(information, maximum.gradient).some((step) => !(Math.abs(step) < 1e-4))) return null;
  const errors = inverse(information).map((row, index) => Math.sqrt(row[index]! / cases));
  const coefficients = data.features.map(() => 0);
  const standardErrors: (number | null)[] = data.features.map(() => null);
  for (const [place, index] of varying.entries()) {
    coefficients[index] = maximum.point[place + 1]!;
    standardErrors[index] = errors[place + 1]!;
  }
  const shrinkage = (penalty / 2) * coefficients.reduce((total, coefficient) => total + coefficient * coefficient, 0);
  return {
    ...standardisation,
    intercept: maximum.point[0]!,
    coefficients,
    interceptStandardError: errors[0]!,
    standardErrors,
    penalty,
    logLikelihood: maximum.value * cases + shrinkage,
    cases,
    events,
  };
}

/** Probability of the event for each row, strictly by the model: features must be finite and in the order of the fit. */
export function predictProbabilities(model: LogisticModel, features: Columns): Float64Array {
  const logOdds = new Float64Array(features[0]?.length ?? 0).fill(model.intercept);
  for (const [index, column] of features.entries()) {
    const coefficient = model.coefficients[index]!;
    const mean = model.means[index]!;
    const scale = model.scales[index]!;
    if (scale === 0) continue;
    for (let row = 0; row < logOdds.length; row += 1) logOdds[row]! += (coefficient * (column[row]! - mean)) / scale;
  }
  return logOdds.map(logistic);
}

function checkedWeights({ features, outcomes, weights }: LogisticData): ArrayLike<number> {
  const checked = weights ?? new Float64Array(outcomes.length).fill(1);
  if (checked.length !== outcomes.length || features.some((column) => column.length !== outcomes.length)) {
    throw new RangeError('features, outcomes and weights differ in length');
  }
  for (let row = 0; row < checked.length; row += 1) {
    if (!(checked[row]! >= 0 && checked[row]! < Infinity)) throw new RangeError(`weight ${checked[row]} in row ${row}`);
    if (!(outcomes[row]! >= 0 && outcomes[row]! <= 1)) throw new RangeError(`outcome ${outcomes[row]} in row ${row}`);
  }
  return checked;
}
