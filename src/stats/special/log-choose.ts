import { logBeta } from './gamma.ts';

/** Natural logarithm of how many ways there are to choose k of n; 0 ≤ k ≤ n. */
export function logChoose(n: number, k: number): number {
  return -Math.log(n + 1) - logBeta(k + 1, n - k + 1);
}
