import type { ChurnModel } from '../../metrics/choices.ts';
import type { Churn } from '../../metrics/parameters.ts';
import { type Forecast, forecastAt } from './forecast.ts';
import { type Kept, type Ranking, rankingOf, scoredAt } from './ranking.ts';
import { type Evaluation, measure } from '../churn/contenders.ts';
import { type Contest, type Scores, scoreAt } from '../churn/contest.ts';
import type { Histories } from '../churn/histories.ts';

/** One hold-out: what was said on a past day, and what came. */
export interface Fold {
  readonly data: Histories;
  /** The default: chosen and trained with what was known on the day. */
  readonly scores: Scores;
  readonly own: Evaluation;
  /** Every contender by itself, trained on the days before. */
  readonly evaluations: readonly Evaluation[];
  /** Of all customers with a purchase. */
  readonly all: Ranking;
  /** Of those that churn would have scored; null where that cannot be told. */
  readonly scored: Ranking | null;
  /** Those customers; null where they cannot be told. */
  readonly kept: Kept;
  readonly forecast: Forecast;
}

/** What a hold-out goes by. */
export interface FoldSettings {
  readonly model: ChurnModel;
  readonly churn: Churn;
}

export function foldAt(contest: Contest, data: Histories, { model, churn }: FoldSettings): Fold {
  const scores = scoreAt(contest, data, model);
  const evaluations = contest.evaluationsAt(data);
  const own = measure(scores.contender, data, scores);
  const kept = scoredAt(data, churn);
  return {
    data,
    scores,
    own,
    evaluations,
    all: rankingOf(data, own, evaluations, null),
    scored: kept === null ? null : rankingOf(data, own, evaluations, kept),
    kept,
    forecast: forecastAt(data, scores),
  };
}

/** The last `count` days whose horizon is over, latest first. */
export function foldsOf(contest: Contest, count: number, settings: FoldSettings): Fold[] {
  const tested = contest.past.filter(({ rows }) => rows > 0).slice(-count);
  return tested.toReversed().map((data) => foldAt(contest, data, settings));
}

/** The customers that the verdict on the ranking is about: those that churn would have scored, where they can be told and differ. */
export function judgedOf({ all, scored, kept }: Fold): { readonly ranking: Ranking; readonly kept: Kept } {
  return scored === null || scored.area === null ? { ranking: all, kept: null } : { ranking: scored, kept };
}
