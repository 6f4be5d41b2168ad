import type { Random } from '../lib/random.ts';
import { countUpTo } from './count-up-to.ts';
import { drawLogGamma } from './draws/gamma.ts';
import type { Proportion } from './proportions.ts';
import type { RateComponent } from './rate-prior.ts';

/** Ranks run from 1, the highest rate, to the number of units. */
export interface RankRange {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

export interface RankOptions {
  readonly random: Random;
  /** 2,000 unless given. */
  readonly draws?: number;
  readonly level?: number;
}

/**
 * Where each unit may stand among all by its true rate, from draws of all rates at once given the data; units that hardly differ may stand
 * nearly anywhere. The same seed and order of units give the same ranges. Work and memory grow with draws × units. Empty without units.
 * Source: Goldstein & Spiegelhalter (1996), JRSS A 159, 385-443; Laird & Louis (1989), Journal of Educational Statistics 14, 29-46.
 */
export function rankRanges(prior: readonly RateComponent[], units: readonly Proportion[], options: RankOptions): RankRange[] {
  const { random, draws = 2000, level = 0.95 } = options;
  const ranks = units.map(() => new Uint32Array(draws));
  const logOdds = new Float64Array(units.length);
  for (let draw = 0; draw < draws; draw += 1) {
    const { a, b } = random.weighted(prior, (component) => component.weight);
    for (const [index, { successes, trials }] of units.entries()) {
      logOdds[index] = drawLogGamma(a + successes, random) - drawLogGamma(b + trials - successes, random);
    }
    const ascending = logOdds.toSorted();
    for (const [index, own] of logOdds.entries()) ranks[index]![draw] = units.length + 1 - countUpTo(ascending, own);
  }
  return ranks.map((drawn) => {
    const sorted = drawn.toSorted();
    const at = (p: number) => sorted[Math.max(0, Math.ceil(p * draws) - 1)]!;
    return { expected: drawn.reduce((sum, rank) => sum + rank, 0) / draws, low: at(0.5 - level / 2), high: at(0.5 + level / 2) };
  });
}
