import type { Random } from '../../lib/random.ts';
import { drawGamma, drawLogGamma } from '../draws/gamma.ts';
import { drawExponential, drawUniform } from '../draws/normal.ts';
import { drawPoisson } from '../draws/poisson.ts';

/** Up to this mean the distribution function is inverted by counting up; above, the rate is drawn first. */
const countedUp = 200;
/** More purchases than any customer makes: keeps counts exact whole numbers, and ends the walk along a long tail. */
const mostPurchases = 1e12;
const longestWalk = 1e5;

/** Purchases within the horizon at a rate drawn from Gamma(shape, rate). */
export function drawMixedCount(shape: number, rate: number, horizon: number, random: Random): number {
  if ((shape * horizon) / rate > countedUp) return drawRateFirst(shape, rate, horizon, random);
  const share = horizon / (rate + horizon);
  let left = drawUniform(random);
  let probability = Math.exp(-shape * Math.log1p(horizon / rate));
  let count = 0;
  while (left > probability && count < longestWalk) {
    left -= probability;
    probability *= ((shape + count) * share) / (count + 1);
    count += 1;
  }
  return count;
}

function drawRateFirst(shape: number, rate: number, horizon: number, random: Random): number {
  return drawPoisson(Math.min(mostPurchases, drawGamma(shape, rate, random) * horizon), random);
}

/** The same for a customer who stops after each purchase with a probability drawn from Beta(stop, stay). */
export function drawStopCount(
  shape: number,
  rate: number,
  { stop, stay }: { stop: number; stay: number },
  horizon: number,
  random: Random,
): number {
  if ((shape * horizon) / rate > countedUp) return Math.min(drawRateFirst(shape, rate, horizon, random), drawStop(stop, stay, random));
  const share = horizon / (rate + horizon);
  const uniform = drawUniform(random);
  let probability = Math.exp(-shape * Math.log1p(horizon / rate));
  // P(count > n) = P(N > n) · E[(1 − p)^n], N the purchases of one who does not stop
  let more = 1 - probability;
  let stayed = 1;
  let count = 0;
  while (uniform < more * stayed && count < longestWalk) {
    probability *= ((shape + count) * share) / (count + 1);
    more -= probability;
    stayed *= (stay + count) / (stop + stay + count);
    count += 1;
  }
  return count;
}

/** The number of the purchase after which the customer stops; Infinity where that is beyond counting. */
function drawStop(stop: number, stay: number, random: Random): number {
  const logOdds = drawLogGamma(stop, random) - drawLogGamma(stay, random);
  // −ln(1 − p) for p / (1 − p) = e^logOdds
  const stopping = logOdds > 700 ? logOdds : Math.log1p(Math.exp(logOdds));
  return 1 + Math.floor(drawExponential(random) / stopping);
}

/** The same for a customer who stops at an age that is exponential at a rate drawn from Gamma(stopShape, stopRate). */
export function drawLifetimeCount(
  shape: number,
  rate: number,
  { stopShape, stopRate }: { stopShape: number; stopRate: number },
  horizon: number,
  random: Random,
): number {
  const lifetime = stopRate * Math.expm1(-Math.log(drawUniform(random)) / stopShape);
  return drawMixedCount(shape, rate, Math.min(horizon, lifetime), random);
}
