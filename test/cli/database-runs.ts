import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execute, type PostgresServer } from '../postgres-server.ts';
import { type Outcome, root } from './run.ts';

/** A program at work, to be disturbed. */
export interface Running {
  readonly signal: (name: NodeJS.Signals) => void;
  /** Also says how long it took from the signal, or from the call, to the end. */
  readonly end: () => Promise<Outcome & { readonly ms: number }>;
}

/** Starts the program in a folder; its temporary files go to `tmp` in there. */
export function start(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [join(root, 'bin/crm-eval.js'), ...args, '--temp-dir', 'tmp'], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = once(child, 'close') as Promise<[number | null]>;
  let since: number | null = null;
  return {
    signal: (name) => {
      since = performance.now();
      child.kill(name);
    },
    end: async () => {
      since ??= performance.now();
      const [code] = await ended;
      return { code: code ?? -1, stdout, stderr, ms: performance.now() - since };
    },
  };
}

/** Asks the server until there is a row; fails after half a minute. */
export async function until(server: PostgresServer, question: string): Promise<void> {
  for (let asked = 0; asked < 1500; asked += 1) {
    if ((await execute(server.url, question)).length > 0) return;
    await sleep(20);
  }
  throw new Error(`never came true: ${question}`);
}

/** There is one while a load sends rows. */
export const copying = 'select pid from pg_stat_progress_copy where tuples_processed > 0';

/** There is one while a statement of the program waits for a lock. */
export const waiting = `select pid from pg_stat_activity where application_name = 'crm-eval' and wait_event_type = 'Lock'`;

/** Everything that a run could have left: schemas, their tables and views, and files in the folder for temporary ones. */
export async function leftovers(server: PostgresServer, folder: string): Promise<string[]> {
  const rows = await execute(
    server.url,
    `select n.nspname || coalesce('.' || c.relname, '') as name
     from pg_namespace n left join pg_class c on c.relnamespace = n.oid and c.relkind in ('r', 'v')
     where n.nspname !~ '^pg_|^information_schema$|^public$'`,
  );
  return [...rows.map(({ name }) => String(name)), ...readdirSync(join(folder, 'tmp')).map((file) => `tmp/${file}`)].toSorted();
}
