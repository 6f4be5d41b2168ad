import { logOddsOf } from './logistic-likelihood.ts';
import { cholesky, solve } from './optimise/cholesky.ts';

/** Rows of which most features are 0, row by row: those of row r stand from starts[r] up to, not including, starts[r + 1]. */
export interface SparseRows {
  readonly starts: Uint32Array;
  readonly features: Uint16Array;
  readonly values: Float64Array;
  /** How many features there are. */
  readonly width: number;
}

/** Log-odds of a row: intercept + Σ coefficient · value. */
export interface SparseModel {
  readonly intercept: number;
  readonly coefficients: Float64Array;
}

const mostSteps = 60;
/** A step that moves no coefficient by more, per standard deviation, changes no digit that matters. */
const smallest = 1e-7;

/**
 * The model of `fitLogisticRegression` with a ridge penalty above 0, over the rows whose `used` is 1, for features that are mostly 0: the same
 * coefficients (per unit of the feature, not per standard deviation) in a fraction of the time, as only features that are there are multiplied.
 * Centring a feature moves the intercept alone, which bears no penalty. Coefficients of features that do not vary are 0. Newton's method with
 * halved steps, the same digits on every run. Null where one class is empty. Throws a RangeError on a penalty that is not above 0.
 */
export function fitSparseLogistic(rows: SparseRows, outcomes: ArrayLike<number>, used: Uint8Array, penalty: number): SparseModel | null {
  if (!(penalty > 0 && penalty < Infinity)) throw new RangeError(`a penalty is above 0, not ${penalty}`);
  const { cases, events, scales } = describe(rows, outcomes, used);
  if (events === 0 || events === cases) return null;
  const scaled = {
    ...rows,
    values: rows.values.map((value, at) => (scales[rows.features[at]!]! > 0 ? value / scales[rows.features[at]!]! : 0)),
  };
  const size = rows.width + 1;
  let point = new Float64Array(size);
  point[rows.width] = logOddsOf(events / cases);
  let here = expand(scaled, outcomes, used, penalty, point);
  for (let count = 0; count < mostSteps; count += 1) {
    const lower = cholesky(here.information);
    if (lower === null) break;
    const step = solve(lower, [...here.gradient]);
    let stretch = 1;
    let next = moved(point, step, stretch);
    let there = expand(scaled, outcomes, used, penalty, next);
    while (!(there.value >= here.value - 1e-12 * Math.abs(here.value)) && stretch > 1e-6) {
      stretch /= 2;
      next = moved(point, step, stretch);
      there = expand(scaled, outcomes, used, penalty, next);
    }
    [point, here] = [next, there];
    if (step.every((value) => Math.abs(value * stretch) < smallest)) break;
  }
  return {
    intercept: point[rows.width]!,
    coefficients: Float64Array.from(scales, (scale, feature) => (scale > 0 ? point[feature]! / scale : 0)),
  };
}

export function logOddsOfRow({ starts, features, values }: SparseRows, { intercept, coefficients }: SparseModel, row: number): number {
  let logOdds = intercept;
  for (let at = starts[row]!; at < starts[row + 1]!; at += 1) logOdds += coefficients[features[at]!]! * values[at]!;
  return logOdds;
}

function moved(point: Float64Array, step: readonly number[], stretch: number): Float64Array<ArrayBuffer> {
  return Float64Array.from(point, (value, index) => value + stretch * step[index]!);
}

/** Standard deviations of the features; 0: it does not vary. */
function describe(
  { starts, features, values, width }: SparseRows,
  outcomes: ArrayLike<number>,
  used: Uint8Array,
): { readonly cases: number; readonly events: number; readonly scales: Float64Array } {
  let [cases, events] = [0, 0];
  const [sums, squares] = [new Float64Array(width), new Float64Array(width)];
  for (let row = 0; row < used.length; row += 1) {
    if (used[row] === 0) continue;
    cases += 1;
    events += outcomes[row]!;
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) sums[features[at]!]! += values[at]!;
  }
  const zeros = new Float64Array(width).fill(cases);
  for (let row = 0; row < used.length; row += 1) {
    if (used[row] === 0) continue;
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
      const feature = features[at]!;
      squares[feature]! += (values[at]! - sums[feature]! / cases) ** 2;
      zeros[feature]! -= 1;
    }
  }
  const scales = squares.map((square, feature) => {
    const mean = sums[feature]! / cases;
    const scale = Math.sqrt((square + zeros[feature]! * mean * mean) / cases);
    return scale > 1e-10 * Math.max(1, Math.abs(mean)) ? scale : 0;
  });
  return { cases, events, scales };
}

interface Expanded {
  readonly value: number;
  readonly gradient: Float64Array;
  /** Second derivatives with the sign turned. */
  readonly information: readonly (readonly number[])[];
}

/** Penalised log-likelihood, its slope and curvature; the intercept is the last parameter. */
function expand(rows: SparseRows, outcomes: ArrayLike<number>, used: Uint8Array, penalty: number, point: Float64Array): Expanded {
  const { starts, features, values, width } = rows;
  const size = width + 1;
  const gradient = new Float64Array(size);
  const curvature = new Float64Array(size * size);
  let value = 0;
  for (let row = 0; row < used.length; row += 1) {
    if (used[row] === 0) continue;
    const [start, end] = [starts[row]!, starts[row + 1]!];
    let logOdds = point[width]!;
    for (let at = start; at < end; at += 1) logOdds += point[features[at]!]! * values[at]!;
    const outcome = outcomes[row]!;
    const small = Math.exp(-Math.abs(logOdds));
    value += outcome * logOdds - Math.max(logOdds, 0) - Math.log1p(small);
    const residual = outcome - (logOdds >= 0 ? 1 : small) / (1 + small);
    const weight = small / ((1 + small) * (1 + small));
    gradient[width]! += residual;
    curvature[width * size + width]! += weight;
    for (let at = start; at < end; at += 1) {
      const feature = features[at]!;
      const weighted = weight * values[at]!;
      gradient[feature]! += residual * values[at]!;
      curvature[width * size + feature]! += weighted;
      for (let next = start; next <= at; next += 1) {
        const other = features[next]!;
        curvature[feature > other ? feature * size + other : other * size + feature]! += weighted * values[next]!;
      }
    }
  }
  for (let feature = 0; feature < width; feature += 1) {
    value -= (penalty / 2) * point[feature]! ** 2;
    gradient[feature]! -= penalty * point[feature]!;
    curvature[feature * size + feature]! += penalty;
  }
  const information = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => curvature[Math.max(i, j) * size + Math.min(i, j)]!),
  );
  return { value, gradient, information };
}
