import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { PostgresEngine, type PostgresOptions } from '../../src/engine/postgres.ts';
import { sql, trusted } from '../../src/engine/sql.ts';
import { describeWithPostgres, execute } from '../postgres-server.ts';
import { failureOf } from './failure-of.ts';

const forever = sql`select pg_sleep(60)`;

describeWithPostgres('a session', ({ url }) => {
  let runs = 0;
  const open = (options: Partial<PostgresOptions> = {}): Promise<PostgresEngine> =>
    PostgresEngine.open({ url, runSchema: `crm_eval_run_s${(runs += 1)}`, failure: 'inputUnreadable', ...options });
  const schemas = async (): Promise<unknown[]> =>
    (await execute(url, `select nspname from pg_namespace where nspname like 'crm%' order by 1`)).map((row) => row['nspname']);
  /** Of this database: other tests have sessions of their own on the server. */
  const sessions = `pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name = 'crm-eval'`;
  const isRunning = async (text: string): Promise<boolean> =>
    (await execute(url, `select 1 from ${sessions} and state = 'active' and query like '%${text}%'`)).length > 0;
  const terminate = (): Promise<unknown> => execute(url, `select pg_terminate_backend(pid) from ${sessions}`);
  const waitFor = (text: string): Promise<void> => vi.waitFor(async () => expect(await isRunning(text)).toBe(true), { timeout: 5000 });

  it('is the same on every server', async () => {
    const engine = await open({ searchPath: ['a "b"', 'c'], statementTimeoutSeconds: 1.5 });
    const names = ['TimeZone', 'DateStyle', 'client_encoding', 'standard_conforming_strings', 'application_name', 'jit'];
    const settings = [...names, 'search_path', 'statement_timeout'].map((name) => `current_setting('${name}') as "${name}"`);
    expect(await engine.rows(trusted(`select ${settings.join(', ')}`))).toEqual([
      {
        TimeZone: 'UTC',
        DateStyle: 'ISO, YMD',
        client_encoding: 'UTF8',
        standard_conforming_strings: 'on',
        application_name: 'crm-eval',
        jit: 'off',
        search_path: `${engine.runSchema}, "a ""b""", c`,
        statement_timeout: '1500ms',
      },
    ]);
    await engine.close();
  });

  it('works in a schema of its own, which is gone afterwards', async () => {
    const engine = await open();
    await engine.create('t', sql`select 1 as v`);
    expect(await schemas()).toEqual([engine.runSchema]);
    await engine.close();
    await engine.close();
    expect(await schemas()).toEqual([]);
  });

  const manyTables = `do $$ begin for i in 1..300 loop execute 'create table t' || i || ' (v int)'; end loop; end $$`;

  it.each(['select 1/0', 'begin; create table t (v int); select 1/0', 'begin', `${manyTables}; set statement_timeout = 1`])(
    'leaves no schema behind after `%s`',
    async (statement) => {
      const engine = await open();
      await engine.run(trusted(statement)).catch(() => null);
      await engine.close();
      expect(await schemas()).toEqual([]);
    },
  );

  it('does not take the schema of another session', async () => {
    const first = await open({ runSchema: 'crm_eval_run_same' });
    await first.create('t', sql`select 1 as v`);
    await expect(open({ runSchema: 'crm_eval_run_same' })).rejects.toMatchObject({ cause: { code: '42P06' } });
    expect(await first.rows(sql`select v from t`)).toEqual([{ v: 1 }]);
    await first.close();
  });

  it('removes the schemas of runs that were killed, and of no others', async () => {
    const alive = await open();
    const others = ['crm_evaluation', 'crm_eval_running', 'crm_eval'];
    for (const name of [...others, 'crm_eval_run_dead1', 'crm_eval_run_dead2']) await execute(url, `create schema ${name}`);
    await execute(url, 'create table crm_eval_run_dead1.t (v int)');
    const next = await open();
    expect(await schemas()).toEqual([...others, alive.runSchema, next.runSchema].toSorted());
    await Promise.all([alive.close(), next.close()]);
    for (const name of others) await execute(url, `drop schema ${name}`);
  });

  it('ends a statement at once when it is interrupted, however often, and goes on', async () => {
    const engine = await open();
    engine.interrupt();
    const begun = performance.now();
    const long = failureOf(engine.rows(forever));
    await waitFor('pg_sleep');
    engine.interrupt();
    engine.interrupt();
    expect(await long).toMatchObject({ code: 'interrupted', exit: 'interrupted' });
    expect(performance.now() - begun).toBeLessThan(3000);
    expect(await engine.rows(sql`select 1 as v`)).toEqual([{ v: 1 }]);
    await engine.close();
  });

  it('ends with the reason of the signal, does nothing more, and leaves nothing behind', async () => {
    const controller = new AbortController();
    const engine = await open({ signal: controller.signal });
    const reason = new Error('Ctrl-C');
    const long = failureOf(engine.transaction(() => engine.create('t', sql`select pg_sleep(60)::text as v`)));
    const queued = failureOf(engine.rows(sql`select 1 as v`));
    controller.abort(reason);
    expect(await long).toBe(reason);
    expect(await queued).toBe(reason);
    await expect(engine.run(sql`create table t (v int)`)).rejects.toBe(reason);
    await engine.close();
    expect(await schemas()).toEqual([]);
  });

  it.each(['interrupt', 'signal'])('ends in the middle of COPY without a row: %s', async (how) => {
    const controller = new AbortController();
    const engine = await open({ signal: controller.signal });
    await execute(url, 'create table if not exists public.target (v varchar)');
    const source = new PassThrough();
    source.write('one\ntwo\n');
    const copying = engine.copyIn(sql`public.target`, ['v'], source);
    const ended = failureOf(copying);
    await waitFor('copy');
    if (how === 'signal') controller.abort();
    else engine.interrupt();
    expect(await ended).toMatchObject(how === 'signal' ? { name: 'AbortError' } : { code: 'interrupted' });
    expect(source.destroyed).toBe(true);
    await engine.close();
    expect(await execute(url, 'select * from public.target')).toEqual([]);
  });

  it('ends what still runs when it is closed', async () => {
    const engine = await open();
    const long = failureOf(engine.rows(forever));
    await waitFor('pg_sleep');
    await engine.close();
    expect(await long).toMatchObject({ code: 'interrupted' });
    expect(await isRunning('pg_sleep')).toBe(false);
    expect(await schemas()).toEqual([]);
  });

  it('says which limit a statement passed', async () => {
    const engine = await open({ statementTimeoutSeconds: 0.2 });
    await expect(engine.rows(forever)).rejects.toMatchObject({ code: 'database-timeout', exit: 'inputUnreadable' });
    await engine.close();
    expect(await schemas()).toEqual([]);
  });

  it('survives a connection that breaks while it does nothing, and says so at the next statement', async () => {
    const engine = await open();
    await terminate();
    await sleep(100);
    await expect(engine.rows(sql`select 1 as v`)).rejects.toMatchObject({ code: 'database-gone' });
    await engine.close();
    const next = await open();
    expect(await schemas()).toEqual([next.runSchema]);
    await next.close();
  });

  it('survives a connection that breaks in the middle of a statement, and a rollback', async () => {
    const engine = await open();
    const broken = failureOf(engine.transaction(() => engine.run(forever)));
    await waitFor('pg_sleep');
    await terminate();
    expect(await broken).toMatchObject({ code: 'database-gone' });
    await engine.close();
  });

  it('cannot begin once the signal has aborted', async () => {
    await expect(open({ signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow('before');
    expect(await execute(url, `select 1 from ${sessions}`)).toEqual([]);
  });

  it.each([
    ['22003', 'database-number-overflow'],
    ['22021', 'database-text-refused'],
    ['22P05', 'database-text-refused'],
    ['25006', 'database-read-only'],
    ['40001', 'database-conflict'],
    ['40P01', 'database-conflict'],
    ['42501', 'database-right-missing'],
    ['53100', 'database-disk-full'],
    ['53200', 'database-limit-reached'],
    ['53400', 'database-limit-reached'],
    ['55P03', 'database-conflict'],
    ['57014', 'database-timeout'],
    ['0A000', 'database-unsupported'],
    ['42601', 'database-statement-failed'],
    ['XX000', 'database-statement-failed'],
  ])('turns SQLSTATE %s into %s, with a fix in both languages', async (state, code) => {
    const engine = await open({ failure: 'outputFailed' });
    const raised = engine.run(trusted(`do $$ begin raise exception 'the words of the server' using errcode = '${state}'; end $$`));
    await expect(raised).rejects.toMatchObject({
      code,
      exit: 'outputFailed',
      fix: { en: expect.stringMatching(/\w{3}/) as string, 'zh-CN': expect.stringMatching(/\p{Script=Han}{3}/u) as string },
      cause: { code: state },
    });
    await engine.close();
  });
});
