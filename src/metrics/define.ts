import type { Sql } from '../engine/sql.ts';
import type { Read } from '../forecast/read.ts';
import type { Localized } from '../lib/localized.ts';
import type { ColumnType, Row } from '../lib/rows.ts';
import type { Better, ValueType } from '../result/result.ts';

export interface MetricColumn {
  readonly type: ColumnType;
  /** How reports format it. */
  readonly shows: ValueType;
  readonly title: Localized;
  /** What the figure says: numerator, denominator, bounds, unit. It is printed as the basis. */
  readonly meaning: Localized;
  readonly unit?: string;
  /** Which way is favourable; left out where more is neither better nor worse, as of a share that falls because the rest grew. */
  readonly better?: Better;
  /** When the value is null; a figure that is never null has none. */
  readonly empty?: Localized;
}

/** What a zod schema is to the runner, so that a metric may be declared with any copy of zod. */
interface ParameterSchema<P> {
  readonly safeParse: (
    value: unknown,
  ) =>
    | { readonly success: true; readonly data: P }
    | { readonly success: false; readonly error: { readonly issues: readonly ParameterIssue[] } };
}

export interface ParameterIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

interface MetricBase<P> {
  /** snake_case; the table's name in the engine and the file's name with `_` for `-`. */
  readonly id: string;
  readonly question: Localized;
  /** The columns that identify a row; rows are unique in them and none of them is null. */
  readonly grain: readonly string[];
  readonly columns: Readonly<Record<string, MetricColumn>>;
  /** Sets of canonical fields of which each must hold at least one that is available: `[['orders.amount', 'customers.revenue']]`. */
  readonly requires: readonly (readonly string[])[];
  /** Canonical fields that are used where they are given. All fields the SQL names are in `requires` or here: others are not loaded. */
  readonly reads?: readonly string[];
  /** Sets of fields of one table of which the first that a file has is enough; the others are then not loaded. */
  readonly readsFirst?: readonly (readonly string[])[];
  /** Metrics that must have been computed. */
  readonly uses: readonly string[];
  /** Metrics that are used where they could be computed; else their table is there and empty. */
  readonly usesIfComputed?: readonly string[];
  /** Paper, definition or worked example. */
  readonly source: string;
  /** What it takes from the parameters of the run. */
  readonly parameters: ParameterSchema<P>;
}

export interface SqlMetric<P> extends MetricBase<P> {
  /** In the part of SQL that every engine speaks (engine/portable-rules.ts); reads canonical tables and the tables named in `uses`. */
  readonly sql: (parameters: P) => Sql;
}

export interface ComputedMetric<P> extends MetricBase<P> {
  /** Rows in, rows out; `rows` queries the tables named in `uses`. Reads no clock and no random source. */
  readonly compute: (parameters: P, rows: Read) => Promise<Iterable<Row>>;
}

export type Metric<P> = SqlMetric<P> | ComputedMetric<P>;

/** A metric whose parameters are known only to the runner, which parses them before it calls `sql` or `compute`. */
export type AnyMetric = Metric<unknown>;

export function defineMetric<P>(metric: Metric<P>): AnyMetric {
  return metric as AnyMetric;
}
