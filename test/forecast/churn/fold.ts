import { contenders } from '../../../src/forecast/churn/contenders.ts';
import { measure } from '../../../src/forecast/churn/evaluation.ts';
import type { Fold } from '../../../src/forecast/churn/folds.ts';
import type { Histories } from '../../../src/forecast/churn/histories.ts';
import { rankingOf } from '../../../src/forecast/churn/ranking.ts';
import type { Foreseen, Totals } from '../../../src/forecast/holdout.ts';

/** Customers of whom nothing is known but what they did: 1, bought nothing; 0, bought once. */
export function blankHistories(silent: readonly number[]): Histories {
  const blank = (value = 0): Float64Array => new Float64Array(silent.length).fill(value);
  return {
    origin: '2026-08-02',
    horizonDays: 90,
    rows: silent.length,
    ids: silent.map((_, row) => `C${row}`),
    repeats: blank(3),
    recency: blank(90),
    age: blank(100),
    valued: true,
    meanValue: blank(),
    repeatMean: blank(),
    recentDays: blank(),
    recentValue: blank(),
    earlierDays: blank(),
    earlierValue: blank(),
    models: new Map(),
    outcome: { silent: Float64Array.from(silent), purchases: Float64Array.from(silent, (value) => 1 - value), revenue: blank() },
  };
}

export interface PlainFold {
  /** What the customers did, and how the default and the recency rule rank them. */
  readonly silent: readonly number[];
  readonly own: readonly number[];
  readonly recency: readonly number[];
  readonly probabilities?: readonly number[];
  /** Who would have been scored; all unless given. */
  readonly kept?: readonly boolean[];
  /** The contender that the default is. */
  readonly by?: string;
  readonly forecast?: Totals;
  readonly lastPeriod?: Totals;
  readonly actual?: Totals;
  readonly newcomers?: Totals;
  readonly isModelMissing?: boolean;
}

/** A hold-out with these rankings and totals. */
export function foldOf(plain: PlainFold): Fold {
  const data = blankHistories(plain.silent);
  const contender = (id: string) => contenders.find((each) => each.id === id)!;
  const probabilities = Float64Array.from(plain.probabilities ?? plain.silent);
  const own = measure(contender(plain.by ?? 'logistic'), data, { scores: Float64Array.from(plain.own), probabilities });
  const recency = measure(contender('recency'), data, { scores: Float64Array.from(plain.recency), probabilities: null });
  const kept = plain.kept ?? null;
  const method = (id: string, totals: Totals): Foreseen => ({ id, ...totals });
  const lastPeriod = method('last-period', plain.lastPeriod ?? { orders: 100, revenue: 1000 });
  const chosen = plain.isModelMissing === true ? lastPeriod : method('mbg-nbd', plain.forecast ?? { orders: 100, revenue: 1000 });
  return {
    data,
    scores: { contender: own.contender, chosen: 'tested', tests: [], scores: own.scores, probabilities, recalibration: null, beyond: 0 },
    own,
    evaluations: [own, recency],
    all: rankingOf(data, own, [own, recency], null),
    scored: kept === null ? null : rankingOf(data, own, [own, recency], kept),
    kept,
    forecast: {
      methods: [chosen, lastPeriod],
      model: null,
      chosen,
      lastPeriod,
      actual: plain.actual ?? { orders: 100, revenue: 1000 },
      spend: null,
      deciles: [],
    },
    newcomers: plain.newcomers ?? { orders: 0, revenue: 0 },
  };
}
