import { type Sql, sql } from '../../engine/sql.ts';
import { type FitRow, type Predictors, predictorsOf } from '../purchases/fit-rows.ts';
import { modelDays } from '../purchases/models.ts';
import type { Read } from '../read.ts';
import type { IsoDate } from '../../lib/dates.ts';
import type { PurchaseHistory } from '../../stats/purchases/history.ts';
import type { PurchasePredictor } from '../../stats/purchases/model.ts';
import { groupedBy } from '../../lib/groups.ts';

/** What a purchase model says of each row. */
export interface ModelForecast {
  readonly alive: Float64Array;
  readonly purchase: Float64Array;
  readonly expected: Float64Array;
}

/** The customers of one origin in columns, ordered by customer id. */
export interface Histories {
  readonly origin: IsoDate;
  readonly horizonDays: number;
  readonly rows: number;
  readonly ids: readonly string[];
  /** Repeat purchase days, days from first to last, days from first to the origin. */
  readonly repeats: Float64Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  /** Whether any purchase up to the origin has an amount. If not, the columns of values are 0 throughout and say nothing. */
  readonly valued: boolean;
  readonly meanValue: Float64Array;
  /** Mean value of the repeat purchases; NaN where there is none, and where none has an amount. */
  readonly repeatMean: Float64Array;
  readonly recentDays: Float64Array;
  readonly recentValue: Float64Array;
  readonly earlierDays: Float64Array;
  readonly earlierValue: Float64Array;
  /** By model id; without those that could not be fitted. */
  readonly models: ReadonlyMap<string, ModelForecast>;
  /** Null where the horizon is not over by the as-of date. */
  readonly outcome: Outcome | null;
}

export interface Outcome {
  /** 1: bought nothing within the horizon. */
  readonly silent: Float64Array;
  readonly purchases: Float64Array;
  /** Null where no amount is known: none of the purchases has one, or there are none and none had one before. */
  readonly revenue: Float64Array | null;
}

interface Wanted {
  readonly origin: IsoDate;
  readonly horizonDays: number;
  /** Whether the outcome is known. */
  readonly past: boolean;
  readonly predictors: Predictors;
  /** At most so many customers: every k-th by customer id. */
  readonly limit?: number;
}

type FittedRow = Pick<FitRow, 'model' | 'value' | 'problem'> & { readonly origin: IsoDate };

/** The models that could be fitted, by origin. */
export async function readPredictors(read: Read): Promise<ReadonlyMap<IsoDate, Predictors>> {
  const rows = await read(sql`select origin, model, value, problem from purchase_fits order by origin, model, position`);
  return new Map(
    [...groupedBy(rows as unknown as readonly FittedRow[], ({ origin }) => origin)].map(([origin, own]) => [origin, predictorsOf(own)]),
  );
}

/** Reads the customers of an origin with what the models say of each. */
export async function readHistories(read: Read, wanted: Wanted): Promise<Histories> {
  const { origin, horizonDays, past, limit } = wanted;
  const rows = await read(sql`
    ${await sampled(read, origin, limit)}
    select
      history.customer_id, history.repeat_days, history.recency_days, history.age_days, history.purchase_value, history.repeat_value,
      history.recent_days, history.recent_value, history.earlier_days, history.earlier_value, outcome.purchases, outcome.revenue
    from history
    left join purchase_outcome as outcome on outcome.customer_id = history.customer_id and outcome.origin = history.origin
    order by history.customer_id`);
  const known = (name: string): boolean => rows.some((row) => (row[name] ?? null) !== null);
  const column = (name: string): Float64Array => Float64Array.from(rows, (row) => Number(row[name] ?? 0));
  const repeats = column('repeat_days');
  const purchases = column('purchases');
  const valued = known('purchase_value');
  const bought = purchases.some((count) => count > 0);
  const value = column('purchase_value');
  const history = { repeats, recency: column('recency_days'), age: column('age_days') };
  return {
    origin,
    horizonDays,
    rows: rows.length,
    ids: rows.map((row) => String(row['customer_id'])),
    ...history,
    valued,
    meanValue: value.map((total, row) => total / (repeats[row]! + 1)),
    repeatMean: Float64Array.from(rows, (row, index) => Number(row['repeat_value'] ?? Number.NaN) / repeats[index]!),
    recentDays: column('recent_days'),
    recentValue: column('recent_value'),
    earlierDays: column('earlier_days'),
    earlierValue: column('earlier_value'),
    models: new Map([...wanted.predictors].map(([id, predictor]) => [id, forecastOf(predictor, history, horizonDays)])),
    outcome: past
      ? {
          silent: purchases.map((count) => (count === 0 ? 1 : 0)),
          purchases,
          revenue: (bought ? known('revenue') : valued) ? column('revenue') : null,
        }
      : null,
  };
}

function forecastOf(
  predictor: PurchasePredictor,
  { repeats, recency, age }: Pick<Histories, 'repeats' | 'recency' | 'age'>,
  horizonDays: number,
): ModelForecast {
  const each = (say: (history: PurchaseHistory) => number): Float64Array =>
    repeats.map((x, row) => say({ x, recency: recency[row]! / modelDays, age: age[row]! / modelDays }));
  return {
    alive: each((history) => predictor.probabilityAlive(history)),
    purchase: each((history) => predictor.probabilityOfPurchase(history, horizonDays / modelDays)),
    expected: each((history) => predictor.expectedPurchases(history, horizonDays / modelDays)),
  };
}

/** The customers of the origin as `history`. */
async function sampled(read: Read, origin: IsoDate, limit: number | undefined): Promise<Sql> {
  const own = sql`select * from purchase_history where origin = ${origin}::date`;
  if (limit === undefined) return sql`with history as (${own})`;
  const [count] = await read(sql`select count(*) as customers from purchase_history where origin = ${origin}::date`);
  const step = Math.max(1, Math.ceil(Number(count?.['customers'] ?? 0) / limit));
  if (step === 1) return sql`with history as (${own})`;
  return sql`with numbered as (
      select customer_id, row_number() over (order by customer_id) as place from purchase_history where origin = ${origin}::date
    ),
    history as (
      select purchase_history.*
      from purchase_history join numbered on numbered.customer_id = purchase_history.customer_id
      where purchase_history.origin = ${origin}::date and mod(numbered.place - 1, ${step}) = 0
    )`;
}
