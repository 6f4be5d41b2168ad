import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server that runs: where it listens, and its process. */
export interface RunningServer {
  readonly port: number;
  /** Holds the data, the log and the Unix socket. */
  readonly folder: string;
  readonly pid: number;
}

export interface ServerSettings {
  /** Lines of pg_hba.conf that come before the one that trusts everybody from this machine. */
  readonly hba?: readonly string[];
  /** Lines of postgresql.conf. */
  readonly conf?: readonly string[];
  /** Puts files into the folder before the server is made; it may read them as `../NAME`. */
  readonly prepare?: (folder: string) => void;
}

/** The folder of initdb and pg_ctl: the newest of Debian's, else that of PATH; null where PostgreSQL is not installed. */
export function postgresBinaries(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((left, right) => Number(right) - Number(left)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env['PATH'] ?? '').split(':')];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl'))) ?? null;
}

/** PostgreSQL refuses to run as root: then it runs as `postgres` or `nobody`. */
function account(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string, user: string): number => Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: 'pipe' }));
  const user = spawnSync('id', ['postgres']).status === 0 ? 'postgres' : 'nobody';
  return { uid: id('-u', user), gid: id('-g', user) };
}

function run(program: string, args: readonly string[], log: string): void {
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')));
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: '/',
    env: { ...environment, LC_ALL: 'C', TZ: 'UTC' },
    encoding: 'utf8',
    ...account(),
    timeout: 120_000,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const logged = existsSync(log) ? readFileSync(log, 'utf8') : '';
  if (status !== 0) throw new Error(`${program} failed (${status ?? 'no status'}):\n${stdout}${stderr}${logged}`);
}

/**
 * Makes and starts a server in a folder that does not exist yet. It lives no longer than `owner`: a watcher stops it and removes
 * the folder within a second of that process's end, however it ended.
 * Its text order is that of English, not of bytes, so that what forgets the collation fails.
 */
export async function startServer(binaries: string, folder: string, owner: number, settings: ServerSettings = {}): Promise<RunningServer> {
  mkdirSync(folder, { mode: 0o700 });
  watch(folder, owner);
  settings.prepare?.(folder);
  const user = account();
  const owned = [folder, ...readdirSync(folder).map((name) => join(folder, name))];
  if (user !== undefined) for (const path of owned) chownSync(path, user.uid, user.gid);
  const data = join(folder, 'data');
  const log = join(folder, 'log');
  initialise(join(binaries, 'initdb'), data, log);
  const hba = readFileSync(join(data, 'pg_hba.conf'), 'utf8');
  writeFileSync(join(data, 'pg_hba.conf'), [...(settings.hba ?? []), hba].join('\n'));
  const conf = [
    `listen_addresses = '127.0.0.1'`,
    `unix_socket_directories = '${folder.length < 90 ? folder : ''}'`,
    'fsync = off',
    'full_page_writes = off',
    'max_connections = 40',
    'shared_buffers = 64MB',
    `timezone = 'Asia/Shanghai'`,
    `datestyle = 'SQL, DMY'`,
  ];
  appendFileSync(join(data, 'postgresql.conf'), `\n${[...conf, ...(settings.conf ?? [])].join('\n')}\n`);
  return launch(binaries, folder);
}

/** Orders text as English does, where this version or this system can. */
function initialise(initdb: string, data: string, log: string): void {
  const options = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  const locales = [['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en'], ['--locale=en_US.UTF-8'], ['--locale=C.UTF-8']];
  for (const [index, locale] of locales.entries()) {
    try {
      return run(initdb, [...options, ...locale], log);
    } catch (error) {
      if (index === locales.length - 1) throw error;
      rmSync(data, { recursive: true, force: true });
    }
  }
}

/** Starts a server that was made before and has stopped since. */
export async function launch(binaries: string, folder: string): Promise<RunningServer> {
  const data = join(folder, 'data');
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      run(join(binaries, 'pg_ctl'), ['-D', data, '-l', join(folder, 'log'), '-w', '-s', '-o', `-p ${port}`, 'start'], join(folder, 'log'));
      return { port, folder, pid: Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]) };
    } catch (error) {
      // Another process may have taken the port meanwhile.
      if (attempt === 3) throw error;
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** `immediate` is what a crash looks like to a client; `fast` ends the sessions with a word. */
export async function stopServer(server: RunningServer, how: 'immediate' | 'fast'): Promise<void> {
  process.kill(server.pid, how === 'immediate' ? 'SIGQUIT' : 'SIGINT');
  const pidFile = join(server.folder, 'data', 'postmaster.pid');
  for (let waited = 0; existsSync(pidFile) && waited < 30_000; waited += 20) await sleep(20);
}

function watch(folder: string, owner: number): void {
  const script = `
    while kill -0 "$1" 2>/dev/null && [ -d "$2" ]; do sleep 0.5; done
    pid=$(head -n 1 "$2/data/postmaster.pid" 2>/dev/null)
    [ -n "$pid" ] && kill -QUIT "$pid" 2>/dev/null
    for wait in 1 2 3 4 5 6 7 8 9 10; do [ -e "$2/data/postmaster.pid" ] && sleep 0.3; done
    rm -rf "$2"`;
  spawn('sh', ['-c', script, 'sh', String(owner), folder], { detached: true, stdio: 'ignore', cwd: '/' }).unref();
}
