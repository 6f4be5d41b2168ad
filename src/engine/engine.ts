import type { Column, ColumnType, Row } from '../lib/rows.ts';
import type { RowList } from '../lib/row-list.ts';
import type { Answer } from './answer.ts';
import type { Sql } from './sql.ts';

/** The SQL name of each type, in the part of SQL both engines speak. */
export const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: 'varchar',
  date: 'date',
  timestamp: 'timestamp',
  boolean: 'boolean',
  integer: 'bigint',
  money: 'decimal(18,4)',
  decimal: 'decimal(18,6)',
  wide: 'decimal(38,6)',
  double: 'double precision',
};

/** Tables that outlive their scope, each by a key that says all that it was computed from. */
export interface KeptTables {
  /** Of the table of this name, short and no other's; null: it does not stand, or nobody said what it was computed from. */
  keyOf(name: string): string | null;
  /** Says of a table that is whole what it was computed from: it is put aside in place of being dropped. */
  hold(name: string, key: string): void;
  /** Brings a table back under its name that was put aside under this key; false: there is none. */
  restore(name: string, key: string): Promise<boolean>;
}

/** Tables computed from everybody's rows, for an engine that holds those of some alone. */
export interface WholeTables {
  /** Whether this metric is lent, and not computed from the rows that the engine holds. */
  lends(metric: string): boolean;
  /**
   * Computes these metrics from everybody's rows, and puts of each what those in scope may see into the engine, under its name. Resolves to the
   * fields that are missing of those that could not be computed, which are empty then.
   */
  lend(metrics: readonly string[], parameters: unknown, to: Engine): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Reads what the metrics lent last were taken from, with the rows of everybody: for rates and models that name nobody. One function for the same parameters. */
  readonly read: (query: Sql) => Promise<Row[]>;
}

/** Where metrics are computed. Every engine gives the same rows for the same SQL. */
export interface Engine {
  readonly dialect: 'duckdb' | 'postgres';
  /** Where tables outlive their scope (`withKeptTables`). */
  readonly kept?: KeptTables;
  /** Where it holds the rows of some alone (`--scope`). */
  readonly whole?: WholeTables;
  /** Says which tables are made next, in this order: for whoever shows how far that is. */
  announce?(names: readonly string[]): void;
  /** Creates a table from a query; the name must be new. */
  create(name: string, query: Sql): Promise<void>;
  /** Runs a query. An integer beyond 2^53 or a float that is not finite throws; a decimal arrives as the nearest number. */
  rows<T extends Row = Row>(query: Sql): Promise<T[]>;
  /**
   * As `rows`, kept by column: what is not looked at is not made, and what no cell can hold throws when it is. Where the caller knows how many rows
   * there are, they are taken as they come, without a copy of all of them in the engine.
   */
  list(query: Sql, count?: number): Promise<RowList>;
  /**
   * Runs one query that a user wrote, with no right to write, and keeps its first rows (null: all). Whether it may be run is for the caller
   * to see.
   */
  answer(query: string, most: number | null): Promise<Answer>;
  /** Creates the table if it is new, then adds rows to it. */
  append(name: string, columns: readonly Column[], rows: Iterable<Row>): Promise<void>;
  /** Gives a table that was created here another name; it must be new. */
  rename(name: string, to: string): Promise<void>;
  /** Removes a table that was created here. */
  drop(name: string): Promise<void>;
  close(): Promise<void>;
}
