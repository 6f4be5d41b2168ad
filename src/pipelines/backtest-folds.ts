import type { ChurnModel } from '../metrics/churn/models.ts';
import { type Evaluation, measure } from './churn-contenders.ts';
import { bestOf, type Contest, type Scores, scoreAt } from './churn-contest.ts';
import type { Histories } from './churn-histories.ts';
import { type Forecast, forecastAt } from './backtest-forecast.ts';

/** One hold-out: what was said on a past day, and what came. */
export interface Fold {
  readonly data: Histories;
  /** The default: chosen and trained with what was known on the day. */
  readonly scores: Scores;
  readonly own: Evaluation;
  /** Every contender by itself, trained on the days before. */
  readonly evaluations: readonly Evaluation[];
  readonly bestNaive: Evaluation | null;
  readonly forecast: Forecast;
}

export function foldAt(contest: Contest, data: Histories, model: ChurnModel): Fold {
  const scores = scoreAt(contest, data, model);
  const evaluations = contest.evaluationsAt(data);
  return {
    data,
    scores,
    own: measure(scores.contender, data, scores.probabilities, scores.probabilities),
    evaluations,
    bestNaive: bestOf(evaluations.filter(({ contender }) => contender.kind === 'naive')),
    forecast: forecastAt(data, scores),
  };
}

/** The last `count` days whose horizon is over, latest first. */
export function foldsOf(contest: Contest, count: number, model: ChurnModel): Fold[] {
  const tested = contest.past.filter(({ rows }) => rows > 0).slice(-count);
  return tested.toReversed().map((data) => foldAt(contest, data, model));
}
