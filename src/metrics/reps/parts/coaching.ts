import { groupedBy } from '../../../lib/groups.ts';
import { createRandom } from '../../../lib/random.ts';
import type { Row } from '../../../lib/rows.ts';
import { type RatioAgainstOthers, ratiosAgainstOthers } from '../../../stats/ratios-of-units.ts';
import type { CoachingCase } from './coaching-cases.ts';
import { type CoachingMeasure, coachingFigures, coachingMeasures } from './coaching-measures.ts';
import { median } from '../../../stats/median.ts';

/** With fewer reps there is no peer to be measured by. */
const leastReps = 3;

const significant = 0.05;

/** Above this many cases fewer draws are made. */
const manyCases = 2000;

const figurePlaces = new Map(coachingFigures.map((figure, place) => [figure, place]));

function at(figure: string): number {
  return figurePlaces.get(figure)!;
}

interface Judged {
  readonly rep: string;
  readonly measure: CoachingMeasure;
  readonly value: number;
  readonly base: number;
  readonly median: number;
  readonly chance: RatioAgainstOthers | null;
  readonly isBehind: boolean;
  readonly isClear: boolean;
  readonly worth: number | null;
}

/** One row a rep and measure that it has, in the order of both; none of a measure that fewer than three reps have. */
export function coachingRows(cases: readonly CoachingCase[], ranked: readonly Row[]): Row[] {
  const reps = [...new Set(cases.map(({ rep }) => rep))];
  const places = new Map(reps.map((rep, place) => [rep, place]));
  const sums = sumsOf(cases, places);
  const chances = ratiosAgainstOthers(
    cases.map(({ rep, figures }) => ({ unit: places.get(rep)!, figures })),
    coachingMeasures.map(({ numerator, denominator, lower = false }) => ({
      numerator: at(numerator),
      denominator: at(denominator),
      lower,
    })),
    reps.length,
    { random: () => createRandom(14, 'coaching'), draws: cases.length > manyCases ? 199 : 1999 },
  );
  const judged = coachingMeasures.flatMap((measure, order) => {
    const values = measure.ranked === true ? rankedValues(ranked, measure) : ownValues(sums, reps, measure);
    if (values.size < leastReps) return [];
    const middle = median([...values.values()].map(({ value }) => value));
    return [...values].flatMap(([rep, { value, base }]) => {
      const place = places.get(rep);
      if (place === undefined || (measure.grows === true && isNew(sums, place))) return [];
      return [judgedOf({ rep, measure, value, base, median: middle }, chances[order]![place] ?? null, sums, place)];
    });
  });
  const weakest = new Set([...groupedBy(judged, ({ rep }) => rep).values()].flatMap((own) => weakestOf(own) ?? []));
  const best = new Map([...groupedBy(judged, ({ measure }) => measure)].map(([measure, all]) => [measure, bestAt(all)]));
  return judged.map((each) => rowOf(each, { isWeakest: weakest.has(each), best: best.get(each.measure) ?? null }));
}

/** Whether the rep sold nothing in the period before, while others did. */
function isNew({ sums }: Sums, place: number): boolean {
  const before = at('bought_before');
  return sums[place]![before] === 0 && sums.some((own) => own[before]! > 0);
}

/** The figures of each rep, and of all. */
interface Sums {
  readonly sums: readonly Float64Array[];
  readonly totals: Float64Array;
}

function sumsOf(cases: readonly CoachingCase[], reps: ReadonlyMap<string, number>): Sums {
  const sums = Array.from({ length: reps.size }, () => new Float64Array(coachingFigures.length));
  for (const { rep, figures } of cases) {
    const own = sums[reps.get(rep)!]!;
    for (const [figure, amount] of figures.entries()) own[figure]! += amount;
  }
  const totals = Float64Array.from(coachingFigures, (_, figure) => sums.reduce((all, own) => all + own[figure]!, 0));
  return { sums, totals };
}

type Values = ReadonlyMap<string, { readonly value: number; readonly base: number }>;

function rankedValues(rows: readonly Row[], { id }: CoachingMeasure): Values {
  return new Map(
    rows.filter(({ measure }) => measure === id).map(({ rep, value, base }) => [String(rep), { value: Number(value), base: Number(base) }]),
  );
}

function ownValues({ sums }: Sums, reps: readonly string[], { numerator, denominator }: CoachingMeasure): Values {
  return new Map(
    reps.flatMap((rep, place) => {
      const [part, base] = [sums[place]![at(numerator)]!, sums[place]![at(denominator)]!];
      return base > 0 ? [[rep, { value: part / base, base }] as const] : [];
    }),
  );
}

function judgedOf(
  own: Pick<Judged, 'rep' | 'measure' | 'value' | 'base' | 'median'>,
  chance: RatioAgainstOthers | null,
  sums: Sums,
  place: number,
): Judged {
  const gap = own.measure.lower === true ? own.value - own.median : own.median - own.value;
  const isBehind = gap > 1e-12 * Math.max(Math.abs(own.value), Math.abs(own.median));
  const each = isBehind ? eachOf(own.measure, sums, place) : null;
  return {
    ...own,
    chance,
    isBehind,
    isClear: isBehind && chance !== null && chance.z < 0 && chance.p <= significant,
    worth: each === null ? null : gap * own.base * each,
  };
}

/** What one more of the numerator brings the rep, else all reps; null where nothing tells. */
function eachOf({ worth }: CoachingMeasure, { sums, totals }: Sums, place: number): number | null {
  if (worth === null) return null;
  if (worth.each === undefined) return 1;
  const [figure, per] = worth.each.map(at) as [number, number];
  const own = sums[place]!;
  if (own[per]! > 0) return own[figure]! / own[per]!;
  return totals[per]! > 0 ? totals[figure]! / totals[per]! : null;
}

function weakestOf(own: readonly Judged[]): Judged | undefined {
  const behind = own.filter(({ isBehind, chance }) => isBehind && chance !== null && chance.z < 0);
  const byChance = (one: Judged, other: Judged): number => one.chance!.z - other.chance!.z;
  const clear = behind.filter(({ isClear }) => isClear);
  return clear.length > 0
    ? clear.toSorted((one, other) => (other.worth ?? -1) - (one.worth ?? -1) || byChance(one, other))[0]
    : behind.toSorted(byChance)[0];
}

/** Whom others may learn from: of those alike the one with the larger base. */
function bestAt(all: readonly Judged[]): Judged | null {
  const better = all.filter(
    ({ isBehind, value, median: middle, chance }) => !isBehind && value !== middle && chance !== null && chance.z > 0,
  );
  return (
    better.toSorted((one, other) => other.chance!.z - one.chance!.z || other.base - one.base || (one.rep < other.rep ? -1 : 1))[0] ?? null
  );
}

function rowOf(
  { rep, measure, value, base, median: middle, chance, isBehind, isClear, worth }: Judged,
  { isWeakest, best }: { readonly isWeakest: boolean; readonly best: Judged | null },
): Row {
  return {
    rep,
    measure: measure.id,
    measure_order: coachingMeasures.indexOf(measure) + 1,
    value,
    base,
    median: middle,
    z: chance?.z ?? null,
    p: chance?.p ?? null,
    is_behind: isBehind,
    is_clear: isClear,
    is_weakest: isWeakest,
    worth,
    best_rep: isBehind ? (best?.rep ?? null) : null,
    best_value: isBehind ? (best?.value ?? null) : null,
  };
}
