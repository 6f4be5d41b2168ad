import type { Estimate } from './estimate.ts';
import type { Interval } from './wilson.ts';

/**
 * Interval of the second of two independent probabilities less the first, from their own intervals, within [-1, 1]; it holds the difference.
 * Source: Newcombe (1998), Statistics in Medicine 17, 873-890, method 10, for any intervals: Zou & Donner (2008), Statistics in Medicine 27,
 * 1693-1702.
 */
export function differenceInterval(first: Estimate, second: Estimate): Interval {
  const difference = second.value - first.value;
  return {
    low: Math.max(-1, difference - rootOfSquares(second.value - second.interval.low, first.interval.high - first.value)),
    high: Math.min(1, difference + rootOfSquares(second.interval.high - second.value, first.value - first.interval.low)),
  };
}

/** Not Math.hypot, whose last digit is left to the engine. */
function rootOfSquares(a: number, b: number): number {
  return Math.sqrt(a * a + b * b);
}
