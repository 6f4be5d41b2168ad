import type { DuckDBConnection, DuckDBInstance, DuckDBResult } from '@duckdb/node-api';
import { overflowError } from './number-overflow.ts';
import { Turns } from './turns.ts';

/** One connection to the embedded engine: its statements run one after another, in the order in which they were asked for. */
export class DuckDbSession {
  readonly #connection: DuckDBConnection;
  readonly #turns = new Turns();

  private constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  static async open(instance: DuckDBInstance): Promise<DuckDbSession> {
    const connection = await instance.connect();
    await connection.run(`set TimeZone = 'UTC'`);
    // DuckDB measures how far a statement is only while it has a bar; its own is never printed.
    await connection.run('set enable_progress_bar_print = false');
    await connection.run('set enable_progress_bar = true');
    return new DuckDbSession(connection);
  }

  /** Before the statement runs, `begin` is called. */
  run(statement: string, begin?: () => void): Promise<DuckDBResult> {
    return this.work(async (connection) => {
      begin?.();
      try {
        return await connection.run(statement);
      } catch (error) {
        throw overflowError(error) ?? error;
      }
    });
  }

  /** Reads the rows of a query as they come; nothing else runs meanwhile. Of a statement that fails on the way no more rows come, and no error. */
  stream<T>(query: string, read: (result: DuckDBResult) => Promise<T>): Promise<T> {
    return this.work(async (connection) => read(await connection.stream(query)));
  }

  /** What takes several statements: nothing else runs meanwhile. */
  work<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    return this.#turns.take(() => work(this.#connection));
  }

  get progress(): DuckDBConnection['progress'] {
    return this.#connection.progress;
  }

  interrupt(): void {
    this.#connection.interrupt();
  }

  /** Behind all that was asked for. */
  close(): Promise<void> {
    return this.work(async (connection) => connection.closeSync());
  }
}
