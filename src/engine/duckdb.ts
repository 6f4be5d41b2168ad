import { availableParallelism } from 'node:os';
import { type DuckDBDataChunk, DuckDBInstance, type DuckDBResult } from '@duckdb/node-api';
import { RowList } from '../lib/row-list.ts';
import type { Column, Row } from '../lib/rows.ts';
import { type Engine, sqlTypes } from './engine.ts';
import type { Answer } from './answer.ts';
import { duckdbAnswer } from './duckdb-answer.ts';
import { appendCell } from './duckdb-append.ts';
import { DuckDbSession } from './duckdb-session.ts';
import { columnCells } from './duckdb-values.ts';
import { MacroLibrary } from './macro-library.ts';
import { identifier, join, type Sql, sql, trusted } from './sql.ts';

/** Rows of one piece of a result. */
const chunkRows = 2048;

export interface DuckDbOptions {
  /** A private folder for what does not fit in memory. */
  readonly scratch: string;
  /** Default: the number of cores. Never changes a result. */
  readonly threads?: number;
  /** Bytes; default: DuckDB's own, 80% of memory. What the engine holds beyond it goes to the scratch folder. */
  readonly memoryLimit?: number;
}

/** How far the statement is that runs now. */
export interface StatementProgress {
  /** The table that it creates; null for a query. */
  readonly table: string | null;
  /** Of the work, in [0, 1]: as far as the engine can tell, which counts the bytes of a text file and the rows of a table. */
  readonly share: number;
  /** Rows taken from tables and operators so far, of about so many. Not for text files: there the engine guesses the length of a line. */
  readonly rows: number;
  readonly totalRows: number;
}

/** How many of the tables that were announced are made. */
export interface AnnouncedSteps {
  readonly done: number;
  readonly total: number;
  /** Of the others the one that a statement makes now, else the first. */
  readonly next: string;
}

/**
 * The embedded engine: in memory, spilling to the scratch folder, with no way to the network. It may be asked for several things at a time: statements
 * that make tables run one after another, and beside them, likewise, what tables are asked for and what is added to them row by row.
 */
export class DuckDbEngine implements Engine {
  readonly dialect = 'duckdb';
  /** As it was opened; null: DuckDB's own. */
  readonly memoryLimit: number | null;
  readonly threads: number;
  readonly #instance: DuckDBInstance;
  /** Where tables are made. */
  readonly #making: DuckDbSession;
  /** Where rows are read and added. */
  readonly #rows: DuckDbSession;
  /** Being created now. */
  #table: string | null = null;
  #macros: MacroLibrary | null = null;
  /** While functions are made. */
  #defined: Promise<unknown> | null = null;
  #announced: readonly string[] = [];
  readonly #made = new Set<string>();

  private constructor(instance: DuckDBInstance, [making, rows]: [DuckDbSession, DuckDbSession], { memoryLimit, threads }: DuckDbOptions) {
    this.memoryLimit = memoryLimit ?? null;
    this.threads = threads ?? availableParallelism();
    this.#instance = instance;
    this.#making = making;
    this.#rows = rows;
  }

  static async open(options: DuckDbOptions): Promise<DuckDbEngine> {
    const instance = await DuckDBInstance.create(':memory:', {
      temp_directory: options.scratch,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      // There is no file to bring up to date, and a checkpoint would only rewrite tables to merge their row groups: 5 s for ten million lines.
      checkpoint_threshold: '1000TB',
      ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
      ...(options.memoryLimit === undefined ? {} : { memory_limit: `${options.memoryLimit}B` }),
    });
    return new DuckDbEngine(instance, [await DuckDbSession.open(instance), await DuckDbSession.open(instance)], options);
  }

  /** Runs DuckDB's own SQL: reading and casting raw files is written for this engine alone. */
  async run(statement: Sql): Promise<void> {
    await this.#run(this.#making, statement);
  }

  /** Functions that statements may call from now on; each is made where it is first called. */
  define(macros: readonly Sql[]): void {
    this.#macros = new MacroLibrary(macros);
  }

  async #run(session: DuckDbSession, { text }: Sql, begin?: () => void): Promise<DuckDBResult> {
    await this.#makeCalled(session, text);
    return session.run(text, begin);
  }

  /** Makes the functions that the statement calls. */
  async #makeCalled(session: DuckDbSession, text: string): Promise<void> {
    const called = this.#macros?.take(text) ?? null;
    if (called !== null) this.#defined = Promise.all([this.#defined, session.run(called.text)]);
    // Other statements may have called for them at the same moment, on either connection.
    const defined = this.#defined;
    if (defined !== null)
      try {
        await defined;
      } finally {
        if (this.#defined === defined) this.#defined = null;
      }
  }

  announce(names: readonly string[]): void {
    this.#announced = names;
    this.#made.clear();
  }

  /** Null where nothing more was announced. */
  steps(): AnnouncedSteps | null {
    const others = this.#announced.filter((name) => !this.#made.has(name));
    const next = others.find((name) => name === this.#table) ?? others[0];
    return next === undefined ? null : { done: this.#announced.length - others.length, total: this.#announced.length, next };
  }

  async create(name: string, query: Sql): Promise<void> {
    try {
      await this.#run(this.#making, sql`create table ${identifier(name)} as ${query}`, () => {
        this.#table = name;
      });
      this.#made.add(name);
    } finally {
      // The next statement may have begun.
      if (this.#table === name) this.#table = null;
    }
  }

  async rows<T extends Row = Row>(query: Sql): Promise<T[]> {
    return [...(await this.list(query))] as Row[] as T[];
  }

  async list(query: Sql, count?: number): Promise<RowList> {
    if (count !== undefined && count > chunkRows) {
      await this.#makeCalled(this.#rows, query.text);
      const list = await this.#rows.stream(query.text, listOf);
      // DuckDB ends a stream in silence where a statement fails: it is run once more then, to say why.
      if (list.length === count) return list;
    }
    return listOf(await this.#run(this.#rows, query));
  }

  /** Throws the error of DuckDB. */
  answer(query: string, most: number | null): Promise<Answer> {
    return this.#rows.work((connection) => duckdbAnswer(connection, query, most));
  }

  async append(name: string, columns: readonly Column[], rows: Iterable<Row>): Promise<void> {
    const definitions = columns.map((column) => sql`${identifier(column.name)} ${trusted(sqlTypes[column.type])}`);
    await this.#run(this.#rows, sql`create table if not exists ${identifier(name)} (${join(definitions)})`);
    await this.#rows.work(async (connection) => {
      const appender = await connection.createAppender(name);
      try {
        for (const row of rows) {
          for (const { name: column, type } of columns) appendCell(appender, row[column], type);
          appender.endRow();
        }
        appender.flushSync();
      } finally {
        appender.closeSync();
      }
    });
    this.#made.add(name);
  }

  async rename(name: string, to: string): Promise<void> {
    await this.run(sql`alter table ${identifier(name)} rename to ${identifier(to)}`);
    this.#made.add(to);
  }

  async drop(name: string): Promise<void> {
    await this.run(sql`drop table ${identifier(name)}`);
  }

  /** After loading: no statement can read a file or change a setting any more. */
  async lock(): Promise<void> {
    await this.run(sql`set enable_external_access = false`);
    await this.run(sql`set lock_configuration = true`);
  }

  /** Null where no statement runs, and for one that cannot be measured. To be asked at any time: statements run beside JavaScript. */
  progress(): StatementProgress | null {
    const session = this.#making.progress.percentage < 0 ? this.#rows : this.#making;
    const { percentage, rows_processed: rows, total_rows_to_process: totalRows } = session.progress;
    if (percentage < 0) return null;
    return { table: this.#table, share: Math.min(1, percentage / 100), rows: Number(rows), totalRows: Number(totalRows) };
  }

  interrupt(): void {
    this.#making.interrupt();
    this.#rows.interrupt();
  }

  /** Behind all that was asked for. */
  async close(): Promise<void> {
    await Promise.all([this.#making.close(), this.#rows.close()]);
    this.#instance.closeSync();
  }
}

/** All rows of a result. */
async function listOf(result: DuckDBResult): Promise<RowList> {
  const types = result.columnTypes();
  const chunks: DuckDBDataChunk[] = [];
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) chunks.push(chunk);
  const columns = result
    .deduplicatedColumnNames()
    .map(
      (name, column) =>
        [name, (portion: number, from: number, to: number) => columnCells(chunks[portion]!, { column, from, to }, types[column])] as const,
    );
  return new RowList(
    chunks.map((chunk) => chunk.rowCount),
    new Map(columns),
  );
}
