import { type Predictions, predictionGroups } from './calibration.ts';
import { type IsotonicBlock, isotonicRegression } from './isotonic-regression.ts';
import { logistic, logOddsOf } from './logistic-likelihood.ts';
import { fitLogisticRegression } from './logistic-regression.ts';
import type { ScoreGroup } from './score-groups.ts';

/**
 * A map from a predicted probability to a better calibrated one. It never turns the order round; where it is flat, the order is that of the
 * predictions themselves.
 */
export type Recalibration =
  /** logistic(intercept + slope × log-odds), 0 < slope ≤ `steepest`; log-odds beyond those it was learned from are taken for the nearest of them. */
  | { readonly kind: 'platt'; readonly intercept: number; readonly slope: number; readonly from: number; readonly to: number }
  /** Straight lines through the points (predicted, calibrated), both strictly rising; flat beyond the first and the last. */
  | { readonly kind: 'isotonic'; readonly predicted: readonly number[]; readonly calibrated: readonly number[] }
  /** The predictions do not rank the outcomes: every case gets the rate of all. */
  | { readonly kind: 'constant'; readonly rate: number }
  /** The predictions hardly differ and teach nothing about others: every case keeps its own. */
  | { readonly kind: 'none' };

/** A standard deviation of the log-odds below this, about a point of probability, is no spread to learn a slope from. */
const leastSpread = 0.05;

/** A map spreads log-odds by no more than this: a steeper one tells of chance among predictions that are much alike. */
export const steepest = 4;

/** Isotonic from this many cases, of which so many in the smaller class. */
const isotonicFrom = { cases: 1000, smallerClass: 200 };

/**
 * The map learned from predictions and their outcomes (held out from whatever made the predictions): Platt's logistic map of the log-odds,
 * and from 1,000 cases with 200 in the smaller class isotonic regression, drawn through the centres of its blocks, either end of which
 * holds a tenth of the cases. Where the predictions are nearly equal there is nothing to learn, and the slope has a bound. Outcomes are taken as (n + 1) / (n + 2) of their class, so that nobody is certain. Null where one class is
 * empty. Errors as in `calibrationTable`. Sources: Platt (1999); Zadrozny & Elkan (2002), KDD; Niculescu-Mizil & Caruana (2005), ICML, for
 * which of the two when; Oron & Flournoy (2017), Statistics in Biopharmaceutical Research 9, 258-267, for the centres.
 */
export function fitRecalibration(data: Predictions): Recalibration | null {
  const groups = predictionGroups(data);
  const cases = groups.reduce((total, group) => total + group.cases, 0);
  const events = groups.reduce((total, group) => total + group.events, 0);
  if (!(events > 0 && events < cases)) return null;
  if (groups.length > 1 && spreadOf(groups, cases) < leastSpread) return { kind: 'none' };
  const [least, most] = [1 / (cases - events + 2), (events + 1) / (events + 2)];
  const smoothed = groups.map((group) => ({ ...group, events: group.cases * least + group.events * (most - least) }));
  const many = cases >= isotonicFrom.cases && Math.min(events, cases - events) >= isotonicFrom.smallerClass;
  const map = many ? isotonicMap(smoothed) : plattMap(smoothed);
  return map ?? { kind: 'constant', rate: (events + 1) / (cases + 2) };
}

/** The calibrated probability of one prediction in [0, 1]. */
export function recalibrate(map: Recalibration, probability: number): number {
  if (map.kind === 'none') return probability;
  if (map.kind === 'constant') return map.rate;
  if (map.kind === 'platt') return logistic(map.intercept + map.slope * Math.min(map.to, Math.max(map.from, logOddsOf(probability))));
  const { predicted, calibrated } = map;
  const next = predicted.findIndex((knot) => knot > probability);
  if (next === -1) return calibrated.at(-1)!;
  if (next === 0) return calibrated[0]!;
  const share = (probability - predicted[next - 1]!) / (predicted[next]! - predicted[next - 1]!);
  return calibrated[next - 1]! + share * (calibrated[next]! - calibrated[next - 1]!);
}

/** Whether a prediction lies beyond all those that the map was learned from, so that the nearest of them speaks for it. */
export function isBeyond(map: Recalibration, probability: number): boolean {
  if (map.kind === 'platt') return logOddsOf(probability) < map.from || logOddsOf(probability) > map.to;
  return false;
}

/** Standard deviation of the log-odds. */
function spreadOf(groups: readonly ScoreGroup[], cases: number): number {
  const logOdds = groups.map((group) => logOddsOf(group.score));
  const mean = logOdds.reduce((sum, value, index) => sum + value * groups[index]!.cases, 0) / cases;
  return Math.sqrt(logOdds.reduce((sum, value, index) => sum + (value - mean) ** 2 * groups[index]!.cases, 0) / cases);
}

function plattMap(groups: readonly ScoreGroup[]): Recalibration | null {
  const logOdds = groups.map((group) => logOddsOf(group.score));
  const model = fitLogisticRegression(
    {
      features: [logOdds],
      outcomes: groups.map((group) => group.events / group.cases),
      weights: groups.map((group) => group.cases),
    },
    0,
  );
  if (model === null || !(model.coefficients[0]! > 0)) return null;
  const slope = model.coefficients[0]! / model.scales[0]!;
  const seen = { from: logOdds[0]!, to: logOdds.at(-1)! };
  if (slope > steepest) return { kind: 'platt', intercept: interceptOf(groups, logOdds, steepest), slope: steepest, ...seen };
  return { kind: 'platt', intercept: model.intercept - slope * model.means[0]!, slope, ...seen };
}

/** The intercept with which as many events are expected as there were, at a given slope. */
function interceptOf(groups: readonly ScoreGroup[], logOdds: readonly number[], slope: number): number {
  const events = groups.reduce((sum, group) => sum + group.events, 0);
  const expected = (intercept: number): number =>
    groups.reduce((sum, group, index) => sum + group.cases * logistic(intercept + slope * logOdds[index]!), 0);
  // Log-odds lie within ±21 of 0, and so many halvings leave no digit.
  let [low, high] = [-22 * slope - 22, 22 * slope + 22];
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (expected(middle) < events) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Isotonic regression runs off at either end, where few cases make a block: an end holds at least this share of all. */
const leastEnd = 0.1;

function withLargeEnds(blocks: readonly IsotonicBlock[]): IsotonicBlock[] {
  const least = leastEnd * blocks.reduce((total, block) => total + block.weight, 0);
  const kept = [...blocks];
  const join = (one: IsotonicBlock, next: IsotonicBlock): IsotonicBlock => {
    const weight = one.weight + next.weight;
    return { start: one.start, end: next.end, weight, value: (one.value * one.weight + next.value * next.weight) / weight };
  };
  while (kept.length > 1 && kept[0]!.weight < least) kept.splice(0, 2, join(kept[0]!, kept[1]!));
  while (kept.length > 1 && kept.at(-1)!.weight < least) kept.splice(-2, 2, join(kept.at(-2)!, kept.at(-1)!));
  return kept;
}

function isotonicMap(groups: readonly ScoreGroup[]): Recalibration | null {
  const blocks = withLargeEnds(
    isotonicRegression(
      groups.map((group) => group.events / group.cases),
      groups.map((group) => group.cases),
    ),
  );
  if (blocks.length < 2) return null;
  const predicted = blocks.map(({ start, end, weight }) => {
    const inside = groups.slice(start, end);
    return inside.reduce((total, group) => total + group.cases * group.score, 0) / weight;
  });
  return { kind: 'isotonic', predicted, calibrated: blocks.map((block) => block.value) };
}
