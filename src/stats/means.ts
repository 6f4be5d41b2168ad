import { studentBelow, studentQuantile } from './student.ts';
import type { Interval } from './wilson.ts';

/** What a mean and its spread are made of: how many values, their sum, and the sum of their squares. */
export interface Moments {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

/** Interval of a mean by Student's t; null with fewer than two values and where they do not vary: chance remains, but the values do not tell how much. */
export function meanInterval(moments: Moments, level = 0.95): Interval | null {
  const variance = varianceOf(moments);
  if (variance === null || variance === 0) return null;
  const { n, sum } = moments;
  const margin = studentQuantile(0.5 + level / 2, n - 1) * Math.sqrt(variance / n);
  return { low: sum / n - margin, high: sum / n + margin };
}

export interface MeanDifference {
  /** The second mean less the first. */
  readonly difference: number;
  readonly interval: Interval;
  /** Two-sided, of no difference. */
  readonly p: number;
}

/**
 * Two independent means against each other, whatever their spreads; null where one side has fewer than two values or neither varies. Source:
 * Welch (1947), Biometrika 34, 28-35.
 */
export function compareMeans(first: Moments, second: Moments, level = 0.95): MeanDifference | null {
  const [before, after] = [varianceOf(first), varianceOf(second)];
  if (before === null || after === null || before + after === 0) return null;
  const [one, other] = [before / first.n, after / second.n];
  const error = Math.sqrt(one + other);
  const degrees = (one + other) ** 2 / (one ** 2 / (first.n - 1) + other ** 2 / (second.n - 1));
  const difference = second.sum / second.n - first.sum / first.n;
  const margin = studentQuantile(0.5 + level / 2, degrees) * error;
  return {
    difference,
    interval: { low: difference - margin, high: difference + margin },
    p: Math.min(1, 2 * studentBelow(-Math.abs(difference / error), degrees)),
  };
}

function varianceOf({ n, sum, squares }: Moments): number | null {
  return n < 2 ? null : Math.max(0, squares - (sum * sum) / n) / (n - 1);
}
