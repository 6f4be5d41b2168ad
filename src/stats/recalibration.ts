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
  /** logistic(intercept + slope × log-odds), slope > 0. */
  | { readonly kind: 'platt'; readonly intercept: number; readonly slope: number }
  /** Straight lines through the points (predicted, calibrated), both strictly rising; flat beyond the first and the last. */
  | { readonly kind: 'isotonic'; readonly predicted: readonly number[]; readonly calibrated: readonly number[] }
  /** The predictions do not rank the outcomes: every case gets the rate of all. */
  | { readonly kind: 'constant'; readonly rate: number };

/** Isotonic from this many cases, of which so many in the smaller class. */
const isotonicFrom = { cases: 1000, smallerClass: 200 };

/**
 * The map learned from predictions and their outcomes (held out from whatever made the predictions): Platt's logistic map of the log-odds,
 * and from 1,000 cases with 200 in the smaller class isotonic regression, drawn through the centres of its blocks, either end of which
 * holds a tenth of the cases. Outcomes are taken as (n + 1) / (n + 2) of their class, so that nobody is certain. Null where one class is
 * empty. Errors as in `calibrationTable`. Sources: Platt (1999); Zadrozny & Elkan (2002), KDD; Niculescu-Mizil & Caruana (2005), ICML, for
 * which of the two when; Oron & Flournoy (2017), Statistics in Biopharmaceutical Research 9, 258-267, for the centres.
 */
export function fitRecalibration(data: Predictions): Recalibration | null {
  const groups = predictionGroups(data);
  const cases = groups.reduce((total, group) => total + group.cases, 0);
  const events = groups.reduce((total, group) => total + group.events, 0);
  if (!(events > 0 && events < cases)) return null;
  const [least, most] = [1 / (cases - events + 2), (events + 1) / (events + 2)];
  const smoothed = groups.map((group) => ({ ...group, events: group.cases * least + group.events * (most - least) }));
  const many = cases >= isotonicFrom.cases && Math.min(events, cases - events) >= isotonicFrom.smallerClass;
  const map = many ? isotonicMap(smoothed) : plattMap(smoothed);
  return map ?? { kind: 'constant', rate: (events + 1) / (cases + 2) };
}

/** The calibrated probability of one prediction in [0, 1]. */
export function recalibrate(map: Recalibration, probability: number): number {
  if (map.kind === 'constant') return map.rate;
  if (map.kind === 'platt') return logistic(map.intercept + map.slope * logOddsOf(probability));
  const { predicted, calibrated } = map;
  const next = predicted.findIndex((knot) => knot > probability);
  if (next === -1) return calibrated.at(-1)!;
  if (next === 0) return calibrated[0]!;
  const share = (probability - predicted[next - 1]!) / (predicted[next]! - predicted[next - 1]!);
  return calibrated[next - 1]! + share * (calibrated[next]! - calibrated[next - 1]!);
}

function plattMap(groups: readonly ScoreGroup[]): Recalibration | null {
  const model = fitLogisticRegression(
    {
      features: [groups.map((group) => logOddsOf(group.score))],
      outcomes: groups.map((group) => group.events / group.cases),
      weights: groups.map((group) => group.cases),
    },
    0,
  );
  if (model === null || !(model.coefficients[0]! > 0)) return null;
  const slope = model.coefficients[0]! / model.scales[0]!;
  return { kind: 'platt', intercept: model.intercept - slope * model.means[0]!, slope };
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
