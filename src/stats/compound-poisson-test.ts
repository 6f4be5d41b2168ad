import type { Random } from '../lib/random.ts';

/** Amounts of the events (orders) within an exposure > 0 in the same unit on both sides. */
export interface AmountsInWindow {
  readonly amounts: ArrayLike<number>;
  readonly exposure: number;
}

export interface TotalsComparison {
  readonly before: number;
  readonly after: number;
  /** Two-sided, never 0. */
  readonly p: number;
  readonly method: 'exact' | 'simulated';
}

const exactUpTo = 12;
const enoughExtremes = 20;

/**
 * Did the total per time change more than chance allows? If events and amounts came from one unchanging process, each event with its amount
 * would fall in the later window with probability `after.exposure / (both)`, whatever the amounts look like: no distribution is assumed, one
 * huge order cannot fake a trend, and negative amounts (returns) are allowed. All 2ⁿ ways up to n = 12 events, beyond that draws from
 * `random`, at most `draws`, fewer once chance is plainly enough. The p is twice the smaller tail; with few events it cannot be small, and
 * that is the truth. It sees a change in frequency and one in size; with equal amounts it is the exact Poisson test. Null without events.
 * Sources: conditional uniformity of a Poisson process; Fisher's randomisation principle; Besag & Clifford (1991), Biometrika 78, 301-304,
 * for stopping; Phipson & Smyth (2010), SAGMB 9(1) 39, for (b + 1) / (m + 1). Throws a RangeError on amounts that are not finite.
 */
export function compareTotals(before: AmountsInWindow, after: AmountsInWindow, random: Random, draws = 9999): TotalsComparison | null {
  const amounts = Float64Array.from([...Array.from(before.amounts), ...Array.from(after.amounts)]);
  if (!amounts.every(Number.isFinite)) throw new RangeError('an amount is not finite');
  if (![before.exposure, after.exposure].every((exposure) => exposure > 0 && exposure < Infinity)) {
    throw new RangeError(`exposures ${before.exposure} and ${after.exposure} are not both above 0`);
  }
  if (amounts.length === 0) return null;
  const observed = sum(amounts.subarray(before.amounts.length));
  const share = after.exposure / (before.exposure + after.exposure);
  // Sums that differ by rounding alone are equal.
  const slack = 1e-12 * amounts.reduce((total, amount) => total + Math.abs(amount), 0);
  const exact = amounts.length <= exactUpTo;
  const tail = exact
    ? exactTail(amounts, share, observed - slack, observed + slack)
    : simulatedTail(amounts, share, observed - slack, observed + slack, random, draws);
  return {
    before: sum(amounts.subarray(0, before.amounts.length)),
    after: observed,
    p: Math.min(1, 2 * tail),
    method: exact ? 'exact' : 'simulated',
  };
}

function exactTail(amounts: Float64Array, share: number, low: number, high: number): number {
  let lower = 0;
  let upper = 0;
  const visit = (index: number, total: number, probability: number) => {
    if (index === amounts.length) {
      if (total <= high) lower += probability;
      if (total >= low) upper += probability;
      return;
    }
    visit(index + 1, total, probability * (1 - share));
    visit(index + 1, total + amounts[index]!, probability * share);
  };
  visit(0, 0, 1);
  return Math.min(lower, upper);
}

function simulatedTail(amounts: Float64Array, share: number, low: number, high: number, random: Random, draws: number): number {
  let lower = 0;
  let upper = 0;
  for (let draw = 1; draw <= draws; draw += 1) {
    let total = 0;
    for (const amount of amounts) if (random.next() < share) total += amount;
    if (total <= high) lower += 1;
    if (total >= low) upper += 1;
    if (Math.min(lower, upper) >= enoughExtremes) return enoughExtremes / draw;
  }
  return (Math.min(lower, upper) + 1) / (draws + 1);
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
