import type { Random } from '../../lib/random.ts';
import { drawUniform } from '../draws/normal.ts';
import type { PurchaseHistory } from './history.ts';
import type { ParetoParameters } from './pareto-nbd-expand.ts';

/** After as many refused proposals the probability itself is cheaper. */
const mostProposals = 40;

/**
 * Whether a customer of the Pareto/NBD model is still alive at `age`, at random given the history; `probabilityAlive` is asked
 * only in rare cases. Rejection sampling in place of the integral: stopping at the age y has the density s (α+y)^−(r+x) (β+y)^−(s+1), which
 * is bounded by either power times the other at t_x, and each bound has a closed integral and inverse.
 */
export function drawAlive(
  [r, alpha, s, beta]: ParetoParameters,
  history: PurchaseHistory,
  random: Random,
  probabilityAlive: (history: PurchaseHistory) => number,
): boolean {
  const { x, recency, age } = history;
  const power = r + x;
  const alphaStart = alpha + recency;
  const betaStart = beta + recency;
  const silence = power * Math.log((alpha + age) / alphaStart);
  const lifetime = s * Math.log((beta + age) / betaStart);
  // The power that falls less is the one that is bounded.
  const bySilence = silence < ((s + 1) / s) * lifetime;
  const rate = bySilence ? s : power - 1;
  const ratio = bySilence ? betaStart / alphaStart : alphaStart / betaStart;
  // Under the bound ln (β+y)/(β+t_x), or ln (α+y)/(α+t_x), has a density that falls as e^(−rate · log) from 0 to `length`.
  const length = bySilence ? lifetime / s : silence / power;
  const level = Math.abs(rate * length) < 1e-9;
  const fallen = 1 - Math.exp(-rate * length);
  // Mass of the bound over that of being alive, (α+T)^−(r+x) (β+T)^−s.
  const bound = Math.exp(silence + lifetime) * s * (bySilence ? 1 : ratio) * (level ? length : fallen / rate);
  if (!(bound < Infinity)) return false;
  for (let proposal = 0; proposal < mostProposals; proposal += 1) {
    if (random.next() * (1 + bound) < 1) return true;
    const uniform = drawUniform(random);
    const log = level ? uniform * length : -Math.log(1 - uniform * fallen) / rate;
    const accepted = (bySilence ? power : s + 1) * Math.log(1 + (Math.exp(log) - 1) * ratio);
    if (drawUniform(random) < Math.exp(-accepted)) return false;
  }
  return random.next() < probabilityAlive(history);
}
