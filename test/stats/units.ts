import type { Random } from '../../src/lib/random.ts';
import { drawLogGamma } from '../../src/stats/draws/gamma.ts';
import type { Proportion } from '../../src/stats/proportions.ts';

const trials = [5, 60, 260, 4, 20, 110, 2, 300, 150, 12];

/** Wins of ten reps. */
export const tenReps: readonly Proportion[] = [3, 12, 40, 0, 7, 25, 1, 60, 18, 5].map((successes, index) => ({
  successes,
  trials: trials[index]!,
}));

/** Hits of 18 players in 45 at-bats: Efron & Morris (1975), JASA 70, 311-319. */
export const baseballPlayers: readonly Proportion[] = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7].map(
  (successes) => ({
    successes,
    trials: 45,
  }),
);

/** Units of 20 to 200 trials with rates of their own around a mean, and the rates. */
export function drawUnits(count: number, mean: number, deviation: number, random: Random): (Proportion & { readonly rate: number })[] {
  const sum = deviation > 0 ? (mean * (1 - mean)) / deviation ** 2 - 1 : 0;
  return Array.from({ length: count }, () => {
    const logOdds = sum > 0 ? drawLogGamma(mean * sum, random) - drawLogGamma((1 - mean) * sum, random) : Math.log(mean / (1 - mean));
    const rate = 1 / (1 + Math.exp(-logOdds));
    const tried = random.integer(20, 200);
    let successes = 0;
    for (let trial = 0; trial < tried; trial += 1) if (random.chance(rate)) successes += 1;
    return { rate, successes, trials: tried };
  });
}
