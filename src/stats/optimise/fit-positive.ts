import type { Matrix } from './cholesky.ts';
import { symmetricEigen } from './eigen.ts';
import { type Expansion, maximise, type Maximum } from './maximise.ts';

/** A maximum of a log-likelihood over positive parameters. */
export interface PositiveFit {
  readonly parameters: readonly number[];
  /** Of the parameters, by the delta method from their logarithms; null for one that is unbounded or goes with one that is. */
  readonly standardErrors: readonly (number | null)[];
  /** Covariance of the logarithms of the parameters. Directions that the data do not bound count as fixed. */
  readonly logCovariance: Matrix;
  readonly logLikelihood: number;
  /** The largest slope of the log-likelihood by the logarithm of a parameter, at the solution. */
  readonly gradientNorm: number;
  /** The slope is 0 to rounding, the log-likelihood falls in every direction, and no parameter is on its way to 0 or infinity. */
  readonly converged: boolean;
  /** The parameters that the data do not bound. */
  readonly unbounded: readonly Unbounded[];
}

export interface Unbounded {
  readonly index: number;
  /** Where the likelihood still rises or is flat; `unknown` where the parameter stays finite but may as well be fifty times as large. */
  readonly toward: 'zero' | 'infinity' | 'unknown';
}

export interface PositiveProblem {
  /** The log-likelihood with its derivatives by the parameters themselves. */
  expand(parameters: readonly number[]): Expansion;
  readonly starts: readonly (readonly number[])[];
  /** Weight of the data, in observations: the search works on the mean log-likelihood. */
  readonly observations: number;
}

/** Parameters of data that are scaled to 1 lie well inside; what runs here runs to 0 or infinity. */
const farthest = Math.log(1e5);
/** Slope of the mean log-likelihood from which on a point counts as a maximum. */
const flatEnough = 1e-8;
/** A standard error of a logarithm above this: the 95% interval spans a factor of fifty either way. */
const widest = 2;
/** A parameter belongs to a direction of length 1 when it has this share in it. */
const share = 0.1;
/** With a larger share than this in a direction without a bound, a parameter has no standard error of its own. */
const free = 0.01;
/** A logarithm this far from that of a start is on its way. */
const far = Math.log(100);

/**
 * Searches the logarithms from every start and keeps the best maximum. Data must be scaled so that parameters are of size 1. null where
 * the log-likelihood is finite at no start.
 */
export function fitPositive(problem: PositiveProblem): PositiveFit | null {
  const { observations, starts } = problem;
  const mean = (logs: readonly number[]): Expansion => meanOfLogs(problem.expand(logs.map(Math.exp)), logs, observations);
  const bounds = { low: starts[0]!.map(() => -farthest), high: starts[0]!.map(() => farthest) };
  const best = starts
    .map((start) => maximise(mean, start.map(Math.log), bounds))
    .reduce((first, second) => (first.value >= second.value ? first : second));
  return Number.isFinite(best.value) ? judge(best, observations) : null;
}

/** From derivatives by the parameters to derivatives by their logarithms, for the mean observation. */
function meanOfLogs({ value, gradient, hessian }: Expansion, logs: readonly number[], observations: number): Expansion {
  const parameters = logs.map(Math.exp);
  const slope = gradient.map((one, i) => (one * parameters[i]!) / observations);
  return {
    value: value / observations,
    gradient: slope,
    hessian: hessian.map((row, i) =>
      row.map((one, j) => (one * parameters[i]! * parameters[j]!) / observations + (i === j ? slope[i]! : 0)),
    ),
  };
}

function judge({ point, value, hessian, slope, atBound }: Maximum, observations: number): PositiveFit {
  const parameters = point.map(Math.exp);
  const directions = symmetricEigen(hessian.map((row) => row.map((one) => -one * observations)));
  const flat = directions.filter(({ value: curvature }) => !(curvature > 1 / widest ** 2));
  const unbounded = point.flatMap((log, index): Unbounded[] => {
    if (!atBound[index]! && !flat.some(({ vector }) => Math.abs(vector[index]!) > share)) return [];
    return [{ index, toward: Math.abs(log) < far ? 'unknown' : log > 0 ? 'infinity' : 'zero' }];
  });
  const steep = directions.filter((direction) => !flat.includes(direction));
  const logCovariance = point.map((_, i) =>
    point.map((__, j) => steep.reduce((sum, { value: curvature, vector }) => sum + (vector[i]! * vector[j]!) / curvature, 0)),
  );
  return {
    parameters,
    standardErrors: parameters.map((one, index) =>
      atBound[index]! || flat.some(({ vector }) => Math.abs(vector[index]!) > free) ? null : one * Math.sqrt(logCovariance[index]![index]!),
    ),
    logCovariance,
    logLikelihood: value * observations,
    gradientNorm: slope * observations,
    converged: slope <= flatEnough && directions.every((one) => one.value > 0) && unbounded.every((one) => one.toward === 'unknown'),
    unbounded,
  };
}
