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

/** `rank`: what the cases are put in order by, where it is not the probabilities: such as those before a correction. */
export type RankedPredictions = Predictions & { readonly rank?: ArrayLike<number> };

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

/**
 * Predictions against outcomes in bins of about equal numbers of cases (10 unless given), in rising order. Equal predictions stay together,
 * so there can be fewer bins, none without cases. With `rank` the bins are made by that instead. Throws a RangeError on probabilities or outcomes outside [0, 1] and weights below 0.
 */
export function calibrationTable(data: RankedPredictions, { bins = 10, level = 0.95 } = {}): CalibrationBin[] {
  const groups = data.rank === undefined ? predictionGroups(data) : rankGroups(data, data.rank);
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
      last.from = Math.min(last.from, score);
      last.to = Math.max(last.to, score);
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

/** The groups of equal rank from the lowest up, each with its mean prediction. */
function rankGroups({ probabilities, ...rest }: Predictions, rank: ArrayLike<number>): ScoreGroup[] {
  predictionGroups({ probabilities, ...rest });
  const predicted = scoreGroups({ ...rest, outcomes: probabilities, scores: rank });
  return scoreGroups({ ...rest, scores: rank }).map((group, index) => ({ ...group, score: predicted[index]!.events / group.cases }));
}

/** The groups of equal predictions from the lowest up; errors as in `calibrationTable`. */
export function predictionGroups({ probabilities, ...rest }: Predictions): ScoreGroup[] {
  const groups = scoreGroups({ ...rest, scores: probabilities });
  const outside = [groups.at(0), groups.at(-1)].find((group) => group !== undefined && !(group.score >= 0 && group.score <= 1));
  if (outside !== undefined) throw new RangeError(`a probability lies between 0 and 1, not ${outside.score}`);
  return groups;
}
