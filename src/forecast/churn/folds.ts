import { onceARun } from '../once-a-run.ts';
import { type Contest, contestKey, type ContestSettings, openContest } from './contest.ts';
import { type Evaluation, measure } from './evaluation.ts';
import type { Histories } from './histories.ts';
import { type Kept, type Ranking, rankingOf, scoredAt } from './ranking.ts';
import type { Scores } from './scores.ts';
import type { ChurnRule } from './silence.ts';
import { type Forecast, forecastAt, newcomersOf } from './totals.ts';
import type { Totals } from '../holdout.ts';

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
  /** What customers brought who first bought within the horizon: no part of the forecast, nor of what it is held against. */
  readonly newcomers: Totals;
}

/** What hold-outs go by: a contest, and who would have been scored. */
export interface FoldSettings extends ContestSettings {
  readonly churn: ChurnRule;
}

/** The last days whose horizon is over, latest first. */
export const holdOut = onceARun(
  (settings: FoldSettings) => JSON.stringify([contestKey(settings), settings.churn.definition, settings.churn.min_age_days]),
  async (read, settings): Promise<readonly Fold[]> => {
    const contest = await openContest(read, settings);
    const tested = settings.folds === 0 ? [] : contest.past.filter(({ rows }) => rows > 0).slice(-settings.folds);
    return tested.toReversed().map((data) => foldAt(contest, data, settings.churn));
  },
);

function foldAt(contest: Contest, data: Histories, churn: ChurnRule): Fold {
  const scores = contest.scoresAt(data);
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
    newcomers: newcomersOf(contest.past.find(({ origin }) => origin > data.origin) ?? contest.asOf),
  };
}

/** The customers that the verdict on the ranking is about: those that churn would have scored, where they can be told and differ. */
export function judgedOf({ all, scored, kept }: Fold): { readonly ranking: Ranking; readonly kept: Kept } {
  return scored === null || scored.area === null ? { ranking: all, kept: null } : { ranking: scored, kept };
}
