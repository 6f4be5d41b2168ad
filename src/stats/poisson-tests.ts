import { binomial, tailsAt } from './discrete-distribution.ts';

/** Events counted over an exposure (days, customers, …) in the same unit on both sides: a whole number ≥ 0, and a number > 0. */
export interface EventCount {
  readonly count: number;
  readonly exposure: number;
}

export interface PoissonOptions {
  /** Counts the outcome seen half: less cautious, right on average. False unless given. */
  readonly midP?: boolean;
}

/**
 * How often chance alone parts the events at least as unevenly between the two exposures, if the rate is the same: two-sided p, twice the
 * smaller tail. Given the total, the later count is binomial with probability `after.exposure / (both)`. 1 without events. Events that come
 * in bursts make p too small, regular ones too large. Sources: Przyborowski & Wilenski (1940), Biometrika 31, 313-323; twice the smaller tail:
 * Fay (2010), R Journal 2(1), 53-58. Throws a RangeError on a count that is not a whole number ≥ 0 and on an exposure that is not > 0.
 */
export function poissonRatioTest(before: EventCount, after: EventCount, { midP = false }: PoissonOptions = {}): number {
  const { lower, upper, point } = tailsAt(binomial(before.count + after.count, shareOf(before, after)), after.count);
  const half = midP ? point / 2 : 0;
  return Math.min(1, 2 * Math.min(lower - half, upper - half));
}

function shareOf(before: EventCount, after: EventCount): number {
  for (const { count, exposure } of [before, after]) {
    if (!(Number.isSafeInteger(count) && count >= 0)) throw new RangeError(`${count} is no count`);
    if (!(exposure > 0 && exposure < Infinity)) throw new RangeError(`${exposure} is no exposure`);
  }
  return after.exposure / (before.exposure + after.exposure);
}
