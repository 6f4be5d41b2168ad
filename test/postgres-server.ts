import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';
import { Client } from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { launch, postgresBinaries, type RunningServer, type ServerSettings, startServer, stopServer } from './postgres-process.ts';

/** A server to test on. */
export interface PostgresServer {
  /** Of the superuser (or of whom CRM_EVAL_TEST_POSTGRES names), with no password. */
  readonly url: string;
}

const given = process.env['CRM_EVAL_TEST_POSTGRES'] ?? '';
const notice = 'skipped (no PostgreSQL: install it, or set CRM_EVAL_TEST_POSTGRES to a URL)';

/** The process that runs all the tests: it outlives this worker, and the server ends with it. */
const runner = isMainThread ? process.ppid : process.pid;

/**
 * The one server of a test run, started for the first test file that asks and stopped after the last, however the run ends; or that of
 * CRM_EVAL_TEST_POSTGRES. Null, with a printed line, where PostgreSQL is not installed. Its text order is English and its clock is in
 * Shanghai, so that what forgets to set them fails.
 */
export async function startPostgres(): Promise<PostgresServer | null> {
  if (given !== '') return { url: given };
  const binaries = postgresBinaries();
  if (binaries === null) {
    process.stdout.write(`${notice}\n`);
    return null;
  }
  return { url: superuserUrl(await sharedServer(binaries)) };
}

/** Runs the tests on a database of their own, which is dropped afterwards; elsewhere says so and skips. */
export function describeWithPostgres(name: string, tests: (server: PostgresServer) => void): void {
  if (given === '' && postgresBinaries() === null) {
    process.stdout.write(`${notice}: ${name}\n`);
    describe.skip(name, () => {});
    return;
  }
  describe(name, async () => {
    const server = await startPostgres();
    if (server === null) throw new Error('PostgreSQL was there a moment ago');
    const database = `crm_eval_test_${process.pid}_${(databases += 1)}`;
    await execute(server.url, `create database ${database}`);
    afterAll(() => execute(server.url, `drop database if exists ${database} with (force)`));
    tests({ url: urlWith(server.url, { database }) });
  });
}

let databases = 0;

/** A server that the tests may kill, and whose settings they choose. */
export interface OwnPostgres extends PostgresServer {
  /** Holds the data and the Unix socket. */
  readonly folder: string;
  /** `immediate` is a crash in the eyes of a client. */
  stop(how: 'immediate' | 'fast'): Promise<void>;
  /** Starts it again, on another port. */
  start(): Promise<void>;
}

/** As `describeWithPostgres`, with a server that starts for these tests alone: 2 s. The server may be used inside of tests and hooks only. */
export function describeWithOwnPostgres(name: string, settings: ServerSettings, tests: (server: OwnPostgres) => void): void {
  const binaries = postgresBinaries();
  if (binaries === null) {
    process.stdout.write(`skipped (no PostgreSQL: install it): ${name}\n`);
    describe.skip(name, () => {});
    return;
  }
  describe(name, () => {
    let running: RunningServer | undefined;
    const now = (): RunningServer => {
      if (running === undefined) throw new Error('the server has not been started yet');
      return running;
    };
    beforeAll(async () => {
      running = await startServer(binaries, join(tmpdir(), `crm-eval-own-${process.pid}-${(databases += 1)}`), process.pid, settings);
    });
    afterAll(async () => {
      await stopServer(now(), 'immediate');
      rmSync(now().folder, { recursive: true, force: true });
    });
    tests({
      get url() {
        return superuserUrl(now());
      },
      get folder() {
        return now().folder;
      },
      stop: (how) => stopServer(now(), how),
      start: async () => {
        running = await launch(binaries, now().folder);
      },
    });
  });
}

/** Runs statements on a connection of their own. */
export async function execute(url: string, ...statements: readonly string[]): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

/** The same server for another user, or another database. */
export function urlWith(url: string, parts: { user?: string; password?: string; database?: string; query?: string }): string {
  const changed = new URL(url);
  if (parts.user !== undefined) changed.username = encodeURIComponent(parts.user);
  if (parts.password !== undefined) changed.password = encodeURIComponent(parts.password);
  if (parts.database !== undefined) changed.pathname = `/${encodeURIComponent(parts.database)}`;
  if (parts.query !== undefined) changed.search = parts.query;
  return changed.href;
}

function superuserUrl({ port }: RunningServer): string {
  return `postgres://postgres@127.0.0.1:${port}/postgres`;
}

async function sharedServer(binaries: string): Promise<RunningServer> {
  const folder = join(tmpdir(), `crm-eval-postgres-${runner}`);
  const ready = join(folder, 'ready.json');
  if (!existsSync(folder)) {
    try {
      const server = await startServer(binaries, folder, runner);
      writeFileSync(`${ready}.new`, JSON.stringify(server));
      renameSync(`${ready}.new`, ready);
    } catch (error) {
      // Another test file was a moment earlier, and is starting it.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        rmSync(folder, { recursive: true, force: true });
        throw error;
      }
    }
  }
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (existsSync(ready)) return JSON.parse(readFileSync(ready, 'utf8')) as RunningServer;
    await sleep(50);
  }
  throw new Error(`PostgreSQL did not start within a minute in ${folder}`);
}
