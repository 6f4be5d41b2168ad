import type { Client } from 'pg';
import { CrmEvalError } from '../errors.ts';
import type { Connection } from './postgres-connection.ts';
import type { Concern } from './postgres-login-errors.ts';
import { statementError } from './postgres-statement-errors.ts';
import { Turns } from './turns.ts';

/** How often a request to cancel is repeated: one that overtakes its statement on the way to the server has no effect. */
const cancelEveryMilliseconds = 100;

/** After so many requests (10 s) the server is taken for gone. */
const cancelAttempts = 100;

/** How long tidying up may take where the server has stopped to answer. */
const closeMilliseconds = 30_000;

/** One statement after another on one connection, each of which can be stopped. */
export class Statements {
  readonly #connection: Connection;
  readonly #concern: Concern;
  readonly #signal: AbortSignal | undefined;
  readonly #onAbort = (): void => this.#stop();
  readonly #turns = new Turns();
  #running: AbortController | null = null;
  #cancelling: Promise<void> | null = null;
  #repeat: NodeJS.Timeout | undefined;

  constructor(connection: Connection, concern: Concern, signal: AbortSignal | undefined) {
    this.#connection = connection;
    this.#concern = concern;
    this.#signal = signal;
    signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  /** Throws a CrmEvalError, or the reason of the signal once that has aborted. The work's signal aborts when it is interrupted. */
  run<T>(work: (client: Client, interrupted: AbortSignal) => Promise<T>): Promise<T> {
    return this.#turns.take(async () => {
      this.#signal?.throwIfAborted();
      await this.#cancelling;
      const running = new AbortController();
      this.#running = running;
      try {
        return await work(this.#connection.client, running.signal);
      } catch (error) {
        this.#signal?.throwIfAborted();
        if (running.signal.aborted && isCancelled(error)) throw interrupted(error);
        throw statementError(error, this.#concern, this.#connection.isAlive());
      } finally {
        await this.#connection.isReady();
        this.#running = null;
      }
    });
  }

  /** Signal or not; where the server is gone, it has rolled back by itself. */
  async rollback(): Promise<void> {
    await this.#turns
      .take(async () => {
        await this.#cancelling;
        if (this.#connection.isAlive()) await this.#connection.client.query('rollback');
      })
      .catch(() => undefined);
  }

  /** Ends the running statement; where none runs, does nothing. */
  interrupt(): void {
    if (this.#running === null) return;
    // In the middle of COPY the server waits for data and hears nothing: there the source is what has to end.
    this.#running.abort();
    this.#cancelling ??= this.#connection.cancel().finally(() => {
      this.#cancelling = null;
    });
  }

  /** Runs the last statements, signal or not, after ending what still runs; then leaves. Never throws. */
  async close(last: (client: Client) => Promise<void>): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#stop();
    const { client, isAlive } = this.#connection;
    const patience = setTimeout(() => client.connection.stream.destroy(), closeMilliseconds);
    try {
      await this.#turns.take(async () => {
        await this.#cancelling;
        if (isAlive()) await last(client);
      });
      await client.end();
    } catch {
      // The server is gone: there is nobody to leave.
    } finally {
      clearTimeout(patience);
      clearInterval(this.#repeat);
    }
  }

  /** Interrupts until nothing runs any more. */
  #stop(): void {
    this.interrupt();
    clearInterval(this.#repeat);
    let attempts = 0;
    this.#repeat = setInterval(() => {
      attempts += 1;
      if (attempts >= cancelAttempts && this.#running !== null) this.#connection.client.connection.stream.destroy();
      this.interrupt();
    }, cancelEveryMilliseconds);
    this.#repeat.unref();
  }
}

function isCancelled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '57014' || error.code === 'ABORT_ERR');
}

function interrupted(cause: unknown): CrmEvalError {
  return new CrmEvalError('interrupted', 'interrupted', { en: 'the statement was interrupted', 'zh-CN': '语句被中断' }, { cause });
}
