import type { Random } from '../../lib/random.ts';
import { logGamma } from '../special/gamma.ts';
import { drawUniform } from './normal.ts';

/** A Poisson distributed whole number of this mean, 0 ≤ mean < 1e15. */
export function drawPoisson(mean: number, random: Random): number {
  return mean < 10 ? countUp(mean, random) : transformed(mean, random);
}

/** Inverts the distribution function from 0 upwards. */
function countUp(mean: number, random: Random): number {
  let left = drawUniform(random);
  let probability = Math.exp(-mean);
  let count = 0;
  while (left > probability && count < 200) {
    left -= probability;
    count += 1;
    probability *= mean / count;
  }
  return count;
}

/** Algorithm PTRS with its constants: W. Hörmann, Insurance: Mathematics and Economics 12 (1993) 39–45. For means from 10. */
function transformed(mean: number, random: Random): number {
  const logMean = Math.log(mean);
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const quick = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = drawUniform(random) - 0.5;
    const v = drawUniform(random);
    const us = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= quick) return count;
    if (count < 0 || (us < 0.013 && v > us)) continue;
    if (Math.log((v * inverseAlpha) / (a / (us * us) + b)) <= count * logMean - mean - logGamma(count + 1)) return count;
  }
}
