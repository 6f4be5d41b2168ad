import type { Contender } from './contenders.ts';
import { type Evaluation, bestOf } from './evaluation.ts';
import type { Histories } from './histories.ts';
import { type ChurnRule, lostAfter, purchasesOfCycle } from './silence.ts';
import { type AreaDifference, type AreaUnderCurve, areaUnderCurve, compareAreas } from '../../stats/area-under-curve.ts';

/** How well some customers of an origin were ranked, against the naive rule that ranked the same customers best. */
export interface Ranking {
  readonly customers: number;
  /** Of the default; null where all of them did the same. */
  readonly area: AreaUnderCurve | null;
  readonly naive: { readonly contender: Contender; readonly area: AreaUnderCurve } | null;
  /** Area of the default less that of the naive rule; null where there are too few to tell. */
  readonly gain: AreaDifference | null;
  /** Of each contender. */
  readonly areas: ReadonlyMap<Contender, AreaUnderCurve | null>;
}

/** Whether a customer is looked at, a value a row; null: all are. */
export type Kept = readonly boolean[] | null;

/**
 * The customers that churn would have scored at an origin: bought more than once, known for long enough, not silent for longer than the
 * definition allows; by the rules of the metric `churn_status`, of which marks of the customer file are left out, for they are those of today.
 * Null where the definition goes by the customer file alone. `data` has to hold all customers of the origin.
 */
export function scoredAt(data: Histories, { definition, min_age_days }: ChurnRule): Kept {
  if (definition.rule !== 'cycles' && definition.rule !== 'days') return null;
  const { repeats, recency, age } = data;
  const gaps = recency.map((span, row) => span / repeats[row]!);
  const usual = medianOf(gaps.filter((_, row) => repeats[row]! > 0));
  return data.ids.map((_, row) => {
    if (repeats[row] === 0 || age[row]! < min_age_days) return false;
    const cycle = repeats[row]! + 1 >= purchasesOfCycle ? gaps[row]! : usual;
    return age[row]! - recency[row]! <= lostAfter({ definition }, cycle);
  });
}

function medianOf(values: Float64Array): number {
  const sorted = values.toSorted();
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2;
}

/** The values of the rows that are looked at. */
export function only(values: Float64Array, kept: Kept): Float64Array {
  return kept === null ? values : values.filter((_, row) => kept[row]!);
}

/** How the default and the others ranked the customers that are looked at. */
export function rankingOf(data: Histories, own: Evaluation, evaluations: readonly Evaluation[], kept: Kept): Ranking {
  const outcomes = only(data.outcome!.silent, kept);
  const scoresOf = ({ scores }: Evaluation): Float64Array => only(scores, kept);
  const measured = evaluations.map((evaluation) => ({
    ...evaluation,
    area: kept === null ? evaluation.area : areaUnderCurve({ scores: scoresOf(evaluation), outcomes }),
  }));
  const naive = bestOf(measured.filter(({ contender }) => contender.kind === 'naive'));
  return {
    customers: outcomes.length,
    area: kept === null ? own.area : areaUnderCurve({ scores: scoresOf(own), outcomes }),
    naive: naive === null ? null : { contender: naive.contender, area: naive.area! },
    gain: naive === null ? null : compareAreas({ scores: scoresOf(naive), outcomes }, scoresOf(own)),
    areas: new Map(measured.map(({ contender, area }) => [contender, area])),
  };
}

/** Below this area a ranking is hardly of use, however sure it is. */
const leastUseful = 0.6;

/** With fewer in the smaller class the interval itself is not to be trusted. */
const leastOfClass = 5;

/** `useful`: better than chance; `chance`: not, or next to nothing better; `unsure`: it may be either, for too few stopped or stayed. */
export type Standing = 'useful' | 'chance' | 'unsure';

/** What the interval tells of a ranking. */
export function standingOf({ interval, events, others }: AreaUnderCurve): Standing {
  if (Math.min(events, others) < leastOfClass) return 'unsure';
  if (interval.low > 0.5) return 'useful';
  return interval.high < leastUseful ? 'chance' : 'unsure';
}
