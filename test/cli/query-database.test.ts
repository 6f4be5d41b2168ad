import { beforeAll, describe, expect, it } from 'vitest';
import { describeWithPostgres, execute, type PostgresServer } from '../postgres-server.ts';
import { leftovers, start, until } from './database-runs.ts';
import { run, temporaryFolder } from './run.ts';

const cwd = temporaryFolder({
  'customers.csv': 'Customer ID,Customer Name,Owner\nC1,Acme,Ann\nC2,Beta,Ben\n',
  'orders.csv': 'Order ID,Customer ID,Order Date,Amount\n1,C1,2026-01-05,10.5\n2,C2,2026-01-06,30\n3,C1,2026-02-07,5\n',
  'tmp/x': '',
});
const files = ['customers.csv', 'orders.csv'];

const on = ({ url }: PostgresServer, ...args: readonly string[]) => run(['query', ...args, '--engine', url, '-q', '--lang', 'en'], { cwd });

describeWithPostgres('a query on a server', (server) => {
  beforeAll(async () => {
    await execute(server.url, 'create table public.secrets (word text)');
    await execute(server.url, `insert into public.secrets values ('hunter2')`);
    await execute(server.url, 'create schema main');
    await execute(server.url, `create function main.median(numeric) returns numeric language sql as 'select 1.0'`);
    await execute(server.url, `create function public.median(numeric) returns numeric language sql as 'select 1.0'`);
  });

  it.each([
    'select owner, sum(amount) as revenue, count(*) as n from orders join customers using (customer_id) group by 1 order by 2 desc',
    'select * from customer_orders order by customer_id',
    `select date_trunc('month', ordered_at) as month, count(distinct customer_id) as customers, max(amount) as most from orders group by 1 order by 1`,
    `with a as (select customer_id, row_number() over (order by amount desc) as n from orders) select * from a where n < 3 order by n`,
    'select customer_id, probability is null as unknown from churn_scores order by 1',
    'select 9007199254740993 as a, extract(year from ordered_at) as year, trim(order_id) as id from orders order by 3 limit 1',
  ])('gives the rows of DuckDB, in the same types: %s', async (sql) => {
    const embedded = await run(['query', sql, ...files, '-q', '--lang', 'en', '--format', 'json'], { cwd });
    const { code, stdout, stderr } = await on(server, sql, ...files, '--format', 'json');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.replace('"engine": "postgres"', '"engine": "duckdb"')).toBe(embedded.stdout);
  });

  it('leaves nothing behind', async () => {
    expect(await leftovers(server, cwd)).toEqual(['main', 'tmp/x']);
  });

  it('reads what was loaded, and lists it', async () => {
    expect((await run(['load', ...files, '--engine', server.url, '-q'], { cwd })).code).toBe(0);
    const { code, stdout } = await on(server, 'select count(*) as n, sum(amount) as revenue from orders', '--format', 'csv');
    expect([code, stdout]).toEqual([0, 'n,revenue\r\n3,45.5\r\n']);
    const tables = await on(server, '--tables', '--section', 'tables', '--format', 'csv');
    expect([tables.code, tables.stdout]).toEqual([0, expect.stringMatching(/\r\norders,data,.*\r\n(?:.*\r\n)*churn_scores,/)]);
  });

  it.each([
    `select pg_read_file('/etc/passwd')`,
    `select pg_catalog.pg_read_file('/etc/passwd')`,
    `select "pg_read_file"('/etc/passwd')`,
    `select ('/etc/passwd'::text).pg_read_file`,
    `select * from pg_ls_dir('/')`,
    `select x from generate_series(1, 2) as t(x) where length(pg_read_file('/etc/passwd')) > x`,
    `select lo_import('/etc/passwd')`,
    `select lo_export(1, 'out.csv')`,
    `select pg_sleep(100)`,
    `select pg_terminate_backend(1)`,
    `select set_config('transaction_read_only', 'off', true)`,
    `select query_to_xml('select * from public.secrets', true, true, '')`,
    `select table_to_xml('public.secrets'::regclass, true, true, '')`,
    `select dblink('host=localhost', 'drop table secrets')`,
    `select dblink.dblink('host=localhost', 'select 1')`,
    `select public.median(1)`,
    `select main.median(1)`,
    `select nextval('s')`,
    `copy orders to program 'id'`,
    `copy (select 1) to 'out.csv'`,
    `do $$ begin execute 'drop table secrets'; end $$`,
    `select 1; drop table public.secrets`,
    `with gone as (delete from orders returning 1) select * from gone`,
    `select * into kept from orders`,
    `set role postgres`,
    `listen x`,
    `select * from orders for update`,
    `select * from public.secrets`,
    `select * from secrets`,
    `select * from pg_authid`,
    `table secrets`,
    `select U&"pg\\005fread_file"('/etc/passwd')`,
    `select 1 /* /* */ ; drop table public.secrets -- */ */`,
    `select E'\\'; drop table public.secrets --'; select '1'`,
  ])('can do nothing but read its tables: %s', async (sql) => {
    const { code, stdout, stderr } = await on(server, sql, 'orders.csv');
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(/^error: .* \((?:query-not-read-only|query-invalid)\)\n/)]);
    expect(stderr).not.toContain('hunter2');
    expect(await execute(server.url, 'select word from public.secrets')).toEqual([{ word: 'hunter2' }]);
  });

  it.each([
    [
      'select amount,\n  amout from orders',
      'error: there is no column amout (line 2, column 3) (query-invalid)\nfix: did you mean amount?',
    ],
    ['select o.amout from orders as o', 'error: there is no column amout (line 1, column 8) (query-invalid)\nfix: did you mean amount?'],
    [
      'select lowr(product) from orders',
      'error: the SQL is wrong (line 1, column 8): function lowr(character varying) does not exist (query-invalid)',
    ],
    ['select 1 / 0 as x', 'error: the query failed: division by zero (query-failed)'],
    [
      `select cast(order_id || 'x' as integer) from orders`,
      'error: the query failed: invalid input syntax for type integer: "1x" (query-failed)',
    ],
    [`select '订单', x from orders`, 'error: there is no column x (line 1, column 14) (query-invalid)'],
  ])('says what is wrong and where: %s', async (sql, expected) => {
    const { code, stderr } = await on(server, sql, 'orders.csv');
    expect([code, stderr]).toEqual([2, expect.stringContaining(expected)]);
  });

  it('stops with Ctrl-C and with the limit of the config, and leaves nothing behind', async () => {
    const endless =
      'select count(*) as n from orders, generate_series(1, 100000) as a(x), generate_series(1, 100000000) as b(y) where x > y';
    const running = start(cwd, ['query', endless, 'orders.csv', '--engine', server.url]);
    await until(server, `select 1 from pg_stat_activity where query like 'fetch forward%' and state = 'active'`);
    running.signal('SIGINT');
    expect((await running.end()).code).toBe(130);
    expect(await leftovers(server, cwd)).not.toContainEqual(expect.stringContaining('crm_eval_run'));
  });
});

describe('a query that a server is to compute', () => {
  it('is read before anything is connected to', async () => {
    const { code, stderr } = await run(
      ['query', 'select form x frm', 'orders.csv', '--engine', 'postgres://nobody@127.0.0.1:1/none', '--lang', 'en'],
      { cwd },
    );
    expect([code, stderr]).toEqual([2, expect.stringContaining('(query-invalid)')]);
  });
});
