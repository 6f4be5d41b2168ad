import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { describeWithOwnPostgres, execute, urlWith } from '../postgres-server.ts';
import { copying, leftovers, start, until, waiting } from './database-runs.ts';
import { writeManyOrders } from './many-orders.ts';
import { type Outcome, run, temporaryFolder } from './run.ts';

const password = 'tr0ub4dor@3/:#';
const few = '订单编号,客户编号,下单日期,订单金额\nO1,C1,2026-01-05,100\nO2,C2,2026-03-01,50\n';
const folder = temporaryFolder({ 'few.csv': few, 'tmp/.keep': '' });

/** All that was printed, in which no password may be. */
const printed: string[] = [];

async function crmEval(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const outcome = await run([...args, '--debug', '--temp-dir', 'tmp'], { cwd: folder, env });
  printed.push(outcome.stdout, outcome.stderr);
  return outcome;
}

/** Exit, code and fix of a failure; it prints no result. */
function failureOf({ code, stdout, stderr }: Outcome): readonly unknown[] {
  expect(stdout).toBe('');
  return [code, /^error: .* \(([a-z-]+)\)$/m.exec(stderr)?.[1], /^fix: (.*)$/m.exec(stderr)?.[1]];
}

describeWithOwnPostgres('what can be wrong with a database', { hba: ['host all crm_locked 127.0.0.1/32 scram-sha-256'] }, (server) => {
  const score = (url: string): string[] => ['score', '--engine', url];
  const scoreFiles = (url: string): string[] => ['score', 'few.csv', '--engine', url];
  const load = (url: string): string[] => ['load', 'few.csv', '--engine', url, '--force'];
  const urlOf = (parts: Parameters<typeof urlWith>[1]): string => urlWith(server.url, parts);
  let present: readonly string[];

  beforeAll(async () => {
    await execute(
      server.url,
      `create role crm_locked login password '${password}'`,
      'create role crm_reader login',
      'create role crm_guest login',
      'revoke all on schema public from public',
      'grant create on database postgres to crm_guest, crm_locked',
    );
    expect((await crmEval(load(server.url))).code).toBe(0);
    present = await leftovers(server, folder);
    await writeManyOrders(join(folder, 'many.csv'), 400_000);
  });

  afterEach(async () => {
    expect(await leftovers(server, folder)).toEqual(present);
  });

  afterAll(() => {
    const text = printed.join('\n');
    for (const secret of [password, encodeURIComponent(password), 'tr0ub4dor']) expect(text.includes(secret)).toBe(false);
    expect(text).toContain('(database-refused-login)');
  });

  describe('the connection', () => {
    const refusedLogin =
      'check user and password (PGPASSWORD, the pass file or the URL); pg_hba.conf of the server must allow this user from this machine';

    it('takes the password from the URL, the environment or a pass file', async () => {
      const user = urlOf({ user: 'crm_locked' });
      const { port } = new URL(server.url);
      writeFileSync(join(folder, 'pass'), `127.0.0.1:${port}:*:crm_locked:${password.replaceAll(':', String.raw`\:`)}\n`, { mode: 0o600 });
      const outcomes = await Promise.all([
        crmEval(scoreFiles(urlOf({ user: 'crm_locked', password }))),
        crmEval(scoreFiles(user), { PGPASSWORD: password }),
        crmEval(scoreFiles(user), { PGPASSFILE: join(folder, 'pass') }),
      ]);
      expect(outcomes.map((outcome) => outcome.code)).toEqual([0, 0, 0]);
    });

    it('is refused with a wrong password, whether the run would read or write', async () => {
      const wrong = urlOf({ user: 'crm_locked', password: `${password}!` });
      expect(failureOf(await crmEval(score(wrong)))).toEqual([3, 'database-refused-login', refusedLogin]);
      expect(failureOf(await crmEval(load(wrong)))).toEqual([4, 'database-refused-login', refusedLogin]);
      const [code, id, fix] = failureOf(await crmEval(score(urlOf({ user: 'crm_locked' })), { HOME: '/nowhere' }));
      expect([code, id, fix]).toEqual([
        3,
        'database-password-missing',
        'set PGPASSWORD, or add a line host:port:database:user:password to /nowhere/.pgpass (chmod 600)',
      ]);
    });

    it.each([
      [
        'a port that nobody listens at',
        (url: string) => url.replace(/:\d+\//, ':1/'),
        'database-unreachable',
        /check that the server runs/,
      ],
      ['a database that is not there', (url: string) => url.replace(/postgres$/, 'nowhere'), 'database-missing', /create the database/],
      ['a host that nobody knows', (url: string) => url.replace('127.0.0.1', 'nowhere.invalid'), 'database-host-unknown', /check the name/],
    ])('does not come about at %s', async (_name, change, code, fix) => {
      expect(failureOf(await crmEval(score(change(server.url))))).toEqual([3, code, expect.stringMatching(fix)]);
    });

    it.each([
      ['postgres://ann:tr0ub4dor@3/:#@127.0.0.1/postgres', 'database-url-invalid'],
      ['postgres://ann:tr0ub4dor@127.0.0.1/postgres?sslmod=require', 'database-url-invalid'],
      ['mysql://ann:tr0ub4dor@127.0.0.1/postgres', 'option-invalid'],
    ])('is not tried with the URL %s', async (url, code) => {
      expect(failureOf(await crmEval(score(url)))).toEqual([2, code, expect.stringContaining('postgres://')]);
    });

    it('is missing where load has only files, and files where it has only a database', async () => {
      const url = 'add --engine postgres://user@host/name, or engine.url to the config';
      expect(failureOf(await crmEval(['load', 'few.csv']))).toEqual([2, 'engine-missing', url]);
      expect(failureOf(await crmEval(['load', '--engine', server.url]))).toEqual([2, 'files-missing', expect.any(String)]);
    });
  });

  describe('a right that is missing', () => {
    const grant = (user: string): RegExp =>
      new RegExp(`grant create on database "postgres" to "${user}".* and usage and select on what is read`);

    it('to make the schema of the run', async () => {
      const reader = urlOf({ user: 'crm_reader' });
      expect(failureOf(await crmEval(score(reader)))).toEqual([3, 'database-right-missing', expect.stringMatching(grant('crm_reader'))]);
      expect(failureOf(await crmEval(load(reader)))).toEqual([4, 'database-right-missing', expect.stringMatching(grant('crm_reader'))]);
    });

    it('to read the schema, and then its tables', async () => {
      const guest = urlOf({ user: 'crm_guest' });
      expect(failureOf(await crmEval(score(guest)))).toEqual([3, 'database-right-missing', expect.stringMatching(grant('crm_guest'))]);
      await execute(server.url, 'grant usage on schema crm_eval to crm_guest', 'grant select on crm_eval.crm_eval_load to crm_guest');
      const tables = await crmEval(score(guest));
      expect(failureOf(tables)).toEqual([3, 'database-right-missing', expect.stringMatching(grant('crm_guest'))]);
      expect(tables.stderr).toContain('permission denied for table');
      await execute(server.url, 'grant select on all tables in schema crm_eval to crm_guest');
      expect(await crmEval(score(guest))).toMatchObject({ code: 0 });
      const create = 'let its owner run: grant usage, create on schema "crm_eval" to "crm_guest"';
      expect(failureOf(await crmEval(load(guest)))).toEqual([4, 'database-right-missing', expect.stringContaining(create)]);
    });
  });

  it('a schema without a load has nothing to read, and one that is being filled cannot be filled', async () => {
    const nothing = await crmEval([...score(server.url), '--schema', 'empty']);
    expect(failureOf(nothing)).toEqual([2, 'nothing-loaded', expect.stringContaining('load files first')]);
    const other = new Client({ connectionString: server.url });
    await other.connect();
    await other.query(`select pg_advisory_lock(hashtext('crm-eval load crm_eval'))`);
    expect(failureOf(await crmEval(load(server.url)))).toEqual([5, 'schema-locked', expect.stringContaining('wait until it has ended')]);
    await other.end();
  });

  describe('while it works', () => {
    /** Holds up every statement that reads the orders, for as long as the work takes. */
    async function withOrdersLocked<T>(work: () => Promise<T>): Promise<T> {
      const other = new Client({ connectionString: server.url });
      other.on('error', () => {});
      await other.connect();
      await other.query('begin');
      await other.query('lock table crm_eval.orders in access exclusive mode');
      try {
        return await work();
      } finally {
        await other.end().catch(() => undefined);
      }
    }

    const gone = 'see whether the server runs (its log says why it stopped), then run again: the next run removes what this one left';

    it('a statement takes longer than it may', async () => {
      writeFileSync(join(folder, 'slow.yaml'), 'engine: { statement_timeout: 0.3 }\n');
      await withOrdersLocked(async () => {
        const outcome = await crmEval([...score(server.url), '--config', 'slow.yaml']);
        expect(failureOf(outcome)).toEqual([3, 'database-timeout', expect.stringContaining('allow more time (engine.statement_timeout')]);
        const loading = await crmEval([...load(server.url), '--config', 'slow.yaml']);
        expect(failureOf(loading)).toEqual([4, 'database-timeout', expect.stringContaining('allow more time (engine.statement_timeout')]);
      });
    });

    it('the server crashes in the middle of a score', async () => {
      const outcome = await withOrdersLocked(async () => {
        const running = start(folder, [...score(server.url), '--debug']);
        await until(server, waiting);
        await server.stop('immediate');
        return running.end();
      });
      printed.push(outcome.stderr);
      expect(failureOf(outcome)).toEqual([3, 'database-gone', gone]);
      await server.start();
      expect(await crmEval(score(server.url))).toMatchObject({ code: 0 });
    });

    it('the server crashes in the middle of COPY: the tables of the last load are as they were', async () => {
      const running = start(folder, ['load', 'many.csv', '--engine', server.url, '--force', '--debug']);
      await until(server, copying);
      await server.stop('immediate');
      const outcome = await running.end();
      printed.push(outcome.stderr);
      expect(failureOf(outcome)).toEqual([4, 'database-gone', gone]);
      await server.start();
      expect(await execute(server.url, 'select count(*)::int as n from crm_eval.orders')).toEqual([{ n: 2 }]);
      expect(await crmEval(score(server.url))).toMatchObject({ code: 0 });
    });

    it('an administrator ends the session in the middle of COPY', async () => {
      const running = start(folder, ['load', 'many.csv', '--engine', server.url, '--force']);
      await until(server, copying);
      await execute(server.url, 'select pg_terminate_backend(pid) from pg_stat_progress_copy');
      expect(failureOf(await running.end())).toEqual([4, 'database-gone', gone]);
      expect(await execute(server.url, 'select count(*)::int as n from crm_eval.orders')).toEqual([{ n: 2 }]);
      expect(await crmEval(score(server.url))).toMatchObject({ code: 0 });
    });

    it('the temporary folder is full', async () => {
      const small = join(folder, 'small');
      mkdirSync(small, { recursive: true });
      if (process.getuid?.() !== 0 || spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', small]).status !== 0) {
        process.stdout.write('skipped (only root can mount a small disk): the temporary folder is full\n');
        return;
      }
      try {
        const outcome = await run(['load', 'many.csv', '--engine', server.url, '--force', '--temp-dir', 'small'], { cwd: folder });
        expect(failureOf(outcome)).toEqual([4, 'scratch-full', expect.stringContaining('--temp-dir')]);
        expect(readdirSync(small)).toEqual([]);
      } finally {
        spawnSync('umount', [small]);
      }
      expect(await execute(server.url, 'select count(*)::int as n from crm_eval.orders')).toEqual([{ n: 2 }]);
    });
  });

  // Within two seconds, but for a machine that is busy with something else.
  describe.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s', { retry: 2 }, (signal, code) => {
    const stopping = 'stopping; press Ctrl-C again to leave at once\n';

    it('ends a load in the middle of COPY', async () => {
      const running = start(folder, ['load', 'many.csv', '--engine', server.url, '--force']);
      await until(server, copying);
      running.signal(signal);
      const { ms, ...outcome } = await running.end();
      expect(outcome).toEqual({ code, stdout: '', stderr: stopping });
      expect(ms).toBeLessThan(2_000);
      expect(await execute(server.url, 'select count(*)::int as n from crm_eval.orders')).toEqual([{ n: 2 }]);
    });

    it.skipIf(signal === 'SIGTERM')('ends a query', async () => {
      const running = start(folder, ['score', 'many.csv', '--engine', server.url, '--out', 'ranking.json']);
      await until(
        server,
        `select pid from pg_stat_activity where application_name = 'crm-eval' and state = 'active' and query ~ '^create table .* as '`,
      );
      running.signal(signal);
      const { ms, ...outcome } = await running.end();
      expect(outcome).toEqual({ code, stdout: '', stderr: stopping });
      expect(ms).toBeLessThan(2_000);
      expect(readdirSync(folder)).not.toContain('ranking.json');
    });
  });
});
