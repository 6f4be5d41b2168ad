import { type ScoredOutcomes, type ScoreGroup, scoreGroups } from './score-groups.ts';

export interface TopShare {
  /** Share of the cases looked at, as asked for. */
  readonly share: number;
  readonly cases: number;
  /** Events expected among them; whole unless a tie is cut or weights are not whole. */
  readonly events: number;
  /** Events among all cases. */
  readonly eventsOfAll: number;
  /** Part of all events that is caught, in [0, 1]. */
  readonly gain: number;
  /** Rate among them by the rate of all: 1 is no better than chance, 1 / share the most. */
  readonly lift: number;
}

/**
 * Average precision: Σ (recall gained) × precision over the thresholds at distinct scores, so that the order within a tie does not matter.
 * In (0, 1]; a ranking by chance gives about the share of events. Null where one class is empty. Source: Zhu (2004); as
 * scikit-learn's average_precision_score. Errors as in `scoreGroups`.
 */
export function averagePrecision(data: ScoredOutcomes): number | null {
  const groups = scoreGroups(data).toReversed();
  const totals = totalsOf(groups);
  if (totals === null) return null;
  let [cases, events, sum] = [0, 0, 0];
  for (const group of groups) {
    cases += group.cases;
    events += group.events;
    if (group.events > 0) sum += group.events * (events / cases);
  }
  return Math.min(1, sum / totals.events);
}

/**
 * Gain and lift of the cases with the highest scores, a share in (0, 1] of all. A tie across the border counts in proportion: what a random
 * order within it would give on average. Null where one class is empty. Errors as in `scoreGroups`, and a RangeError on another share.
 */
export function topShare(data: ScoredOutcomes, share: number): TopShare | null {
  if (!(share > 0 && share <= 1)) throw new RangeError(`a share lies above 0 and up to 1, not ${share}`);
  const groups = scoreGroups(data).toReversed();
  const totals = totalsOf(groups);
  if (totals === null) return null;
  const wanted = totals.cases * share;
  let left = wanted;
  let events = 0;
  for (const group of groups) {
    const part = Math.min(1, left / group.cases);
    events += part * group.events;
    left -= part * group.cases;
    if (part < 1) break;
  }
  events = Math.min(events, totals.events);
  const gain = events / totals.events;
  return { share, cases: wanted, events, eventsOfAll: totals.events, gain, lift: gain / share };
}

function totalsOf(groups: readonly ScoreGroup[]): { cases: number; events: number } | null {
  const cases = groups.reduce((total, group) => total + group.cases, 0);
  const events = groups.reduce((total, group) => total + group.events, 0);
  return events > 0 && events < cases ? { cases, events } : null;
}
