import { hypergeometric, tailsAt } from './discrete-distribution.ts';
import { logChoose } from './special/log-choose.ts';

/** Draws without return from `size` of which `marked` are marked. */
export interface Urn {
  readonly draws: number;
  readonly marked: number;
  readonly size: number;
}

/**
 * The chance of at least `count` marked ones, relative error below 1e-10. In the tail only its own terms are added, so that thousands of tests
 * take little time. Throws a RangeError on numbers that do not fit each other.
 */
export function hypergeometricUpperTail(count: number, { draws, marked, size }: Urn): number {
  const mode = Math.floor(((draws + 1) * (marked + 1)) / (size + 2));
  const high = Math.min(draws, marked);
  if (count <= mode || count > high) return tailsAt(hypergeometric(draws, marked, size), count).upper;
  const unmarked = size - marked;
  let term = 1;
  let sum = 1;
  for (let k = count; k < high && term > sum * 1e-17; k += 1) {
    term *= ((draws - k) / (k + 1)) * ((marked - k) / (unmarked - draws + k + 1));
    sum += term;
  }
  return Math.exp(logChoose(marked, count) + logChoose(unmarked, draws - count) - logChoose(size, draws)) * sum;
}
