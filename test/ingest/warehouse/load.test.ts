import { afterEach, expect, it } from 'vitest';
import { claimSchema } from '../../../src/ingest/warehouse/claim.ts';
import { openLoaded } from '../../../src/ingest/warehouse/loaded-schema.ts';
import { describeWithPostgres, urlWith } from '../../postgres-server.ts';
import { type CanonicalRows, loadRows, openRun, query, refusal, relations } from './loading.ts';

const order = (orderId: string, amount: number) => ({ order_id: orderId, customer_id: 'C1', ordered_at: '2026-01-05', amount });
const first: CanonicalRows = { customers: [{ customer_id: 'C1', name: '华东机电' }], orders: [order('O1', 100.25), order('O2', -0.75)] };
const second: CanonicalRows = { orders: [order('O3', 7)] };

const canonical =
  'actions activities crm_eval_load customers feedback lead_attributes leads market opportunities orders pool_events products reps targets';
const tablesOf = (schema: string): string[] => canonical.split(' ').map((table) => `${schema}.${table}`);

describeWithPostgres('load', (server) => {
  const amounts = async (schema = 'crm_eval'): Promise<unknown[]> =>
    (await query(server, `select order_id, amount::float8 as amount from "${schema}".orders order by 1`)).map(Object.values);
  const old = [
    ['O1', 100.25],
    ['O2', -0.75],
  ];

  afterEach(async () => {
    const schemas = await query(
      server,
      `select quote_ident(nspname) as name from pg_namespace where nspname !~ '^pg_|^information_schema$|^public$'`,
    );
    for (const { name } of schemas) await query(server, `drop schema ${String(name)} cascade`);
  });

  it('makes the thirteen canonical tables and the record, counts them, and leaves nothing else', async () => {
    const loaded = await loadRows(server, first);
    expect(loaded.filter(({ rows }) => rows > 0)).toEqual([
      { entity: 'customers', rows: 1, sum: null, distribution: null },
      { entity: 'orders', rows: 2, sum: 99.5, distribution: null },
    ]);
    expect(loaded).toHaveLength(13);
    expect(await relations(server)).toEqual(tablesOf('crm_eval'));
    expect(await amounts()).toEqual(old);
    expect(await query(server, 'select name, level from crm_eval.customers')).toEqual([{ name: '华东机电', level: null }]);
  });

  it('makes them where there is not one row', async () => {
    const loaded = await loadRows(server, {});
    expect(loaded.map(({ rows, sum }) => [rows, sum])).toEqual(Array.from({ length: 13 }, () => [0, null]));
    expect(await relations(server)).toEqual(tablesOf('crm_eval'));
  });

  it('tells the planner what is in them', async () => {
    await loadRows(server, first);
    const rows = await query(server, `select reltuples::int as n from pg_class where oid = 'crm_eval.orders'::regclass`);
    expect(rows).toEqual([{ n: 2 }]);
  });

  it('takes any name for the schema, and one that is there already', async () => {
    const schema = `Sales "2026"; 销售'`;
    await query(server, `create schema "${schema.replaceAll('"', '""')}"`);
    await loadRows(server, first, { schema });
    expect(await relations(server)).toEqual(tablesOf(schema));
    await loadRows(server, second, { schema, replace: true });
    expect(await amounts(schema.replaceAll('"', '""'))).toEqual([['O3', 7]]);
  });

  it.each(['crm_eval_run_sales', 'pg_sales'])(
    'refuses the name %s, which the next run or the server would not leave alone',
    async (schema) => {
      const error = await refusal(loadRows(server, first, { schema }));
      expect([error.code, error.exit]).toEqual(['schema-reserved', 'usage']);
      expect(await relations(server)).toEqual([]);
    },
  );

  it('refuses a schema that an earlier load filled, unless it may replace it', async () => {
    await loadRows(server, first);
    const error = await refusal(loadRows(server, second));
    expect([error.code, error.exit, error.fix?.en]).toEqual([
      'schema-filled',
      'outputFailed',
      'replace it with --force, or load into another schema with --schema NAME',
    ]);
    expect(await amounts()).toEqual(old);
    await loadRows(server, second, { replace: true });
    expect(await amounts()).toEqual([['O3', 7]]);
    expect(await query(server, 'select * from crm_eval.customers')).toEqual([]);
  });

  it('refuses tables and views of others that have such names, and never touches those with other names', async () => {
    await query(server, 'create schema crm_eval', 'create table crm_eval.orders (mine int)', 'create table crm_eval.notes (t text)');
    const tables = await refusal(loadRows(server, first, { replace: true }));
    expect([tables.code, tables.exit, tables.message]).toEqual([
      'schema-foreign',
      'outputFailed',
      'the schema "crm_eval" has tables or views of these names that no load made: orders',
    ]);
    expect(await relations(server)).toEqual(['crm_eval.notes', 'crm_eval.orders']);

    await query(server, 'drop table crm_eval.orders', `insert into crm_eval.notes values ('kept')`);
    await loadRows(server, first);
    await loadRows(server, second, { replace: true });
    expect(await query(server, 'select t from crm_eval.notes')).toEqual([{ t: 'kept' }]);

    await query(server, 'drop table crm_eval.leads', 'create view crm_eval.leads as select 1 as mine');
    const view = await refusal(loadRows(server, first, { replace: true }));
    expect([view.code, view.message]).toEqual([
      'schema-foreign',
      'the schema "crm_eval" has tables or views of these names that no load made: leads',
    ]);
    expect(await amounts()).toEqual([['O3', 7]]);
  });

  it('names the views that others built on the tables, and leaves all as it is', async () => {
    await loadRows(server, first);
    await query(
      server,
      'create schema bi',
      'create view bi.best as select * from crm_eval.orders',
      'create view bi.names as table crm_eval.customers',
    );
    const error = await refusal(loadRows(server, second, { replace: true }));
    expect([error.code, error.exit, error.message]).toEqual([
      'schema-viewed',
      'outputFailed',
      'views stand on the tables of the schema "crm_eval", and would be lost: bi.best, bi.names',
    ]);
    expect(await query(server, 'select count(*)::int as n from bi.best')).toEqual([{ n: 2 }]);
  });

  it('lets one load at a time into a schema; another does not wait', async () => {
    const busy = await openRun(server);
    await claimSchema(busy, 'crm_eval', false);
    const error = await refusal(loadRows(server, first));
    expect([error.code, error.exit, error.message]).toEqual(['schema-locked', 'locked', 'another load is filling the schema "crm_eval"']);
    await loadRows(server, first, { schema: 'other' });
    await busy.close();
    await loadRows(server, first);
    expect(await amounts()).toEqual(old);
  });

  it('changes nothing where it fails in the middle', async () => {
    await loadRows(server, first);
    const before = await relations(server);
    const late = async (): Promise<never> => Promise.reject(new Error('no room'));
    await expect(loadRows(server, second, { replace: true, ingested: { findingsIn: late } })).rejects.toThrow('no room');
    expect(await relations(server)).toEqual(before);
    expect(await amounts()).toEqual(old);
  });

  it('leaves no schema where the first load into it fails', async () => {
    const late = async (): Promise<never> => Promise.reject(new Error('no room'));
    await expect(loadRows(server, first, { schema: 'fresh', ingested: { findingsIn: late } })).rejects.toThrow('no room');
    expect(await query(server, `select nspname from pg_namespace where nspname = 'fresh'`)).toEqual([]);
  });

  it('fails where the database does not hold what was sent', async () => {
    await loadRows(server, first);
    const available = new Set(['orders.order_id', 'orders.customer_id']);
    const error = await refusal(loadRows(server, second, { replace: true, ingested: { available } }));
    expect([error.code, error.exit]).toEqual(['load-unbalanced', 'outputFailed']);
    expect(error.message).toContain('{"rows":1,"sum":7} / {"rows":1,"sum":null}');
    expect(await amounts()).toEqual(old);
  });

  it('stops when it is told to, and the old tables stay', async () => {
    await loadRows(server, first);
    const before = await relations(server);
    const controller = new AbortController();
    const stop = async (): Promise<[]> => {
      controller.abort(new Error('enough'));
      return [];
    };
    const work = loadRows(server, second, { replace: true, signal: controller.signal, ingested: { findingsIn: stop } });
    await expect(work).rejects.toThrow('enough');
    expect(await relations(server)).toEqual(before);
    expect(await amounts()).toEqual(old);
  });

  it('lets everybody read the old tables until the new ones are complete', async () => {
    await loadRows(server, first);
    let read: unknown = null;
    const meanwhile = async (): Promise<[]> => {
      read ??= await query(server, `set lock_timeout = '2s'`, 'select count(*)::int as n from crm_eval.orders');
      return [];
    };
    await loadRows(server, second, { replace: true, ingested: { findingsIn: meanwhile } });
    expect([read, await amounts()]).toEqual([[{ n: 2 }], [['O3', 7]]]);
  });

  it('waits for the runs that read the schema before it changes a table', async () => {
    await loadRows(server, first);
    const reader = await openRun(server, { schema: 'crm_eval' });
    await openLoaded({ engine: reader, schema: 'crm_eval', asOf: '2026-01-01', lang: 'en' });
    const work = loadRows(server, second, { replace: true });
    const waiting = `select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted`;
    while ((await query(server, waiting))[0]?.['n'] !== 1) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await amounts()).toEqual(old);
    await reader.close();
    await work;
    expect(await amounts()).toEqual([['O3', 7]]);
  });

  it('names what a killed run of another user left in the way', async () => {
    await loadRows(server, first);
    const role = `crm_eval_other_${process.pid}`;
    await query(server, `create role ${role}`, `create schema crm_eval_run_gone authorization ${role}`);
    try {
      await query(server, 'create view crm_eval_run_gone.orders as select * from crm_eval.orders');
      const error = await refusal(loadRows(server, second, { replace: true }));
      expect([error.code, error.message]).toEqual([
        'schema-viewed',
        'views stand on the tables of the schema "crm_eval", and would be lost: crm_eval_run_gone.orders',
      ]);
      expect(await amounts()).toEqual(old);
    } finally {
      await query(server, 'drop schema crm_eval_run_gone cascade', `drop role ${role}`);
    }
  });

  it('keeps the rights of others when it replaces tables, and gives those that the schema gives by default', async () => {
    const [reader, boss] = [`crm_eval_reader_${process.pid}`, `crm_eval_boss_${process.pid}`];
    await query(server, `create role ${reader}`, `create role ${boss}`);
    try {
      await query(server, 'create schema crm_eval', `alter default privileges in schema crm_eval grant select on tables to ${reader}`);
      await loadRows(server, first);
      const statements = [`revoke select on crm_eval.leads from ${reader}`, 'grant select on crm_eval.market to public'];
      await query(server, ...statements, `grant select, update on crm_eval.orders to ${boss} with grant option`);
      await loadRows(server, second, { replace: true });
      const rights = `select relname as t, relacl::text as r from pg_class where relnamespace = 'crm_eval'::regnamespace
        and relname in ('customers', 'market', 'orders') order by 1`;
      const rows = await query(server, rights);
      expect(
        rows.map(({ t, r }) => [t, String(r).replaceAll(String(process.pid), 'N').split(',').slice(1).join().replaceAll(/\/\w+/g, '')]),
      ).toEqual([
        ['customers', 'crm_eval_reader_N=r}'],
        ['market', 'crm_eval_reader_N=r,=r}'],
        ['orders', 'crm_eval_reader_N=r,crm_eval_boss_N=r*w*}'],
      ]);
    } finally {
      await query(server, 'drop schema crm_eval cascade', `drop owned by ${reader}, ${boss}`, `drop role ${reader}, ${boss}`);
    }
  });

  it('tells a user whose the tables are, and what right is missing, where they are not his to replace', async () => {
    await loadRows(server, first);
    const role = `crm_eval_nightly_${process.pid}`;
    const database = new URL(server.url).pathname.slice(1);
    await query(server, `create role ${role} login`, `grant create on database ${database} to ${role}`);
    try {
      const nightly = { url: urlWith(server.url, { user: role }) };
      const closed = await refusal(loadRows(nightly, second, { replace: true }));
      expect([closed.code, closed.exit, closed.fix?.en]).toEqual([
        'database-right-missing',
        'outputFailed',
        `let its owner run: grant usage, create on schema "crm_eval" to "${role}"; or load into another schema with --schema NAME`,
      ]);
      await query(server, `grant all on schema crm_eval to ${role}`);
      const error = await refusal(loadRows(nightly, second, { replace: true }));
      expect([error.code, error.exit]).toEqual(['schema-not-owned', 'outputFailed']);
      expect(error.message).toMatch(
        /^the tables of the schema "crm_eval" were loaded by the user "\w+", and only their owner can replace them$/,
      );
      expect(await amounts()).toEqual(old);
    } finally {
      await query(server, `drop owned by ${role}`, `drop role ${role}`);
    }
  });
});
