/** Column types that every engine shares. `money`, `decimal` and `wide` (a decimal that what is computed from money fits) are exact: sums of them do not depend on order or threads. */
export type ColumnType = 'text' | 'date' | 'timestamp' | 'boolean' | 'integer' | 'money' | 'decimal' | 'wide' | 'double';

/** What a cell may be outside an engine: dates are `2026-10-31`, instants `2026-10-31 09:00:00`; no bigint, no Date, no NaN. */
export type Cell = string | number | boolean | null;

export type Row = Readonly<Record<string, Cell>>;

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}
