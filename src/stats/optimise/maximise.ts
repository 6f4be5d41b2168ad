import { cholesky, type Matrix, solve } from './cholesky.ts';

/** A function's value, gradient and second derivatives at a point. */
export interface Expansion {
  readonly value: number;
  readonly gradient: readonly number[];
  readonly hessian: Matrix;
}

export interface Bounds {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface Maximum extends Expansion {
  readonly point: readonly number[];
  /** Coordinates that lie on a bound and would go on beyond it. */
  readonly atBound: readonly boolean[];
  /** The largest slope among the coordinates that are free. */
  readonly slope: number;
}

const mostSteps = 200;
/** A slope at which another step changes no digit that matters, for functions and coordinates of size 1. */
const steepest = 1e-12;
const mostDamping = 1e8;
/** Near a maximum Newton's method needs two or three steps that gain so little; more of them mean a slope that only flattens out. */
const gain = 1e-9;
const mostIdle = 5;
/** The longest step in one coordinate. */
const longest = 2;

/**
 * The maximum of a smooth function inside bounds by Newton's method, damped where the function is not concave or a step does not
 * help (Levenberg 1944; Nocedal & Wright, Numerical Optimization, 2006, section 4.3). The function should be of size about 1, as a
 * mean log-likelihood is. A point whose value is not finite is never taken. Never throws: what was reached is for the caller to judge.
 */
export function maximise(f: (point: readonly number[]) => Expansion, start: readonly number[], bounds: Bounds): Maximum {
  let here = describe(f, inside(start, bounds), bounds);
  let damping = 0.01;
  let idle = 0;
  for (let step = 0; step < mostSteps && here.slope > steepest && idle < mostIdle; step += 1) {
    const next = improve(f, here, bounds, damping);
    if (next === null) break;
    idle = next.at.value - here.value < gain ? idle + 1 : 0;
    here = next.at;
    damping = next.damping < 1e-9 ? 0 : next.damping / 10;
  }
  return here;
}

function describe(f: (point: readonly number[]) => Expansion, point: readonly number[], bounds: Bounds): Maximum {
  const expansion = f(point);
  const atBound = point.map((value, index) => {
    const slope = expansion.gradient[index]!;
    return (value <= bounds.low[index]! && slope < 0) || (value >= bounds.high[index]! && slope > 0);
  });
  const slope = Math.max(0, ...expansion.gradient.map((value, index) => (atBound[index]! ? 0 : Math.abs(value))));
  return { ...expansion, point, atBound, slope: Number.isFinite(expansion.value) ? slope : Infinity };
}

function inside(point: readonly number[], { low, high }: Bounds): number[] {
  return point.map((value, index) => Math.min(high[index]!, Math.max(low[index]!, value)));
}

/** The next point and the damping it took; null when no step helps. */
function improve(
  f: (point: readonly number[]) => Expansion,
  here: Maximum,
  bounds: Bounds,
  start: number,
): { at: Maximum; damping: number } | null {
  for (let damping = start; damping <= mostDamping; damping = Math.max(damping * 4, 1e-6)) {
    const step = dampedStep(here, damping);
    if (step === null) continue;
    const stretch = Math.min(1, longest / Math.max(...step.map(Math.abs)));
    const moved = here.point.map((value, index) => value + stretch * step[index]!);
    const at = describe(f, inside(moved, bounds), bounds);
    const noise = 1e-14 * (1 + Math.abs(here.value));
    if (at.value > here.value + noise || (at.value >= here.value - noise && at.slope < here.slope / 2)) return { at, damping };
  }
  return null;
}

/** Solves (damping · I − H) step = gradient over the free coordinates; null when the matrix is not positive definite. */
function dampedStep({ gradient, hessian, atBound }: Maximum, damping: number): number[] | null {
  const matrix = hessian.map((row, i) =>
    row.map((value, j) => (i === j ? (atBound[i]! ? 1 : damping - value) : atBound[i]! || atBound[j]! ? 0 : -value)),
  );
  const lower = cholesky(matrix);
  if (lower === null) return null;
  return solve(
    lower,
    gradient.map((value, index) => (atBound[index]! ? 0 : value)),
  );
}
