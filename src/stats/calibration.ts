import type { Estimate } from './estimate.ts';
import { fitLogisticRegression } from './logistic-regression.ts';
import { logisticLikelihood, logOddsOf } from './logistic-likelihood.ts';
import { normalQuantile } from './normal.ts';
import { maximise } from './optimise/maximise.ts';
import { type ScoreGroup, scoreGroups } from './score-groups.ts';
import { type Interval, wilson } from './wilson.ts';

/** Predicted probabilities with what happened; all arrays are of one length. */
export interface Predictions {
  readonly probabilities: ArrayLike<number>;
  /** 0 or 1 a row; for a group of alike cases the share that had the event. */
  readonly outcomes: ArrayLike<number>;
  /** How many cases a row stands for (≥ 0); 1 each unless given. */
  readonly weights?: ArrayLike<number>;
}

export interface CalibrationBin {
  readonly cases: number;
  readonly events: number;
  /** Lowest, mean and highest prediction in the bin. */
  readonly from: number;
  readonly predicted: number;
  readonly to: number;
  readonly observed: number;
  /** Wilson's interval of the observed rate. */
  readonly interval: Interval;
}

export interface CalibrationQuality {
  readonly cases: number;
  readonly events: number;
  readonly meanPredicted: number;
  readonly meanObserved: number;
  /** Mean squared error of the probabilities, 0 the best; predicting the observed mean for all gives `brierOfMean`. */
  readonly brier: number;
  readonly brierOfMean: number;
  /** Mean over the cases, and largest over the bins, of |observed - predicted| per bin. */
  readonly expectedError: number;
  readonly largestError: number;
  /** Shift of the log-odds that would set the mean right: 0 is right, below 0 the predictions are too high. Null where one class is empty. */
  readonly inTheLarge: Estimate | null;
  /** Factor on the log-odds: 1 is right, below 1 the predictions are too extreme. Null where one class is empty or it has no maximum. */
  readonly slope: Estimate | null;
}

/**
 * Predictions against outcomes in bins of about equal numbers of cases (10 unless given), in rising order. Equal predictions stay together,
 * so there can be fewer bins, none without cases. Throws a RangeError on probabilities or outcomes outside [0, 1] and weights below 0.
 */
export function calibrationTable(data: Predictions, { bins = 10, level = 0.95 } = {}): CalibrationBin[] {
  const groups = predictionGroups(data);
  const all = groups.reduce((total, group) => total + group.cases, 0);
  const table: { index: number; cases: number; events: number; predicted: number; from: number; to: number }[] = [];
  let before = 0;
  for (const { score, cases, events } of groups) {
    const index = Math.floor((bins * (before + cases / 2)) / all);
    before += cases;
    const last = table.at(-1);
    if (last?.index === index) {
      last.cases += cases;
      last.events += events;
      last.predicted += cases * score;
      last.to = score;
    } else table.push({ index, cases, events, predicted: cases * score, from: score, to: score });
  }
  return table.map(({ cases, events, predicted, from, to }) => ({
    cases,
    events,
    from,
    predicted: Math.min(to, Math.max(from, predicted / cases)),
    to,
    observed: Math.min(1, events / cases),
    interval: wilson(Math.min(events, cases), cases, level)!,
  }));
}

/**
 * How far predicted probabilities can be taken at their word. Log-odds of predictions are kept within 1e-9 of certainty. Null without cases.
 * Errors as in `calibrationTable`. Sources: Cox (1958), Biometrika 45, 562-565, for shift and slope; Brier (1950); Naeini, Cooper &
 * Hauskrecht (2015), AAAI, for the expected error.
 */
export function calibrationQuality(data: Predictions, { bins = 10, level = 0.95 } = {}): CalibrationQuality | null {
  const table = calibrationTable(data, { bins, level });
  if (table.length === 0) return null;
  let [cases, events, predicted, squares] = [0, 0, 0, 0];
  for (const group of predictionGroups(data)) {
    cases += group.cases;
    events += group.events;
    predicted += group.cases * group.score;
    squares += group.events * (1 - group.score) ** 2 + (group.cases - group.events) * group.score ** 2;
  }
  const meanObserved = events / cases;
  const errors = table.map((bin) => Math.abs(bin.observed - bin.predicted));
  const z = normalQuantile(0.5 + level / 2);
  return {
    cases,
    events,
    meanPredicted: predicted / cases,
    meanObserved,
    brier: squares / cases,
    brierOfMean: meanObserved * (1 - meanObserved),
    expectedError: table.reduce((total, bin, index) => total + bin.cases * errors[index]!, 0) / cases,
    largestError: Math.max(...errors),
    inTheLarge: events > 0 && events < cases ? shiftOf(data, cases, z) : null,
    slope: slopeOf(data, z),
  };
}

/** The groups of equal predictions from the lowest up; errors as in `calibrationTable`. */
export function predictionGroups({ probabilities, ...rest }: Predictions): ScoreGroup[] {
  const groups = scoreGroups({ ...rest, scores: probabilities });
  const outside = [groups.at(0), groups.at(-1)].find((group) => group !== undefined && !(group.score >= 0 && group.score <= 1));
  if (outside !== undefined) throw new RangeError(`a probability lies between 0 and 1, not ${outside.score}`);
  return groups;
}

function shiftOf(data: Predictions, cases: number, z: number): Estimate {
  const length = data.outcomes.length;
  const ones = new Float64Array(length).fill(1);
  const offsets = Float64Array.from(data.probabilities, logOddsOf);
  const rows = { design: ones, outcomes: data.outcomes, weights: data.weights ?? ones, totalWeight: cases, offsets };
  const { point, hessian } = maximise((shift) => logisticLikelihood(rows, 0, shift), [0], { low: [-100], high: [100] });
  const margin = z / Math.sqrt(-hessian[0]![0]! * cases);
  return { value: point[0]!, interval: { low: point[0]! - margin, high: point[0]! + margin } };
}

function slopeOf(data: Predictions, z: number): Estimate | null {
  const model = fitLogisticRegression({ ...data, features: [Float64Array.from(data.probabilities, logOddsOf)] }, 0);
  const error = model?.standardErrors[0] ?? null;
  if (model === null || error === null) return null;
  const value = model.coefficients[0]! / model.scales[0]!;
  const margin = (z * error) / model.scales[0]!;
  return { value, interval: { low: value - margin, high: value + margin } };
}
