import type { IsoDate } from '../../lib/dates.ts';
import { onceARun } from '../once-a-run.ts';
import type { Read } from '../read.ts';
import { type Evaluation, evaluate } from './evaluation.ts';
import { type Histories, readHistories, readPredictors } from './histories.ts';
import { type Past, scoreAt, type Scores } from './scores.ts';
import { share, trainingBefore } from './training.ts';

/** What was known at each origin, and how the contenders did at those whose outcome is known. */
export interface Contest extends Past {
  readonly asOf: Histories;
  /** How the customers of an origin were scored, with nothing that became known after it. */
  readonly scoresAt: (data: Histories) => Scores;
}

export interface ContestSettings {
  /** Ascending; the last is the as-of date, the horizons of the others are over by then. */
  readonly origins: readonly IsoDate[];
  readonly horizonDays: number;
  /** So many of the last past origins are held out, and read whole; the others as far as training needs them. */
  readonly folds: number;
  /** The id of a contender; auto: the best. */
  readonly model: string;
}

/** Reads the origins from the tables of `purchase_history`, `purchase_outcome` and `purchase_fits`. */
export const openContest = onceARun(contestKey, readContest);

/** The same for the same settings. */
export function contestKey({ origins, horizonDays, folds, model }: ContestSettings): string {
  return JSON.stringify([origins, horizonDays, folds, model]);
}

async function readContest(read: Read, { origins, horizonDays, folds, model }: ContestSettings): Promise<Contest> {
  const predictors = await readPredictors(read);
  const known = (origin: IsoDate) => ({ origin, horizonDays, predictors: predictors.get(origin) ?? new Map() });
  const past: Histories[] = [];
  for (const [index, origin] of origins.slice(0, -1).entries()) {
    const whole = index >= origins.length - 1 - folds;
    past.push(await readHistories(read, { ...known(origin), past: true, ...(whole ? {} : { limit: share(origins.length - 1) }) }));
  }
  const asOf = await readHistories(read, { ...known(origins.at(-1)!), past: false });
  const evaluationsAt = onceAnOrigin((data): readonly Evaluation[] => evaluate(data, trainingBefore(past, data.origin)));
  return { asOf, past, evaluationsAt, scoresAt: onceAnOrigin((data) => scoreAt({ past, evaluationsAt }, data, model)) };
}

function onceAnOrigin<T>(make: (data: Histories) => T): (data: Histories) => T {
  const known = new Map<IsoDate, T>();
  return (data) => {
    const found = known.get(data.origin) ?? make(data);
    known.set(data.origin, found);
    return found;
  };
}
