import type { Random } from '../../lib/random.ts';

/** A uniform number inside (0, 1): never 0, so its logarithm exists. */
export function drawUniform(random: Random): number {
  return random.next() + 2 ** -33;
}

/** A standard normal number: polar method of G. Marsaglia, T. A. Bray, SIAM Review 6 (1964) 260–264. */
export function drawNormal(random: Random): number {
  for (;;) {
    const x = 2 * drawUniform(random) - 1;
    const y = 2 * drawUniform(random) - 1;
    const square = x * x + y * y;
    if (square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/** A standard exponential number. */
export function drawExponential(random: Random): number {
  return -Math.log(drawUniform(random));
}
