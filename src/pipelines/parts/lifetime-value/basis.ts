import type { Engine } from '../../../engine/engine.ts';
import { sql } from '../../../engine/sql.ts';
import type { FitRow } from '../../../forecast/purchases/fit-rows.ts';
import { type ModelChoice, readChoice } from '../../../forecast/value/choice.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import type { Row } from '../../../lib/rows.ts';
import type { Value } from '../../../metrics/parameters.ts';
import { spendModelRows } from '../../../metrics/value/spend-model.ts';
import type { marginWords } from './words.ts';
import type { ResultCell } from '../../../result/result.ts';

export type Figures = Readonly<Record<string, ResultCell>>;

/** A row of `value_holdout`. */
export interface HoldoutRow extends Row {
  readonly method: string;
  readonly origin: IsoDate;
  readonly horizon_days: number;
  readonly customers: number;
  readonly foreseen_orders: number;
  readonly actual_orders: number;
  readonly squared_error: number;
  readonly foreseen_revenue: number | null;
  readonly actual_revenue: number | null;
}

/** What the lifetime values rest on. */
export interface ValueBasis {
  readonly purchases: ModelChoice;
  readonly holdout: readonly HoldoutRow[];
  readonly spend: readonly FitRow[];
  readonly independence: Figures;
  /** Share of revenue that is profit. */
  readonly margin: Margin;
}

interface Margin extends Row {
  readonly margin: number | null;
  readonly basis: keyof typeof marginWords;
}

export async function valueBasis(engine: Engine, settled: { readonly as_of: IsoDate | null; readonly value: Value }): Promise<ValueBasis> {
  const [independence = {}] = await engine.rows<Figures>(sql`select correlation, n, low, high, without_value from spend_independence`);
  const [margin = { margin: null, basis: 'revenue' }] = await engine.rows<Margin>(sql`select margin, basis from profit_margin`);
  return {
    purchases: await readChoice((query) => engine.rows(query), settled),
    holdout: await engine.rows<HoldoutRow>(sql`select * from value_holdout order by squared_error, method`),
    spend: await engine.rows<FitRow>(spendModelRows),
    independence,
    margin,
  };
}
