import { orderWithTies } from './ties.ts';

/** Scores with what happened; all arrays are of one length. */
export interface ScoredOutcomes {
  /** The higher, the likelier the event; any scale, infinite values allowed. */
  readonly scores: ArrayLike<number>;
  /** 0 or 1 a row; for a group of alike cases the share that had the event. */
  readonly outcomes: ArrayLike<number>;
  /** How many cases a row stands for (≥ 0); 1 each unless given. */
  readonly weights?: ArrayLike<number>;
}

/** Cases with the same score, and how many of them had the event. */
export interface ScoreGroup {
  readonly score: number;
  readonly cases: number;
  readonly events: number;
}

/**
 * The groups of equal scores from the lowest up; rows without weight are left out. Throws a RangeError on scores that are NaN, outcomes
 * outside [0, 1], weights below 0 or arrays of different lengths.
 */
export function scoreGroups(data: ScoredOutcomes): ScoreGroup[] {
  const weights = checkedWeights(data);
  const { order, ends } = orderWithTies(data.scores);
  const groups: ScoreGroup[] = [];
  let position = 0;
  for (const end of ends) {
    const score = data.scores[order[position]!]!;
    let [cases, events] = [0, 0];
    for (; position < end; position += 1) {
      const row = order[position]!;
      cases += weights[row]!;
      events += weights[row]! * data.outcomes[row]!;
    }
    if (cases > 0) groups.push({ score, cases, events: Math.min(events, cases) });
  }
  return groups;
}

/** The weight of each row of data that may be ranked; errors as in `scoreGroups`, but for NaN scores. */
export function checkedWeights({ scores, outcomes, weights }: ScoredOutcomes): ArrayLike<number> {
  if (outcomes.length !== scores.length || (weights !== undefined && weights.length !== scores.length)) {
    throw new RangeError('scores, outcomes and weights differ in length');
  }
  for (let row = 0; row < scores.length; row += 1) {
    if (!(outcomes[row]! >= 0 && outcomes[row]! <= 1)) throw new RangeError(`outcome ${outcomes[row]} in row ${row}`);
    if (weights !== undefined && !(weights[row]! >= 0 && weights[row]! < Infinity))
      throw new RangeError(`weight ${weights[row]} in row ${row}`);
  }
  return weights ?? new Float64Array(scores.length).fill(1);
}
