import { chmodSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { PostgresEngine, type PostgresOptions } from '../../src/engine/postgres.ts';
import { sql } from '../../src/engine/sql.ts';
import { describeWithOwnPostgres, execute, urlWith } from '../postgres-server.ts';
import { makeCertificates, tlsSettings } from './certificates.ts';
import { failureOf } from './failure-of.ts';

const here = '127.0.0.1/32';
const settings = {
  prepare: makeCertificates,
  conf: tlsSettings,
  hba: [
    `host all scram ${here} scram-sha-256`,
    `host all cleartext ${here} password`,
    `host all md5 ${here} md5`,
    `host all rejected ${here} reject`,
    `hostnossl all tls_only ${here} reject`,
    `hostssl all plain_only ${here} reject`,
    `hostssl all certified ${here} cert`,
  ],
};

const warnings: Error[] = [];
const onWarning = (warning: Error): void => void warnings.push(warning);
beforeAll(() => process.on('warning', onWarning));
afterAll(() => {
  process.off('warning', onWarning);
});
afterEach(() => expect(warnings).toEqual([]));

function open(url: string, options: Partial<PostgresOptions> = {}): Promise<PostgresEngine> {
  return PostgresEngine.open({ url, runSchema: 'crm_eval_run_login', failure: 'inputUnreadable', ...options });
}

/** Listens on a free port until the test is done. */
async function listen(listening: Server): Promise<number> {
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    listening.close();
  });
  const address = listening.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

/** Logs in, and yields whether the connection is encrypted. */
async function login(url: string, environment: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const engine = await open(url, { environment: { HOME: '/nonexistent', ...environment } });
  try {
    return (await engine.rows(sql`select ssl from pg_stat_ssl where pid = pg_backend_pid()`))[0]?.['ssl'];
  } finally {
    await engine.close();
  }
}

describeWithOwnPostgres('a login', settings, (server) => {
  const as = (user: string, query = '', password?: string): string =>
    urlWith(server.url, { user, query, ...(password === undefined ? {} : { password }) });

  beforeAll(async () => {
    await execute(
      server.url,
      ...['scram', 'cleartext'].map((name) => `create role ${name} login superuser password 'hunter2'`),
      `set password_encryption = 'md5'`,
      `create role md5 login superuser password 'hunter2'`,
      ...['rejected', 'tls_only', 'plain_only', 'certified'].map((name) => `create role ${name} login superuser`),
      'create role reader login',
      'create role limited login connection limit 0',
      'create role read_only login superuser',
      'alter role read_only set default_transaction_read_only = on',
      `create database legacy encoding 'SQL_ASCII' template template0 lc_collate 'C' lc_ctype 'C' locale_provider libc`,
      `create database chinese encoding 'EUC_CN' template template0 lc_collate 'C' lc_ctype 'C' locale_provider libc`,
      'create table secret (v int)',
    );
  });

  describe.each(['scram', 'cleartext', 'md5'])('with a password (%s)', (user) => {
    it('takes it from the URL, the environment, or the pass file', async () => {
      const passFile = join(server.folder, `pass-${user}`);
      writeFileSync(passFile, `127.0.0.1:*:postgres:${user}:hunter2\n`, { mode: 0o600 });
      await login(as(user, '', 'hunter2'));
      await login(as(user), { PGPASSWORD: 'hunter2' });
      await login(as(user), { PGPASSFILE: passFile });
      chmodSync(passFile, 0o644);
      await expect(login(as(user), { PGPASSFILE: passFile })).rejects.toMatchObject({
        code: 'database-password-missing',
        exit: 'inputUnreadable',
        fix: { en: expect.stringContaining('chmod 600') as string },
      });
    });

    it('says that it is wrong, or missing, and never says it', async () => {
      const wrong = await login(as(user, '', 'hunter3')).catch((error: unknown) => error);
      expect(wrong).toMatchObject({ code: 'database-refused-login', text: { en: expect.stringContaining(`${user}@127.0.0.1`) as string } });
      expect(inspect(wrong, { depth: 10, showHidden: true })).not.toContain('hunter');
      await expect(login(as(user))).rejects.toMatchObject({ code: 'database-password-missing' });
    });
  });

  it.each([
    ['', 'postgres', true],
    ['?sslmode=disable', 'postgres', false],
    ['?sslmode=allow', 'postgres', false],
    ['?sslmode=allow', 'tls_only', true],
    ['?sslmode=prefer', 'postgres', true],
    ['?sslmode=prefer', 'plain_only', false],
    ['?sslmode=require', 'postgres', true],
  ])('with "%s" of %s is encrypted: %s', async (query, user, encrypted) => {
    expect(await login(as(user, query))).toBe(encrypted);
  });

  it('checks the certificate as sslmode and sslrootcert say', async () => {
    const named = (query: string): string => as('postgres', query).replace('127.0.0.1', 'localhost');
    const ca = `sslrootcert=${server.folder}/ca.crt`;
    const other = `sslrootcert=${server.folder}/other.crt`;
    expect(await login(named(`?sslmode=verify-full&${ca}`))).toBe(true);
    expect(await login(as('postgres', `?sslmode=verify-ca&${ca}`))).toBe(true);
    expect(await login(as('postgres', `?sslmode=require&${ca}`))).toBe(true);
    expect(await login(as('postgres'), { PGSSLMODE: 'verify-ca', PGSSLROOTCERT: join(server.folder, 'ca.crt') })).toBe(true);
    const refused = { code: 'database-certificate-refused', exit: 'inputUnreadable' };
    await expect(login(as('postgres', `?sslmode=verify-full&${ca}`))).rejects.toMatchObject(refused);
    await expect(login(named(`?sslmode=verify-full&${other}`))).rejects.toMatchObject(refused);
    await expect(login(named('?sslmode=verify-full'))).rejects.toMatchObject(refused);
    await expect(login(as('postgres', `?sslmode=verify-ca&${other}`))).rejects.toMatchObject(refused);
    await expect(login(as('postgres', `?sslmode=require&${other}`))).rejects.toMatchObject(refused);
  });

  it.each(['verify-ca', 'require&sslrootcert=system', 'verify-full&sslrootcert=/nowhere.crt', 'require&sslcert=/nowhere.crt'])(
    'needs the files that sslmode=%s asks for',
    async (mode) => {
      await expect(login(as('postgres', `?sslmode=${mode}`))).rejects.toMatchObject({
        code: 'database-certificate-unreadable',
        exit: 'usage',
      });
    },
  );

  it('shows the certificate of the user', async () => {
    const own = `sslcert=${server.folder}/client.crt&sslkey=${server.folder}/client.key`;
    expect(await login(as('certified', `?sslmode=require&${own}`))).toBe(true);
    await expect(login(as('certified', '?sslmode=require'))).rejects.toMatchObject({ code: 'database-refused-login' });
    const mixed = `sslcert=${server.folder}/client.crt&sslkey=${server.folder}/ca.key`;
    await expect(login(as('certified', `?sslmode=require&${mixed}`))).rejects.toMatchObject({ code: 'database-tls-failed' });
  });

  it('through the Unix socket is a login too', async () => {
    const url = new URL(server.url);
    expect(await login(`postgres://postgres@:${url.port}/postgres?host=${server.folder}&sslmode=require`)).toBe(false);
  });

  it.each([
    ['rejected', '', 'database-refused-login', /pg_hba/],
    ['tls_only', '?sslmode=disable', 'database-refused-login', /sslmode=require/],
    ['nobody_there', '', 'database-refused-login', /user/],
    ['limited', '', 'database-busy', /later/],
    ['reader', '', 'database-right-missing', /grant create on database "postgres" to "reader"/],
    ['read_only', '', 'database-read-only', /primary/],
  ])('of %s%s fails with %s and a fix', async (user, query, code, fix) => {
    await expect(login(as(user, query))).rejects.toMatchObject({
      code,
      exit: 'inputUnreadable',
      fix: { en: expect.stringMatching(fix) as string },
    });
  });

  it.each([
    ['absent', 'database-missing'],
    ['legacy', 'database-encoding-unsupported'],
    ['chinese', 'database-encoding-unsupported'],
  ])('to the database %s fails with %s', async (database, code) => {
    await expect(login(urlWith(server.url, { database }))).rejects.toMatchObject({ code });
  });

  it('names what may not be read', async () => {
    await execute(server.url, 'grant create on database postgres to reader');
    const engine = await open(as('reader'));
    await expect(engine.rows(sql`select * from public.secret`)).rejects.toMatchObject({
      code: 'database-right-missing',
      text: { en: expect.stringContaining('secret') as string },
    });
    await engine.close();
  });

  it('over TLS can cancel what it started, also where only TLS is allowed', async () => {
    const controller = new AbortController();
    const engine = await open(as('tls_only', '?sslmode=require'), { signal: controller.signal });
    const long = failureOf(engine.rows(sql`select pg_sleep(60)`));
    controller.abort();
    expect(await long).toMatchObject({ name: 'AbortError' });
    await engine.close();
    expect(await execute(server.url, `select 1 from pg_stat_activity where usename = 'tls_only'`)).toEqual([]);
  });

  it('over TLS encrypts the request to cancel as well', async () => {
    const firstWords: string[] = [];
    const target = Number(new URL(server.url).port);
    const proxy = createServer((socket) => {
      const onward = connect(target, '127.0.0.1');
      socket.once('data', (bytes) => firstWords.push(bytes.toString('hex')));
      for (const end of [socket, onward]) end.on('error', () => end.destroy());
      socket.pipe(onward).pipe(socket);
    });
    const engine = await open(`postgres://tls_only@127.0.0.1:${await listen(proxy)}/postgres?sslmode=require`);
    const long = failureOf(engine.rows(sql`select pg_sleep(60)`));
    await vi.waitFor(() => {
      engine.interrupt();
      expect(firstWords.length).toBeGreaterThan(1);
    });
    expect(await long).toMatchObject({ code: 'interrupted' });
    await engine.close();
    expect(new Set(firstWords)).toEqual(new Set(['0000000804d2162f']));
  });
});

describe('a login that meets no server', () => {
  /** Answers every first message with the same bytes; nothing at all is silence. */
  async function fake(answer: (socket: Socket) => void): Promise<string> {
    const listening = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      answer(socket);
    });
    return `postgres://ann:hunter2@127.0.0.1:${await listen(listening)}/sales`;
  }

  it('says that nobody listens', async () => {
    await expect(login('postgres://ann:hunter2@127.0.0.1:1/sales')).rejects.toMatchObject({
      code: 'database-unreachable',
      exit: 'inputUnreadable',
      text: { en: expect.stringContaining('ann@127.0.0.1:1/sales') as string },
    });
    await expect(login('postgres://ann@localhost:1/sales')).rejects.toMatchObject({
      code: 'database-unreachable',
      text: { en: expect.stringContaining('ECONNREFUSED') as string },
    });
    await expect(login(`postgres://ann@/sales?host=${tmpdir()}&port=1`)).rejects.toMatchObject({ code: 'database-unreachable' });
  });

  it('says that the host is not known', async () => {
    await expect(login('postgres://ann@nowhere.invalid/sales')).rejects.toMatchObject({ code: 'database-host-unknown' });
  });

  it.each<[string, (socket: Socket) => void]>([
    ['hangs up', (socket) => socket.destroy()],
    ['hangs up on the first word', (socket) => socket.once('data', () => socket.destroy())],
    ['is a web server', (socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'))],
  ])('says that what answers %s', async (_name, answer) => {
    for (const mode of ['disable', 'prefer', 'require']) {
      const failed = await login(`${await fake(answer)}?sslmode=${mode}`).catch((error: unknown) => error);
      expect(failed).toMatchObject({ code: expect.stringMatching(/^database-(unreachable|tls-failed)$/) as string });
      expect(inspect(failed, { depth: 10, showHidden: true })).not.toContain('hunter2');
    }
  });

  it('insists on TLS where it is required', async () => {
    const url = await fake((socket) => socket.once('data', () => socket.write('N')));
    await expect(login(`${url}?sslmode=require`)).rejects.toMatchObject({ code: 'database-tls-unavailable' });
  });

  it('waits for 10 seconds, and no longer', async () => {
    const url = await fake(() => undefined);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const waiting = failureOf(login(`${url}?sslmode=disable`));
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await waiting).toMatchObject({
        code: 'database-unreachable',
        text: { en: expect.stringContaining('10 s') as string },
      });
    } finally {
      vi.useRealTimers();
    }
  });

  it('can be stopped while it waits', async () => {
    const controller = new AbortController();
    const waiting = failureOf(open(await fake(() => undefined), { signal: controller.signal }));
    setTimeout(() => controller.abort(), 50);
    expect(await waiting).toMatchObject({ name: 'AbortError' });
  });
});
