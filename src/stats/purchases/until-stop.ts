import { integrate } from '../special/double-exponential.ts';
import { logBeta } from '../special/gamma.ts';
import type { MixedCount } from './counts.ts';

/** Above this many terms the integral is faster than the sum. */
const mostTerms = 4000;

/**
 * The expectation of min(N, G): N a mixed count, G the number of the purchase after which the customer stops, each with the same
 * probability p, which is distributed Beta(stop, stay) over the customers. The sum over N has positive terms only, so it stays exact
 * where the closed form (Fader, Hardie & Lee 2005, eq. 10) divides 0 by 0 (stop = 1) or leaves the domain of ₂F₁ (a + b + x ≤ 1).
 */
export function expectedUntilStop(mixed: MixedCount, stop: number, stay: number, horizon: number): number {
  if (horizon === 0) return 0;
  const mean = (mixed.shape * horizon) / mixed.rate;
  const terms = 40 * (1 + horizon / mixed.rate) + mean + 12 * Math.sqrt(mean * (1 + horizon / mixed.rate));
  return terms < mostTerms ? sumUntilStop(mixed, stop, stay, horizon) : integrateUntilStop(mixed, stop, stay, horizon);
}

/** Σ P(N = n) · Σ_{i<n} E[(1 − p)^i], with E[(1 − p)^i] = (stay)_i / (stop + stay)_i. */
export function sumUntilStop({ shape, rate }: MixedCount, stop: number, stay: number, horizon: number): number {
  const share = horizon / (rate + horizon);
  let weight = 1;
  let total = 1;
  let survived = 1;
  let purchases = 0;
  let sum = 0;
  for (let n = 0; ; n += 1) {
    const ratio = ((shape + n) * share) / (n + 1);
    weight *= ratio;
    total += weight;
    purchases += survived;
    survived *= (stay + n) / (stop + stay + n);
    sum += weight * purchases;
    const slack = 1 - Math.max(ratio, share);
    if (slack > 0 && weight * purchases < 1e-17 * sum * slack * slack) return sum / total;
    if (total > 1e250) [weight, total, sum] = [weight * 1e-250, total * 1e-250, sum * 1e-250];
  }
}

/** E[(1 − (1 + p · horizon / rate)^−shape) / p] over p ~ Beta(stop, stay). */
export function integrateUntilStop({ shape, rate }: MixedCount, stop: number, stay: number, horizon: number): number {
  const scale = horizon / rate;
  return expectationOverBeta(stop, stay, (p) => (p * scale < 1e-12 ? shape * scale : -Math.expm1(-shape * Math.log1p(p * scale)) / p));
}

/** E[f(p)] over p ~ Beta(a, b), for a smooth f. */
function expectationOverBeta(a: number, b: number, f: (p: number) => number): number {
  const logNorm = logBeta(a, b);
  if (a < 1 || b < 1) return lowerHalf(a, b, f, logNorm) + lowerHalf(b, a, (q) => f(1 - q), logNorm);
  // Over y = ln(p / (1 − p)), as far as the density is above e^−80 of its peak.
  const middle = Math.log(a / b);
  const reach = 12 * Math.sqrt(1 / a + 1 / b);
  const [below, above] = [reach + 80 / a, reach + 80 / b];
  return integrate((fromStart) => {
    const y = middle - below + fromStart;
    const logP = -Math.log1p(Math.exp(-y));
    return f(Math.exp(logP)) * Math.exp(a * logP - b * Math.log1p(Math.exp(y)) - logNorm);
  }, below + above);
}

/** The part of p < ½, over u = p^min(a, 1): no p near 0 is lost. */
function lowerHalf(a: number, b: number, f: (p: number) => number, logNorm: number): number {
  const power = Math.min(a, 1);
  return integrate((u) => {
    const logP = Math.log(u) / power;
    const p = Math.exp(logP);
    return f(p) * Math.exp((a - power) * logP + (b - 1) * Math.log1p(-p) - logNorm - Math.log(power));
  }, 0.5 ** power);
}
