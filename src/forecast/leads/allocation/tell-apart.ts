import { createRandom } from '../../../lib/random.ts';
import { testEqualUnits } from '../../../stats/equal-units-test.ts';
import { holm } from '../../../stats/multiple-tests.ts';
import { type Evidence, segmentKey, type Stratum } from './evidence.ts';

const seed = 17;

/**
 * How likely it is that these reps, by their places, are all equally good with every kind of lead: of two tests, whether some convert more over
 * all kinds, and whether some do with one kind, the smaller p, adjusted for both (Holm). Null where that cannot be told.
 */
export function chanceAlike(strata: readonly Stratum[], evidence: Evidence, reps: readonly number[]): number | null {
  const own = evidence.map((units) => reps.map((rep) => units[rep]!));
  const none = reps.map(() => ({ successes: 0, trials: 0 }));
  const kinds = [...new Set(strata.map(segmentKey))];
  const apart = own.map((units, stratum) => kinds.flatMap((kind) => (kind === segmentKey(strata[stratum]!) ? units : none)));
  const adjusted = holm([
    testEqualUnits(own, createRandom(seed, 'alike over all')),
    kinds.length > 1 ? testEqualUnits(apart, createRandom(seed, 'alike by kind')) : null,
  ]).filter((p) => p !== null);
  return adjusted.length === 0 ? null : Math.min(...adjusted);
}
