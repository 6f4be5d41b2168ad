import type { ChurnModel } from '../../metrics/choices.ts';
import type { Engine } from '../../engine/engine.ts';
import type { IsoDate } from '../../lib/dates.ts';
import { fitRecalibration, type Recalibration, recalibrate } from '../../stats/recalibration.ts';
import { type Contender, contenders, type Evaluation, evaluate } from './contenders.ts';
import { type Histories, readHistories, readPredictors } from './histories.ts';
import { trainingRows } from './logistic.ts';

/** What was known at each origin, and how the contenders did at those whose outcome is known. */
export interface Contest {
  readonly asOf: Histories;
  /** Ascending. */
  readonly past: readonly Histories[];
  /** How every contender did at a past origin, trained on those before it. */
  readonly evaluationsAt: (data: Histories) => readonly Evaluation[];
}

/** How the customers of an origin were scored, with nothing that became known after it. */
export interface Scores {
  readonly contender: Contender;
  /** asked: by the user; tested: the best at `tests`; untested: there was no origin to test at. */
  readonly chosen: 'asked' | 'tested' | 'untested';
  /** How the contenders did at the latest origin before. */
  readonly tests: readonly Evaluation[];
  /** The contender's own, by which customers are ranked: the correction of the probabilities can make unequal ones equal. */
  readonly scores: Float64Array;
  /** Of no purchase within the horizon. */
  readonly probabilities: Float64Array;
  readonly recalibration: Recalibration | null;
}

/** Below so many customers, or so many in the smaller class, a test teaches nothing about probabilities. */
const leastCases = 100;
const leastOfClass = 20;

/** Without a test, and where the one chosen cannot say: the first that can. */
const untested = ['pareto-nbd-expected', 'mbg-nbd-expected', 'bg-nbd-expected', 'pace'];

/** Reads the origins: the last `full` past ones whole, the others as far as training needs them. */
export async function openContest(
  engine: Engine,
  { origins, horizonDays, full }: { origins: readonly IsoDate[]; horizonDays: number; full: number },
): Promise<Contest> {
  const predictors = await readPredictors(engine);
  const known = (origin: IsoDate) => ({ origin, horizonDays, predictors: predictors.get(origin) ?? new Map() });
  const past: Histories[] = [];
  for (const [index, origin] of origins.slice(0, -1).entries()) {
    const whole = index >= origins.length - 1 - full;
    past.push(await readHistories(engine, { ...known(origin), past: true, ...(whole ? {} : { limit: share(origins.length - 1) }) }));
  }
  const asOf = await readHistories(engine, { ...known(origins.at(-1)!), past: false });
  const cache = new Map<IsoDate, readonly Evaluation[]>();
  const evaluationsAt = (data: Histories): readonly Evaluation[] => {
    const evaluated = cache.get(data.origin) ?? evaluate(data, trainingBefore(past, data.origin));
    cache.set(data.origin, evaluated);
    return evaluated;
  };
  return { asOf, past, evaluationsAt };
}

function share(origins: number): number {
  return Math.max(1, Math.floor(trainingRows / Math.max(1, origins)));
}

function trainingBefore(past: readonly Histories[], origin: IsoDate): Histories[] {
  const earlier = past.filter((data) => data.origin < origin && data.rows > 0);
  return earlier.map((data) => thinned(data, share(earlier.length)));
}

/** The best by area under the curve, then by Brier score, then by their order; null where none could be measured. */
export function bestOf<T extends Measured>(evaluations: readonly T[]): T | null {
  return selectable(evaluations).reduce<T | null>((best, one) => (best === null || isBetter(one, best) ? one : best), null);
}

/** What a choice goes by. */
type Measured = Pick<Evaluation, 'contender' | 'area' | 'brier'>;

/** Those that can be chosen: what is measured for reference alone is not. */
export function selectable<T extends Measured>(evaluations: readonly T[]): T[] {
  return evaluations.filter(({ contender, area }) => contender.kind !== 'reference' && area !== null);
}

function isBetter(one: Measured, best: Measured): boolean {
  const gain = one.area!.area - best.area!.area;
  return gain > 0 || (gain === 0 && (one.brier ?? Infinity) < (best.brier ?? Infinity));
}

/**
 * Scores the customers of an origin: the best contender at the latest origin before, trained on all before; the probabilities of one that
 * does not learn from outcomes are corrected by what that test showed.
 */
export function scoreAt(contest: Contest, data: Histories, model: ChurnModel): Scores {
  const earlier = contest.past.filter(({ origin, rows }) => origin < data.origin && rows > 0);
  const test = earlier.at(-1);
  const tests = test === undefined ? [] : contest.evaluationsAt(test);
  const best = model === 'auto' ? bestOf(tests) : (tests.find(({ contender }) => contender.id === model) ?? null);
  const wanted = best?.contender.id ?? (model === 'auto' ? null : model);
  const training = trainingBefore(contest.past, data.origin);
  for (const id of [...(wanted === null ? [] : [wanted]), ...untested]) {
    const contender = contenders.find((candidate) => candidate.id === id)!;
    const said = contender.say(data, training);
    const probabilities = said?.probabilities ?? null;
    if (said === null || probabilities === null) continue;
    const tested = tests.find((evaluation) => evaluation.contender === contender)?.probabilities ?? null;
    const map = test === undefined || contender.trained || tested === null ? null : learn(tested, test.outcome!.silent);
    return {
      contender,
      chosen: model !== 'auto' && id === model ? 'asked' : id === best?.contender.id ? 'tested' : 'untested',
      tests,
      scores: said.scores,
      probabilities: map === null ? probabilities : probabilities.map((value) => recalibrate(map, value)),
      recalibration: map,
    };
  }
  throw new Error('the rule of the own pace always says something');
}

/** Whether what happened to these customers, 1 a row for the silent, can correct probabilities. */
export function teaches(outcomes: Float64Array): boolean {
  const events = outcomes.reduce((sum, silent) => sum + silent, 0);
  return outcomes.length >= leastCases && Math.min(events, outcomes.length - events) >= leastOfClass;
}

function learn(probabilities: Float64Array, outcomes: Float64Array): Recalibration | null {
  if (!teaches(outcomes)) return null;
  return fitRecalibration({ probabilities, outcomes });
}

/** Every k-th row, so that at most `limit` remain. */
function thinned(data: Histories, limit: number): Histories {
  const step = Math.ceil(data.rows / limit);
  if (step <= 1) return data;
  const rows = Math.ceil(data.rows / step);
  const some = (values: Float64Array): Float64Array => Float64Array.from({ length: rows }, (_, row) => values[row * step]!);
  const { outcome } = data;
  return {
    ...data,
    rows,
    ids: Array.from({ length: rows }, (_, row) => data.ids[row * step]!),
    repeats: some(data.repeats),
    recency: some(data.recency),
    age: some(data.age),
    meanValue: some(data.meanValue),
    repeatMean: some(data.repeatMean),
    recentDays: some(data.recentDays),
    recentValue: some(data.recentValue),
    earlierDays: some(data.earlierDays),
    earlierValue: some(data.earlierValue),
    models: new Map(
      [...data.models].map(([id, { alive, purchase, expected }]) => [
        id,
        { alive: some(alive), purchase: some(purchase), expected: some(expected) },
      ]),
    ),
    outcome:
      outcome === null
        ? null
        : { silent: some(outcome.silent), purchases: some(outcome.purchases), revenue: outcome.revenue && some(outcome.revenue) },
  };
}
