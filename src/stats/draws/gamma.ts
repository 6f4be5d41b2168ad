import type { Random } from '../../lib/random.ts';
import { drawNormal, drawUniform } from './normal.ts';

/**
 * The logarithm of a gamma distributed number of scale 1, for shape > 0; the number itself may be too small for a double.
 * G. Marsaglia, W. W. Tsang, "A simple method for generating gamma variables", ACM TOMS 26(3), 2000, 363–372.
 */
export function drawLogGamma(shape: number, random: Random): number {
  // Below 1: the number for shape + 1 times a uniform number to the power 1/shape.
  if (shape < 1) return drawLogGamma(shape + 1, random) + Math.log(drawUniform(random)) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = drawUniform(random);
    if (u < 1 - 0.0331 * x * x * x * x) return Math.log(d * v);
    if (Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) return Math.log(d * v);
  }
}

/** A gamma distributed number of this shape and rate (1 / scale), both > 0. */
export function drawGamma(shape: number, rate: number, random: Random): number {
  return Math.exp(drawLogGamma(shape, random)) / rate;
}
