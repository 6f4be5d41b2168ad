import type { Random } from '../../../lib/random.ts';
import { addUp, type StrataRates, type UnitRates, unitRates } from '../../../stats/unit-rates/unit-rates.ts';
import { type Evidence, segmentKey, type Stratum } from './evidence.ts';

/**
 * What each rep probably converts in each stratum, in three steps: leads of an age convert alike but for their segment; of a segment and an age
 * alike but for the rep. A segment that converts more does so at every age, unless the leads tell otherwise: few old leads of a segment are
 * judged by old leads of all segments, not by its young ones. Null where nobody took any that count.
 */
export function likelyRates(strata: readonly Stratum[], evidence: Evidence): UnitRates | null {
  return unitRates(evidence, ratesOfAges(strata, evidence));
}

/** The rates of strata over all reps: ages of leads as strata, segments as what may convert more at every age. */
function ratesOfAges(strata: readonly Stratum[], evidence: Evidence): StrataRates | null {
  const ages = placesOf(strata.map(({ ageBand }) => ageBand));
  const segments = placesOf(strata.map(segmentKey));
  const sums = [...ages.keys()].map(() => [...segments.keys()].map(() => ({ successes: 0, trials: 0 })));
  const cells = strata.map((stratum) => [ages.get(stratum.ageBand)!, segments.get(segmentKey(stratum))!] as const);
  for (const [place, [age, segment]] of cells.entries()) sums[age]![segment] = addUp(evidence[place]!);
  const rates = unitRates(sums);
  if (rates === null) return null;
  const pick = (of: readonly (readonly number[])[]): number[] => cells.map(([age, segment]) => of[age]![segment]!);
  return { means: pick(rates.means), draw: (random: Random) => pick(rates.draw(random)) };
}

function placesOf<K>(keys: readonly K[]): ReadonlyMap<K, number> {
  return new Map([...new Set(keys)].map((key, place) => [key, place]));
}
