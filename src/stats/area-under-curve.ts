import { normalDistribution, normalQuantile } from './normal.ts';
import { checkedWeights, type ScoredOutcomes } from './score-groups.ts';
import { orderWithTies } from './ties.ts';
import type { Interval } from './wilson.ts';

export interface AreaUnderCurve {
  /** Probability that a case with the event has the higher score than one without, ties half: 0.5 is chance, 1 perfect. */
  readonly area: number;
  readonly interval: Interval;
  readonly events: number;
  readonly others: number;
}

export interface AreaDifference {
  /** Area of the second ranking less that of the first. */
  readonly difference: number;
  readonly interval: Interval;
  /** Two-sided, of no difference. */
  readonly p: number;
}

/**
 * Area under the ROC curve (Mann-Whitney) with DeLong's interval on the log-odds scale, so that it stays in [0, 1]. Where the spread cannot be
 * estimated (a perfect ranking, a single case in a class) the interval is Newcombe's method 5, which needs the area and the counts alone.
 * Weights count cases. Null where one class is empty. O(n log n). Sources: DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44, 837-845;
 * Sun & Xu (2014), IEEE SPL 21, 1389-1393; Newcombe (2006), Statistics in Medicine 25, 559-573. Errors as in `scoreGroups`.
 */
export function areaUnderCurve(data: ScoredOutcomes, level = 0.95): AreaUnderCurve | null {
  const placements = placementsOf(data);
  if (placements === null) return null;
  const { area, events, others } = placements;
  const variance = covariance(placements, placements);
  const z = normalQuantile(0.5 + level / 2);
  if (!(variance > 1e-15) || area <= 0 || area >= 1) return { area, interval: newcombe(area, events, others, z), events, others };
  const logOdds = Math.log(area / (1 - area));
  const margin = (z * Math.sqrt(variance)) / (area * (1 - area));
  const at = (value: number) => 1 / (1 + Math.exp(-value));
  return { area, interval: { low: Math.min(area, at(logOdds - margin)), high: Math.max(area, at(logOdds + margin)) }, events, others };
}

/**
 * Is the second ranking of the same cases better? Difference of the areas with DeLong's interval for correlated rankings, within [-1, 1].
 * Rankings that part the cases alike differ by 0 with p = 1. Null where one class is empty or holds a single case, and where the spread of
 * a difference cannot be estimated (a perfect ranking against a constant). Errors as in `scoreGroups`.
 */
export function compareAreas(first: ScoredOutcomes, second: ScoredOutcomes['scores'], level = 0.95): AreaDifference | null {
  const before = placementsOf(first);
  const after = placementsOf({ ...first, scores: second });
  if (before === null || after === null || before.events <= 1 || before.others <= 1) return null;
  const difference = after.area - before.area;
  const variance = covariance(before, before) + covariance(after, after) - 2 * covariance(before, after);
  const deviation = Math.sqrt(Math.max(0, variance));
  if (deviation < 1e-12) return Math.abs(difference) < 1e-12 ? { difference: 0, interval: { low: 0, high: 0 }, p: 1 } : null;
  const margin = normalQuantile(0.5 + level / 2) * deviation;
  return {
    difference,
    interval: { low: Math.max(-1, difference - margin), high: Math.min(1, difference + margin) },
    p: 2 * normalDistribution(-Math.abs(difference) / deviation),
  };
}

interface Placements {
  readonly area: number;
  readonly events: number;
  readonly others: number;
  /** For the score of each row: share of the cases without the event below it, and of those with the event above it, ties half. */
  readonly othersBelow: Float64Array;
  readonly eventsAbove: Float64Array;
  /** Cases with and without the event in each row. */
  readonly eventsIn: Float64Array;
  readonly othersIn: Float64Array;
}

function placementsOf(data: ScoredOutcomes): Placements | null {
  const weights = checkedWeights(data);
  const rows = data.scores.length;
  const eventsIn = Float64Array.from({ length: rows }, (_, row) => weights[row]! * data.outcomes[row]!);
  const othersIn = Float64Array.from({ length: rows }, (_, row) => weights[row]! - eventsIn[row]!);
  const events = sum(eventsIn);
  const others = sum(othersIn);
  const { order, ends } = orderWithTies(data.scores);
  if (!(events > 0 && others > 0)) return null;
  const othersBelow = new Float64Array(rows);
  const eventsAbove = new Float64Array(rows);
  let [start, eventsSoFar, othersSoFar] = [0, 0, 0];
  for (const end of ends) {
    const group = order.subarray(start, end);
    const tiedEvents = group.reduce((total, row) => total + eventsIn[row]!, 0);
    const tiedOthers = group.reduce((total, row) => total + othersIn[row]!, 0);
    for (const row of group) {
      othersBelow[row] = (othersSoFar + tiedOthers / 2) / others;
      eventsAbove[row] = (events - eventsSoFar - tiedEvents / 2) / events;
    }
    eventsSoFar += tiedEvents;
    othersSoFar += tiedOthers;
    start = end;
  }
  const area = eventsIn.reduce((total, count, row) => total + count * othersBelow[row]!, 0) / events;
  return { area: Math.min(1, area), events, others, othersBelow, eventsAbove, eventsIn, othersIn };
}

/** Covariance of two areas over the same cases; NaN where a class holds a single case. */
function covariance(first: Placements, second: Placements): number {
  let [overEvents, overOthers] = [0, 0];
  for (let row = 0; row < first.eventsIn.length; row += 1) {
    overEvents += first.eventsIn[row]! * (first.othersBelow[row]! - first.area) * (second.othersBelow[row]! - second.area);
    overOthers += first.othersIn[row]! * (first.eventsAbove[row]! - first.area) * (second.eventsAbove[row]! - second.area);
  }
  if (first.events <= 1 || first.others <= 1) return Number.NaN;
  return overEvents / (first.events - 1) / first.events + overOthers / (first.others - 1) / first.others;
}

/** The areas that lie z of their own standard deviations from the one seen, by bisection on either side of it. */
function newcombe(area: number, events: number, others: number, z: number): Interval {
  const spare = Math.max(0, (events + others) / 2 - 1);
  const deviation = (at: number) =>
    Math.sqrt((at * (1 - at) * (1 + (spare * (1 - at)) / (2 - at) + (spare * at) / (1 + at))) / (events * others));
  const bound = (end: number) => {
    let [inside, outside] = [area, end];
    for (let step = 0; step < 60; step += 1) {
      const middle = (inside + outside) / 2;
      if (Math.abs(middle - area) <= z * deviation(middle)) inside = middle;
      else outside = middle;
    }
    return outside;
  };
  return { low: bound(0), high: bound(1) };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
