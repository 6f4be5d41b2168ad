export interface Discounting {
  /** How many periods to look ahead. */
  readonly periods: number;
  /** Length of one period in the time unit of `expected`. */
  readonly periodLength: number;
  /** Discount per period: what happens in period i counts 1 / (1 + rate)^i. */
  readonly rate: number;
}

/**
 * Expected purchases of the coming periods, each discounted from the end of its period; times the value of a purchase it is the
 * residual lifetime value over the horizon (nothing of the past is in it). `expected(t)` are the purchases expected in the time t
 * from now. Throws a RangeError unless periods is a whole number ≥ 0, the length positive and the rate above −1.
 */
export function discountedPurchases(expected: (horizon: number) => number, { periods, periodLength, rate }: Discounting): number {
  if (!(Number.isInteger(periods) && periods >= 0)) throw new RangeError(`${periods} is no number of periods`);
  if (!(periodLength > 0)) throw new RangeError(`a period of length ${periodLength}`);
  if (!(rate > -1 && Number.isFinite(rate))) throw new RangeError(`${rate} is no discount rate`);
  let sum = 0;
  let before = 0;
  for (let period = 1; period <= periods; period += 1) {
    const until = expected(period * periodLength);
    sum += (until - before) * (1 + rate) ** -period;
    before = until;
  }
  return sum;
}
