import { identifier, join, type Sql, sql } from '../engine/sql.ts';
import type { ListColumn, MetricColumn } from './list-columns.ts';
import type { TableHead } from './table.ts';

/** By what a list is sorted; what is missing comes last. */
export interface Order extends MetricColumn {
  readonly direction: 'asc' | 'desc';
}

export function ascending(metric: string, ...columns: readonly string[]): Order[] {
  return columns.map((column) => ({ metric, column, direction: 'asc' }));
}

export function descending(metric: string, ...columns: readonly string[]): Order[] {
  return columns.map((column) => ({ metric, column, direction: 'desc' }));
}

/** A list without its columns: which rows of which metric, in which order. */
export interface RowRequest extends TableHead {
  /** The metric that has one row for each row of the list. */
  readonly of: string;
  /** The column by which the other metrics are joined, which have at most one row for each of its values. */
  readonly by?: string;
  /** Which rows of `of` are listed. */
  readonly where?: Sql;
  readonly order: readonly Order[];
}

export interface ListRequest extends RowRequest {
  readonly columns: readonly ListColumn[];
}

/** The metrics that have these columns, joined, without the rows that are not listed; `part` is what is read of a metric, default: all of it. */
export function source({ of, by, where }: RowRequest, columns: readonly MetricColumn[], part: (metric: string) => Sql = identifier): Sql {
  const others = [...new Set(columns.map(({ metric }) => metric))].filter((metric) => metric !== of);
  if (others.length > 0 && by === undefined) throw new RangeError(`a list of ${of} has no column to join ${others.join(', ')} by`);
  const joins = others.map(
    (metric) => sql`left join ${part(metric)} on ${columnName({ metric, column: by! })} = ${columnName({ metric: of, column: by! })}`,
  );
  return sql`${join([part(of), ...joins], ' ')} ${where === undefined ? sql`` : sql`where ${where}`}`;
}

export function columnName({ metric, column }: MetricColumn): Sql {
  return sql`${identifier(metric)}.${identifier(column)}`;
}
