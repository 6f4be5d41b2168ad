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

export interface RateRatio {
  /** Rate after by rate before; null where there was no event before. */
  readonly ratio: number | null;
  readonly low: number;
  /** Null: no upper bound. */
  readonly high: number | null;
}

/**
 * How often chance alone parts the events at least as unevenly between the two exposures, if the rate is the same: two-sided p, twice the
 * smaller tail. Given the total, the later count is binomial with probability `after.exposure / (both)`. 1 without events. Events that come
 * in bursts make p too small, regular ones too large. Sources: Przyborowski & Wilenski (1940), Biometrika 31, 313-323; twice the smaller tail,
 * so that the test and the interval below always agree: Fay (2010), R Journal 2(1), 53-58. Throws a RangeError on a count that is not a whole
 * number ≥ 0 and on an exposure that is not > 0.
 */
export function poissonRatioTest(before: EventCount, after: EventCount, { midP = false }: PoissonOptions = {}): number {
  const { lower, upper, point } = tailsAt(binomial(before.count + after.count, shareOf(before, after)), after.count);
  const half = midP ? point / 2 : 0;
  return Math.min(1, 2 * Math.min(lower - half, upper - half));
}

/**
 * Rate after by rate before with the interval of the same test: Clopper-Pearson (or its mid-p form) on the binomial share. Without any event
 * nothing is known: ratio null, 0 to no bound. Errors as in the test.
 */
export function poissonRateRatio(
  before: EventCount,
  after: EventCount,
  { midP = false, level = 0.95 }: PoissonOptions & { readonly level?: number } = {},
): RateRatio {
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, not ${level}`);
  const share = shareOf(before, after);
  const total = before.count + after.count;
  const upperTail = (probability: number) => {
    const { upper, point } = tailsAt(binomial(total, probability), after.count);
    return upper - (midP ? point / 2 : 0);
  };
  const ratioAt = (probability: number) => (probability / (1 - probability)) * ((1 - share) / share);
  const outside = (1 - level) / 2;
  // The upper tail grows with the probability; the lower one is what it leaves, but for the point that both hold.
  const lowerTail = (probability: number) =>
    1 - upperTail(probability) + (midP ? 0 : tailsAt(binomial(total, probability), after.count).point);
  return {
    ratio: before.count === 0 ? null : after.count / after.exposure / (before.count / before.exposure),
    low: after.count === 0 ? 0 : ratioAt(crossing((probability) => upperTail(probability) >= outside)),
    high: before.count === 0 ? null : ratioAt(crossing((probability) => lowerTail(probability) <= outside)),
  };
}

function shareOf(before: EventCount, after: EventCount): number {
  for (const { count, exposure } of [before, after]) {
    if (!(Number.isSafeInteger(count) && count >= 0)) throw new RangeError(`${count} is no count`);
    if (!(exposure > 0 && exposure < Infinity)) throw new RangeError(`${exposure} is no exposure`);
  }
  return after.exposure / (before.exposure + after.exposure);
}

/** Smallest probability at which a condition that never turns back holds, by bisection down to neighbouring doubles or 2⁻⁶⁰. */
function crossing(holds: (probability: number) => boolean): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
