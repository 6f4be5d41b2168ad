import { gammaGamma, type SpendHistory, type SpendPredictor } from '../../stats/spend/gamma-gamma.ts';
import { fitSpend } from '../../stats/spend/fit-spend.ts';
import { choose } from '../choice.ts';
import { type Foreseen, isKnownBefore, lastPeriod, type Totals, type TotalsTest } from '../holdout.ts';
import { modelsFirstBest } from '../purchases/models.ts';
import { mostSpenders } from '../value/spenders.ts';
import { bestOf } from './evaluation.ts';
import type { Histories } from './histories.ts';
import type { Scores } from './scores.ts';

/** A tenth of the customers, by what the default expected of them. */
export interface ForecastDecile {
  readonly decile: number;
  readonly customers: number;
  readonly forecast: Totals;
  readonly lastPeriod: Totals;
  readonly actual: Totals;
}

export interface Forecast extends TotalsTest {
  /** One for each purchase model that could be fitted, and the last period repeated. */
  readonly methods: readonly Foreseen[];
  /** The purchase model of the default; null where none could be fitted, and the last period stands for it. */
  readonly model: string | null;
  /** What the value of a purchase goes by; null where no order has an amount. */
  readonly spend: SpendBasis | null;
  /** The customers of whom most was expected first. */
  readonly deciles: readonly ForecastDecile[];
}

/** What the purchase models foresaw at an origin whose outcome is known. */
export function forecastAt(data: Histories, { contender, tests }: Scores): Forecast {
  const spend = data.valued ? spendOf(data) : null;
  const revenueOf = (expected: Float64Array): Float64Array | null =>
    spend === null ? null : expected.map((purchases, row) => purchases * spend.values[row]!);
  const byModel = [...data.models].map(([id, { expected }]) => ({ id, orders: expected, revenue: revenueOf(expected) }));
  const best = bestOf(tests.filter((test) => test.contender.model !== null && data.models.has(test.contender.model)))?.contender.model;
  const candidates = { asked: null, tested: [contender.model ?? [], best ?? []].flat(), untested: modelsFirstBest };
  const model = choose(candidates, (id) => data.models.get(id) ?? null)?.id ?? null;
  const last = { id: lastPeriod, ...lastPeriodOf(data) };
  const own = byModel.find(({ id }) => id === model) ?? last;
  const methods = [...byModel, last].map(({ id, orders, revenue }): Foreseen => ({
    id,
    orders: orders && sum(orders),
    revenue: revenue && sum(revenue),
  }));
  const { purchases, revenue } = data.outcome!;
  return {
    methods,
    model,
    chosen: methods.find(({ id }) => id === own.id)!,
    lastPeriod: methods.at(-1)!,
    actual: { orders: sum(purchases), revenue: revenue && sum(revenue) },
    spend: spend && spend.basis,
    deciles: decilesOf(own, last, { orders: purchases, revenue }),
  };
}

interface PerCustomer {
  readonly orders: Float64Array | null;
  readonly revenue: Float64Array | null;
}

/** What the customers known when the window before began bought in it, 0 for the others; null where nobody was known. */
function lastPeriodOf({ age, horizonDays, recentDays, recentValue, valued }: Histories): PerCustomer {
  const known = age.map((days) => (isKnownBefore(days, horizonDays) ? 1 : 0));
  if (!known.includes(1)) return { orders: null, revenue: null };
  const ofKnown = (values: Float64Array): Float64Array => values.map((value, row) => value * known[row]!);
  return { orders: ofKnown(recentDays), revenue: valued ? ofKnown(recentValue) : null };
}

/** None where nothing was expected of anybody. */
function decilesOf(own: PerCustomer, last: PerCustomer, actual: PerCustomer): ForecastDecile[] {
  const expected = own.orders;
  if (expected === null) return [];
  const order = [...expected.keys()].toSorted((one, other) => expected[other]! - expected[one]! || one - other);
  const cut = (decile: number): number => Math.round((decile * order.length) / 10);
  return Array.from({ length: 10 }, (_, index) => {
    const rows = order.slice(cut(index), cut(index + 1));
    const totals = ({ orders, revenue }: PerCustomer): Totals => ({
      orders: orders && sumOf(orders, rows),
      revenue: revenue && sumOf(revenue, rows),
    });
    return { decile: index + 1, customers: rows.length, forecast: totals(own), lastPeriod: totals(last), actual: totals(actual) };
  }).filter(({ customers }) => customers > 0);
}

/** By Gamma-Gamma, fitted on one customer in `oneIn`; where that could not be fitted, by the mean value of the customer. */
export interface SpendBasis {
  readonly fitted: boolean;
  readonly oneIn: number;
}

interface Spend {
  readonly values: Float64Array;
  readonly basis: SpendBasis;
}

/** Expected value of a purchase of each customer by the Gamma-Gamma model; its own mean value where that cannot be fitted. */
function spendOf(data: Histories): Spend {
  const step = Math.max(1, Math.ceil(data.rows / mostSpenders));
  const rows = [...data.repeats.keys()].filter((row) => row % step === 0);
  const { parameters } = fitSpend(rows.map((row) => spendHistoryOf(data, row)));
  const predictor: SpendPredictor | null = parameters === null ? null : gammaGamma(parameters);
  return {
    values: data.meanValue.map((own, row) => predictor?.expectedMean(spendHistoryOf(data, row)) ?? own),
    basis: { fitted: predictor !== null, oneIn: step },
  };
}

/** What the customers known when the horizon up to the origin began brought in it. */
export function knownBefore(data: Histories): Totals {
  const { orders, revenue } = lastPeriodOf(data);
  return { orders: orders && sum(orders), revenue: revenue && sum(revenue) };
}

/** What those brought whose first purchase came within the horizon up to the origin. */
export function newcomersOf({ age, horizonDays, recentDays, recentValue, valued }: Histories): Totals {
  const ofNew = (values: Float64Array): number => sum(values.filter((_, row) => !isKnownBefore(age[row]!, horizonDays)));
  return { orders: ofNew(recentDays), revenue: valued ? ofNew(recentValue) : null };
}

/** What is not known is no purchase worth nothing. */
function spendHistoryOf({ repeats, repeatMean }: Histories, row: number): SpendHistory {
  const mean = repeatMean[row]!;
  return Number.isNaN(mean) ? { x: 0, mean: 0 } : { x: repeats[row]!, mean };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function sumOf(values: Float64Array, rows: readonly number[]): number {
  return rows.reduce((total, row) => total + values[row]!, 0);
}
