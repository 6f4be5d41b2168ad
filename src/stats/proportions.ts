import { hypergeometric } from './discrete-distribution.ts';
import { differenceInterval } from './difference-interval.ts';
import { normalDistribution } from './normal.ts';
import { wilson, type Interval } from './wilson.ts';

/** `successes` of `trials`, 0 ≤ successes ≤ trials: whole numbers, but where an effective number of trials is said to do. */
export interface Proportion {
  readonly successes: number;
  readonly trials: number;
}

export interface ProportionComparison {
  /** Rate of the second less that of the first, in [-1, 1]. */
  readonly difference: number;
  /** Newcombe's. */
  readonly interval: Interval;
  /** Two-sided: how often chance alone would give a difference at least as unlikely, if both had the same rate. */
  readonly p: number;
  readonly test: 'score' | 'fisher';
}

/**
 * Compares two independent proportions. The p-value is Fisher's where a cell of the table expects fewer than five, else that
 * of the score test. Null where one of them has no trials. Throws a RangeError on counts that are no proportion.
 */
export function compareProportions(first: Proportion, second: Proportion, level = 0.95): ProportionComparison | null {
  const interval = newcombeDifference(first, second, level);
  if (interval === null) return null;
  const difference = second.successes / second.trials - first.successes / first.trials;
  const few = expectsFew(first, second);
  const p = few ? fisherExactTest(first, second) : twoProportionScoreTest(first, second)!.p;
  return { difference, interval, p, test: few ? 'fisher' : 'score' };
}

/**
 * Score test of equal rates: z (positive where the second is higher) and its two-sided p; z² is Pearson's chi-square without correction.
 * Where all or none succeeded in both there is no difference to test: z = 0, p = 1. Null without trials on one side. Numbers need not be
 * whole.
 */
export function twoProportionScoreTest(first: Proportion, second: Proportion): { z: number; p: number } | null {
  check(first);
  check(second);
  if (first.trials === 0 || second.trials === 0) return null;
  const pooled = (first.successes + second.successes) / (first.trials + second.trials);
  const variance = pooled * (1 - pooled) * (1 / first.trials + 1 / second.trials);
  if (variance === 0) return { z: 0, p: 1 };
  const z = (second.successes / second.trials - first.successes / first.trials) / Math.sqrt(variance);
  return { z, p: 2 * normalDistribution(-Math.abs(z)) };
}

/**
 * Fisher's exact test, two-sided: the probability, with both margins fixed, of all tables that are no likelier than the one seen. 1 where a
 * margin is empty. Source: Fisher (1935); tables count as equally likely within 1e-7, as R's fisher.test has it.
 */
export function fisherExactTest(first: Proportion, second: Proportion): number {
  checkWhole(first);
  checkWhole(second);
  const successes = first.successes + second.successes;
  const { first: lowest, probabilities } = hypergeometric(first.trials, successes, first.trials + second.trials);
  const observed = probabilities[first.successes - lowest] ?? 0;
  const limit = observed * (1 + 1e-7);
  return Math.min(
    1,
    probabilities.reduce((sum, probability) => (probability <= limit ? sum + probability : sum), 0),
  );
}

/**
 * Interval of the second rate less the first from their Wilson intervals, within [-1, 1]; it holds the difference. Null without trials on
 * one side. Source: Newcombe (1998), Statistics in Medicine 17, 873-890, method 10.
 */
export function newcombeDifference(first: Proportion, second: Proportion, level = 0.95): Interval | null {
  check(first);
  check(second);
  const before = wilson(first.successes, first.trials, level);
  const after = wilson(second.successes, second.trials, level);
  if (before === null || after === null) return null;
  return differenceInterval(
    { value: first.successes / first.trials, interval: before },
    { value: second.successes / second.trials, interval: after },
  );
}

/** Whether a cell of the table expects fewer than five, so that only an exact test holds: Cochran (1954). */
export function expectsFew(first: Proportion, second: Proportion): boolean {
  const successes = first.successes + second.successes;
  const all = first.trials + second.trials;
  return (Math.min(first.trials, second.trials) * Math.min(successes, all - successes)) / all < 5;
}

function check({ successes, trials }: Proportion): void {
  if (!(successes >= 0 && successes <= trials && trials < Infinity)) throw new RangeError(`${successes} of ${trials} is no proportion`);
}

function checkWhole(proportion: Proportion): void {
  check(proportion);
  const { successes, trials } = proportion;
  if (!Number.isSafeInteger(successes) || !Number.isSafeInteger(trials)) throw new RangeError(`${successes} of ${trials} is no count`);
}
