import { sql } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import type { Row } from '../../lib/rows.ts';
import type { PurchasePredictor } from '../../stats/purchases/model.ts';
import { fitSpend } from '../../stats/spend/fit-spend.ts';
import { gammaGamma, type SpendPredictor } from '../../stats/spend/gamma-gamma.ts';
import type { FitRow } from '../purchases/fit-rows.ts';
import { groupOf, type GroupRow, modelDays } from '../purchases/models.ts';
import { predictorsOf } from '../purchases/fit-rows.ts';
import { type Foreseen, isKnownBefore, lastPeriod } from '../holdout.ts';
import type { Read } from '../read.ts';
import { readSpendersOn } from './spenders.ts';

/** Customers of one history, with what they bought in the horizon before the origin (`recent`) and in the one after it. */
interface Cell extends GroupRow {
  readonly repeat_value: number | null;
  readonly purchases: number;
  readonly squares: number;
  readonly revenue: number | null;
  readonly recent_days: number;
  readonly recent_error: number;
  readonly recent_value: number | null;
  readonly known_value: number | null;
}

interface Measured extends Foreseen {
  readonly squaredError: number;
}

/** Rows of `value_holdout`: a method each; none where no customer had bought by the day. */
export async function holdoutRows(
  rows: Read,
  { day, horizonDays }: { readonly day: IsoDate; readonly horizonDays: number },
): Promise<Row[]> {
  const cells = await readCells(rows, day);
  const sumOf = (own: readonly Cell[], of: (cell: Cell) => number | null): number =>
    own.reduce((total, cell) => total + (of(cell) ?? 0), 0);
  const sum = (of: (cell: Cell) => number | null): number => sumOf(cells, of);
  const customers = sum((cell) => cell.customers);
  if (customers === 0) return [];
  const { parameters } = fitSpend(await readSpendersOn(rows, day));
  const spend = parameters === null ? null : gammaGamma(parameters);
  const models = [...predictorsOf(await readFits(rows, day))].map(([id, predictor]): Measured => {
    const foreseen = cells.map((cell) => foresee(cell, { predictor, spend, horizonDays }));
    return {
      id,
      orders: foreseen.reduce((total, { orders }) => total + orders, 0),
      squaredError: foreseen.reduce((total, { squares }) => total + squares, 0),
      revenue: foreseen.reduce<number | null>((total, { revenue }) => (total === null || revenue === null ? null : total + revenue), 0),
    };
  });
  const valued = cells.some((cell) => cell.known_value !== null || cell.revenue !== null);
  const known = cells.filter((cell) => isKnownBefore(cell.age_days, horizonDays));
  const last: Measured = {
    id: lastPeriod,
    orders: known.length === 0 ? null : sumOf(known, (cell) => cell.recent_days),
    squaredError: sum((cell) => cell.recent_error),
    revenue: valued && known.length > 0 ? sumOf(known, (cell) => cell.recent_value) : null,
  };
  return [...models, last].map(({ id, orders, squaredError, revenue }) => ({
    method: id,
    origin: day,
    horizon_days: horizonDays,
    customers,
    foreseen_orders: orders,
    actual_orders: sum((cell) => cell.purchases),
    squared_error: squaredError / customers,
    foreseen_revenue: revenue,
    actual_revenue: valued ? sum((cell) => cell.revenue) : null,
  }));
}

/**
 * All customers of a cell have the same expected purchases. Their expected values add up to that of their mean, which it is linear in: customers
 * whose repeat purchases have no amount, who get the mean of all, lie in cells of their own.
 */
function foresee(
  cell: Cell,
  {
    predictor,
    spend,
    horizonDays,
  }: { readonly predictor: PurchasePredictor; readonly spend: SpendPredictor | null; readonly horizonDays: number },
): { readonly orders: number; readonly squares: number; readonly revenue: number | null } {
  const { customers, repeat_days: x, purchases, squares } = cell;
  const expected = predictor.expectedPurchases(groupOf(cell), horizonDays / modelDays);
  const value = cell.repeat_value;
  const mean = spend?.expectedMean(x === 0 || value === null ? { x: 0, mean: 0 } : { x, mean: value / (x * customers) }) ?? null;
  return {
    orders: customers * expected,
    squares: customers * expected ** 2 - 2 * expected * purchases + squares,
    revenue: mean === null ? null : customers * expected * mean,
  };
}

async function readCells(rows: Read, day: IsoDate): Promise<readonly Cell[]> {
  return (await rows(sql`
    select
      history.repeat_days, history.recency_days, history.age_days,
      count(*) as customers,
      sum(history.repeat_value) as repeat_value,
      sum(outcome.purchases)::bigint as purchases,
      sum(outcome.purchases * outcome.purchases)::bigint as squares,
      sum(outcome.revenue) as revenue,
      sum(history.recent_days)::bigint as recent_days,
      sum((history.recent_days - outcome.purchases) * (history.recent_days - outcome.purchases))::bigint as recent_error,
      sum(history.recent_value) as recent_value,
      sum(history.purchase_value) as known_value
    from purchase_history as history
    join purchase_outcome as outcome on outcome.customer_id = history.customer_id and outcome.origin = history.origin
    where history.origin = ${day}::date
    group by history.repeat_days, history.recency_days, history.age_days, case when history.repeat_value is null then 0 else 1 end
    order by history.repeat_days, history.recency_days, history.age_days, count(history.repeat_value)`)) as unknown as readonly Cell[];
}

async function readFits(rows: Read, day: IsoDate): Promise<readonly FitRow[]> {
  return (await rows(
    sql`select * from purchase_fits where origin = ${day}::date order by model, position`,
  )) as unknown as readonly FitRow[];
}
