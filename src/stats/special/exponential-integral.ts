import { integrate } from './double-exponential.ts';

/** exp(−745) is the smallest double. */
const smallestExponent = 745;

/**
 * e^z · E_s(z) = ∫₀^∞ e^(−zv) (1 + v)^(−s) dv for z > 0 and any s, with E_s the generalised exponential integral; it equals Tricomi's
 * Ψ(1, 2 − s; z) = z^(s−1) Ψ(s, s; z). DLMF 8.19.2 and 8.19.4, 13.4.4, 13.2.40.
 */
export function scaledExponentialIntegral(s: number, z: number): number {
  // 1 + v = e^y
  const end = Math.log1p(smallestExponent / z);
  return integrate((y) => Math.exp((1 - s) * y - z * Math.expm1(y)), end);
}
