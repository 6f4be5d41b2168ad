import type { AdditiveDesign, AlikeCases } from '../../../stats/additive/additive-rates.ts';
import type { Attribute, Case } from './cases.ts';

/** Cases as counts: of each rep those that are alike in every attribute. */
export interface CountedCases {
  readonly reps: readonly string[];
  /** Attributes that tell something, each with its kinds; the first kind, blank, is that of all others. */
  readonly factors: readonly { readonly attribute: Attribute; readonly kinds: readonly string[] }[];
  readonly cases: readonly AlikeCases[];
  readonly design: AdditiveDesign;
}

/** A kind of fewer cases, and what is beyond so many kinds of an attribute, is put with the others. */
const leastOfKind = 8;
const mostKinds = 20;
/** An attribute that is known of fewer of those that came out well, relative to the others, or the other way round, tells of the outcome, not of the case. */
const leastAlike = 0.5;
const leastKnown = 0.1;
const separator = '\u0000';

export function countCases(cases: readonly Case[], wanted: readonly Attribute[]): CountedCases {
  const reps = [...new Set(cases.map(({ rep }) => rep))].toSorted();
  const repPlaces = new Map(reps.map((rep, place) => [rep, place]));
  const factors = wanted.flatMap((attribute) => {
    const kinds = isKnownAlike(cases, attribute) ? kindsOf(cases, attribute) : [];
    return kinds.length < 2 ? [] : [{ attribute, kinds: ['', ...kinds], places: new Map(kinds.map((kind, place) => [kind, place + 1])) }];
  });
  const groups = new Map<string, { unit: number; kinds: number[]; trials: number; successes: number }>();
  for (const { rep, succeeded, kinds: own } of cases) {
    const unit = repPlaces.get(rep)!;
    const kinds = factors.map(({ attribute, places }) => places.get(own[attribute] ?? '') ?? 0);
    const key = [unit, ...kinds].join(separator);
    const group = groups.get(key) ?? { unit, kinds, trials: 0, successes: 0 };
    group.trials += 1;
    if (succeeded) group.successes += 1;
    groups.set(key, group);
  }
  return {
    reps,
    factors: factors.map(({ attribute, kinds }) => ({ attribute, kinds })),
    cases: [...groups.values()],
    design: { units: reps.length, factors: factors.map(({ kinds }) => kinds.length) },
  };
}

/** Whether it is known about as often of those that came out well as of the others. */
function isKnownAlike(cases: readonly Case[], attribute: Attribute): boolean {
  const [counts, known] = [[0, 0] as [number, number], [0, 0] as [number, number]];
  for (const { succeeded, kinds } of cases) {
    const outcome = succeeded ? 0 : 1;
    counts[outcome] += 1;
    if ((kinds[attribute] ?? null) !== null) known[outcome] += 1;
  }
  const shares = [known[0] / counts[0], known[1] / counts[1]];
  return Math.min(...shares) >= leastAlike * Math.max(...shares) && Math.max(...shares) >= leastKnown;
}

/** The kinds with enough cases, the most frequent first. */
function kindsOf(cases: readonly Case[], attribute: Attribute): string[] {
  const counts = new Map<string, number>();
  for (const { kinds } of cases) {
    const kind = kinds[attribute] ?? null;
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= leastOfKind)
    .toSorted(([one, ofOne], [other, ofOther]) => ofOther - ofOne || (one < other ? -1 : 1))
    .slice(0, mostKinds)
    .map(([kind]) => kind);
}
