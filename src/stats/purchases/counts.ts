import { logBeta } from '../special/gamma.ts';

/**
 * How many purchases N a customer makes within a horizon whose rate is gamma distributed with this shape and rate (1/time):
 * negative binomial, P(N = n) = Γ(shape + n) / (Γ(shape) n!) · (1 − w)^shape · w^n with w = horizon / (rate + horizon).
 */
export interface MixedCount {
  readonly shape: number;
  readonly rate: number;
}

/** P(N = n). */
export function probabilityOfMixedCount({ shape, rate }: MixedCount, n: number, horizon: number): number {
  if (horizon === 0) return n === 0 ? 1 : 0;
  const orderings = n === 0 ? 0 : -Math.log(n) - logBeta(shape, n);
  return Math.exp(orderings - shape * Math.log1p(horizon / rate) - n * Math.log1p(rate / horizon));
}

/** P(N ≥ n) = I_w(n, shape), the regularised incomplete beta function (DLMF 8.17.5, 8.17.24), summed from its smaller side. */
export function probabilityOfAtLeast(mixed: MixedCount, n: number, horizon: number): number {
  if (n === 0) return 1;
  if (horizon === 0) return 0;
  const mean = (mixed.shape * horizon) / mixed.rate;
  const share = horizon / (mixed.rate + horizon);
  let term = probabilityOfMixedCount(mixed, n, horizon);
  if (n <= mean) {
    let below = 0;
    for (let index = n; index > 0; index -= 1) {
      term *= index / ((mixed.shape + index - 1) * share);
      below += term;
    }
    return Math.max(0, 1 - below);
  }
  let sum = term;
  for (let index = n; term > 1e-17 * sum; index += 1) {
    term *= ((mixed.shape + index) * share) / (index + 1);
    sum += term;
  }
  return Math.min(1, sum);
}
