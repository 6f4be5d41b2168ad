import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { expect, it, vi } from 'vitest';
import { PostgresEngine, type PostgresOptions } from '../../src/engine/postgres.ts';
import { sql } from '../../src/engine/sql.ts';
import { describeWithOwnPostgres, execute } from '../postgres-server.ts';
import { failureOf } from './failure-of.ts';

const gone = { code: 'database-gone', exit: 'outputFailed' };

describeWithOwnPostgres('a server that fails', {}, (server) => {
  const open = (options: Partial<PostgresOptions> = {}): Promise<PostgresEngine> =>
    PostgresEngine.open({ url: server.url, runSchema: 'crm_eval_run_fault', failure: 'outputFailed', ...options });
  const schemas = (): Promise<unknown[]> => execute(server.url, `select nspname from pg_namespace where nspname like 'crm_eval_run_%'`);

  it.each(['immediate', 'fast'] as const)(
    'in the middle of a query (%s) is named, and the next run removes what the lost one left',
    async (how) => {
      const engine = await open();
      await engine.create('t', sql`select 1 as v`);
      const long = failureOf(engine.rows(sql`select pg_sleep(60)`));
      await sleep(100);
      await server.stop(how);
      expect(await long).toMatchObject(gone);
      await expect(engine.rows(sql`select 1 as v`)).rejects.toMatchObject(gone);
      engine.interrupt();
      await engine.close();
      await expect(open()).rejects.toMatchObject({ code: 'database-unreachable' });

      await server.start();
      expect(await schemas()).toEqual([{ nspname: 'crm_eval_run_fault' }]);
      const next = await open({ runSchema: 'crm_eval_run_next' });
      expect(await schemas()).toEqual([{ nspname: 'crm_eval_run_next' }]);
      await next.close();
      expect(await schemas()).toEqual([]);
    },
  );

  it('in the middle of COPY in a transaction is named, and no table is left', async () => {
    const engine = await open();
    let sent = 0;
    const source = Readable.from(
      (async function* () {
        for (; ; sent += 1) {
          yield `${'x'.repeat(1000)}\n`.repeat(100);
          if (sent === 20) await server.stop('immediate');
        }
      })(),
    );
    const loading = engine.transaction(async () => {
      await engine.run(sql`create table public.loaded (v varchar)`);
      return engine.copyIn(sql`public.loaded`, ['v'], source);
    });
    await expect(loading).rejects.toMatchObject(gone);
    expect(source.destroyed).toBe(true);
    await engine.close();
    await server.start();
    expect(await execute(server.url, `select to_regclass('public.loaded') as t`)).toEqual([{ t: null }]);
  });

  it('while nothing runs is named at the next statement', async () => {
    const engine = await open();
    await server.stop('immediate');
    await sleep(50);
    await expect(engine.append('t', [{ name: 'v', type: 'integer' }], [{ v: 1 }])).rejects.toMatchObject(gone);
    await engine.close();
    await server.start();
  });

  it('by using up what it may use is named', async () => {
    const engine = await open();
    await engine.run(sql`set temp_file_limit = '1MB'`);
    await engine.run(sql`set work_mem = '64kB'`);
    await expect(engine.create('t', sql`select i from generate_series(1, 1000000) as r(i) order by -i`)).rejects.toMatchObject({
      code: 'database-limit-reached',
      cause: { code: '53400' },
    });
    await engine.close();
  });

  it.each(['while a statement runs', 'after the signal', 'while nothing runs'])(
    'by no longer answering cannot hold a run back that wants to end %s',
    async (when) => {
      const controller = new AbortController();
      const engine = await open({ signal: controller.signal, runSchema: `crm_eval_run_${when}` });
      const [backend] = await engine.rows<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      process.kill(backend!.pid, 'SIGSTOP');
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
      try {
        const long = when === 'while nothing runs' ? null : failureOf(engine.rows(sql`select 1 as v`));
        if (when === 'after the signal') {
          await vi.advanceTimersByTimeAsync(1);
          controller.abort();
          await vi.advanceTimersByTimeAsync(10_000);
          expect(await long).toBe(controller.signal.reason);
        }
        const closing = engine.close();
        await vi.advanceTimersByTimeAsync(30_000);
        await closing;
        await long;
        await expect(engine.rows(sql`select 1 as v`)).rejects.toThrow();
      } finally {
        vi.useRealTimers();
        process.kill(backend!.pid, 'SIGCONT');
      }
    },
  );

  it('by shutting down is told from one that is not there', async () => {
    const holding = new Client({ connectionString: server.url });
    await holding.connect();
    const [postmaster] = await execute(server.url, `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`);
    process.kill(Number(postmaster!['pid']), 'SIGTERM');
    await vi.waitFor(() => expect(open()).rejects.toMatchObject({ code: 'database-not-ready' }), { timeout: 5000 });
    await holding.end();
  });
});
