import { createRandom } from '../../../lib/random.ts';
import { bootstrap, differenceOf, type Statistic } from '../../../stats/bootstrap.ts';
import { compareProportions } from '../../../stats/proportions.ts';

/** Whether a difference is more than chance; null where the data cannot tell. */
export interface TestResult {
  /** Two-sided. */
  readonly p: number | null;
  /** 95% interval of the difference, after less before. */
  readonly low: number | null;
  readonly high: number | null;
  readonly test: 'bootstrap' | 'score' | 'fisher';
}

/** Fixed: the same files give the same figures. */
const seed = 20_261_121;

const replicates = 1999;

/** With fewer customers than this the bootstrap is too narrow. */
const leastCustomers = 20;

/** The figures of a period by group of customers: a sum, or a sum divided by another. */
export interface Sums {
  readonly numerator: Float64Array;
  /** Null: the sum is divided by `days` alone. */
  readonly denominator: Float64Array | null;
  /** 1 where periods are compared as they are. */
  readonly days: number;
}

/** Draws groups of customers, each with what it brought in both periods. `customers` are those who ordered in either. */
export function testSums(label: string, before: Sums, after: Sums, customers: number): TestResult {
  if (same(before, after)) return { p: 1, low: 0, high: 0, test: 'bootstrap' };
  const unknown: TestResult = { p: null, low: null, high: null, test: 'bootstrap' };
  if (customers < leastCustomers) return unknown;
  const found = bootstrap(before.numerator.length, differenceOf(statistic(before), statistic(after)), {
    random: createRandom(seed, label),
    replicates,
  });
  if (found === null) return unknown;
  // All customers changed by the same: no sample differs from another.
  if (found.interval === null && found.replicates === replicates) {
    return { p: found.estimate === 0 ? 1 : 1 / (replicates + 1), low: found.estimate, high: found.estimate, test: 'bootstrap' };
  }
  return { p: found.pOfZero, low: found.interval?.low ?? null, high: found.interval?.high ?? null, test: 'bootstrap' };
}

/** Twelve digits, so that what differs by rounding alone is equal. */
function statistic({ numerator, denominator, days }: Sums): Statistic {
  return (counts) => {
    let above = 0;
    let below = denominator === null ? days : 0;
    for (let group = 0; group < counts.length; group += 1) {
      const count = counts[group]!;
      if (count === 0) continue;
      above += count * numerator[group]!;
      if (denominator !== null) below += count * denominator[group]!;
    }
    return below === 0 ? null : Number((above / below).toPrecision(12));
  };
}

function same(before: Sums, after: Sums): boolean {
  const equal = (one: Float64Array | null, other: Float64Array | null): boolean =>
    one === other || (one !== null && other !== null && one.every((value, group) => value === other[group]));
  return before.days === after.days && equal(before.numerator, after.numerator) && equal(before.denominator, after.denominator);
}

export interface Counted {
  readonly count: number;
  /** Trials. */
  readonly of: number;
}

/** Two proportions. */
export function testRates(before: Counted, after: Counted): TestResult {
  const found = compareProportions({ successes: before.count, trials: before.of }, { successes: after.count, trials: after.of });
  if (found === null) return { p: null, low: null, high: null, test: 'score' };
  return { p: found.p, low: found.interval.low, high: found.interval.high, test: found.test };
}
