import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { CrmEvalError } from '../../../src/errors.ts';
import { queryTables } from '../../../src/pipelines/query/catalog.ts';
import { readQuestion } from '../../../src/pipelines/query/question.ts';

const read = (sql: string) => readQuestion(sql, { fits: true });

async function refusal(sql: string, fits = true): Promise<CrmEvalError> {
  const error = await readQuestion(sql, { fits }).catch((thrown: unknown) => thrown);
  if (error instanceof CrmEvalError) return error;
  throw new Error(`${sql} was not refused: ${String(error)}`);
}

const tablesOf = async (sql: string): Promise<string[]> => (await read(sql)).tables.map(({ name }) => name);

describe('the tables of a query', () => {
  it.each([
    ['select 1', []],
    ['select amount from Orders', ['orders']],
    ['from orders', ['orders']],
    ['select * from churn_scores join customers using (customer_id)', ['customers', 'churn_scores']],
    ['select 1 where exists (select 1 from leads) or 1 in (select customers from revenue_overview)', ['leads', 'revenue_overview']],
    ['with leads as (select 1 as n) select n from leads', []],
    ['with orders as (select * from orders where amount > 0) select count(*) from orders', ['orders']],
    ['with a as (select 1 from orders), orders as (select 1) select * from a, orders', ['orders']],
    ['with recursive leads(n) as (select 1 union all select n + 1 from leads where n < 3) select * from leads', []],
    ['select * from (with orders as (select 1) select * from orders), orders as o', ['orders']],
    ['select amount from orders union all select revenue from customer_profile', ['orders', 'customer_profile']],
    ['describe orders', ['orders']],
    ['summarize orders', ['orders']],
    ['select x from generate_series(1, 3) as t(x)', []],
    ["select 'select * from leads' as text -- from deals", []],
  ])('of %s are found', async (sql, tables) => {
    expect(await tablesOf(sql)).toEqual(tables);
  });
});

describe('what is no query of the tables', () => {
  it.each([
    `copy orders to 'out.csv'`,
    `copy (select 1) to 'out.csv'`,
    `attach 'other.db'`,
    `install httpfs`,
    `load httpfs`,
    `pragma database_list`,
    `set memory_limit = '1GB'`,
    `create table t as select 1`,
    `insert into orders values (1)`,
    `delete from orders`,
    `drop view orders`,
    `export database 'x'`,
    `call enable_logging()`,
    `explain analyze select 1`,
    `show tables`,
    `begin`,
    `select 1; select 2`,
    `select 1; copy orders to 'x'`,
    `/* select */ drop table orders`,
    `select * from read_csv('/etc/passwd')`,
    `select * from READ_TEXT('/etc/passwd')`,
    `select * from glob('/*')`,
    `select * from enable_logging('QueryLog', storage = 'file', storage_path = 'x')`,
    `select * from query('select 1')`,
    `select * from query_table('orders')`,
    `select * from duckdb_settings()`,
    `select (select count(*) from parquet_scan('x'))`,
    `with t as (select * from read_json('x')) select * from t`,
    `select 1 union all select 1 from sniff_csv('x')`,
    `select 1 order by (select content from read_text('/etc/passwd'))`,
    `describe from read_csv('/etc/passwd')`,
    `select dblink('host=x', 'select 1') from s.generate_series(1, 2)`,
    `select current_setting('memory_limit')`,
    `select main.getvariable('x')`,
    `select "WRITE_LOG"('x')`,
    `select setseed(0.5), random()`,
    `select amount from orders where sleep_ms(10) is null`,
    `select pg_sleep(1)`,
    `select pg_stat_get_activity(null)`,
    `select ('data_directory').current_setting`,
    `select pg_catalog.current_setting('data_directory')`,
    `select has_table_privilege('pg_authid', 'select')`,
    `select inet_server_addr()`,
    `select lo_get(1)`,
    `with t as (select nextval('s') as n) select * from t`,
  ])('is refused: %s', async (sql) => {
    expect((await refusal(sql, false)).code).toBe('query-not-read-only');
  });

  it.each([
    [`select * from '/etc/passwd'`, '/etc/passwd'],
    [`select * from 'orders.csv'`, 'orders.csv'],
    [`select * from "orders.parquet"`, 'orders.parquet'],
    [`select * from main.orders`, 'main.orders'],
    [`select * from information_schema.tables`, 'information_schema.tables'],
    [`select * from pg_catalog.pg_shadow`, 'pg_catalog.pg_shadow'],
    [`select * from pg_shadow`, 'pg_shadow'],
    [`select * from sqlite_master`, 'sqlite_master'],
    [`with orders as (select 1) select * from main.orders`, 'main.orders'],
    [`select * from returns`, 'returns'],
    [`select * from _table_1`, '_table_1'],
  ])('is no table: %s', async (sql, name) => {
    const { code, text } = await refusal(sql, false);
    expect(code).toBe('query-invalid');
    expect(text.en).toContain(`there is no table ${name} (line 1, column `);
  });
});

it('calls no function of DuckDB that changes or tells of more than its values', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const listed = await connection.runAndReadAll(
    `select distinct function_name from duckdb_functions() where stability = 'VOLATILE' and function_type = 'scalar' order by 1`,
  );
  const volatile = listed.getRows().map(([name]) => String(name));
  const called = await Promise.all(
    volatile.map(async (name) => {
      const error = await readQuestion(`select ${name}()`, { fits: false }).catch((thrown: unknown) => thrown);
      return error instanceof CrmEvalError ? [] : [name];
    }),
  );
  connection.closeSync();
  instance.closeSync();
  // They only make a value; `stats` is of an expression.
  expect(called.flat()).toEqual(['error', 'gen_random_uuid', 'random', 'stats', 'uuid', 'uuidv4', 'uuidv7']);
  expect((await read('select pg_typeof(amount), version(), current_date from orders')).tables).toHaveLength(1);
});

describe('a mistake in a query', () => {
  it.each([
    [
      'select form x frm',
      'the SQL is wrong (line 1, column 15): not understood near "frm"',
      'SQL 有误（第 1 行第 15 列）：“frm”附近有语法错误',
    ],
    ['select 1 from', 'the SQL is wrong (line 1, column 14): something is missing at its end', 'SQL 有误（第 1 行第 14 列）：语句不完整'],
    ["select '订单',\n  amout from orders", 'there is no column amout (line 2, column 3)', '没有列 amout（第 2 行第 3 列）'],
    ["select '订单' from ordrs", 'there is no table ordrs (line 1, column 18)', '没有表 ordrs（第 1 行第 18 列）'],
    [
      "select '订单' x wher",
      'the SQL is wrong (line 1, column 15): not understood near "wher"',
      'SQL 有误（第 1 行第 15 列）：“wher”附近有语法错误',
    ],
    ['select o.amout from orders o', 'there is no column amout (line 1, column 8)', '没有列 amout（第 1 行第 8 列）'],
    ['select lowr(product) from orders', 'there is no function lowr (line 1, column 8)', '没有函数 lowr（第 1 行第 8 列）'],
    ['', 'the SQL is empty', 'SQL 为空'],
    ['-- nothing', 'the SQL is empty', 'SQL 为空'],
  ])('is said in both languages: %s', async (sql, english, chinese) => {
    const { code, text } = await refusal(sql);
    expect([code, text]).toEqual(['query-invalid', { en: english, 'zh-CN': chinese }]);
  });

  it('comes with what was meant, or with where the column is', async () => {
    expect((await refusal('select amout from orders')).fix?.en).toMatch(/^did you mean amount\?/);
    expect((await refusal('select 1 from custmers')).fix?.en).toMatch(/^did you mean customers\?/);
    expect((await refusal('select lowr(product) from orders')).fix?.en).toMatch(/^did you mean lower\?/);
    // What files call by both names.
    expect((await refusal('select owner from orders')).fix?.en).toMatch(/^did you mean rep\?/);
    expect((await refusal('select rep from customers')).fix?.en).toMatch(/^did you mean owner\?/);
    expect((await refusal('select 负责人 from customers')).fix?.['zh-CN']).toMatch(/^是不是想写 owner？/);
    expect((await refusal('select upgrade_to from orders')).fix?.en).toMatch(/^upgrade_to is a column of products$/);
  });

  it('is of the query alone: what does not compute is said when it is read, too', async () => {
    expect((await refusal('select product from orders limit 1 / 0')).code).toBe('query-failed');
  });

  it('is left to the server where the server computes', async () => {
    expect((await readQuestion('select to_char(amount) from orders', { fits: false })).tables.map(({ name }) => name)).toEqual(['orders']);
  });
});

describe('what else is known of a query', () => {
  it('is whether its rows have an order and an end', async () => {
    expect(await read('select 1')).toMatchObject({ ordered: false, limited: false });
    expect(await read('select 1 limit 2')).toMatchObject({ ordered: false, limited: true });
    expect(await read('select 1 order by 1')).toMatchObject({ ordered: true, limited: false });
    expect(await read('select * from (select 1 order by 1)')).toMatchObject({ ordered: false });
  });

  it('is what it calls, in every way that a server takes for a call', async () => {
    const { calls } = await readQuestion(`select sum(amount) over (order by lower(x)), o.upper, ('a').reverse, other.go(1) from orders o`, {
      fits: false,
    });
    expect(calls.toSorted()).toEqual(['lower', 'other.go', 'reverse', 'sum', 'upper']);
  });

  it.each([
    ['select amount, sum(amount) from orders group by 1', ['orders.amount', null]],
    [
      'select o.amount as revenue, c.name from orders o join customers c using (customer_id)',
      ['orders.amount (renamed)', 'customers.name'],
    ],
    ['select scope, customers from revenue_overview', ['revenue_overview.scope', 'revenue_overview.customers']],
    ['select n.amount from (select 1 as amount) as n, orders', [null]],
    ['select amount from (select 1 as amount) as n, orders', [null]],
    ['with orders as (select 1 as amount) select amount from orders', [null]],
    ['select * from orders, customers', null],
    ['select * exclude (amount) from orders', null],
    ['select 1 union select 2', null],
  ])('is which columns stay what they are: %s', async (sql, expected) => {
    const { plain } = await readQuestion(sql, { fits: false });
    const names = plain?.map((each) =>
      each === null ? null : `${tableWith(each.column)}.${each.column.name}${each.renamed ? ' (renamed)' : ''}`,
    );
    expect(names ?? null).toEqual(expected);
  });

  it('is every column behind a star', async () => {
    const { plain, tables } = await read('select *, 1 as one from orders');
    expect(plain?.map((each) => each?.column.name ?? null)).toEqual([...tables[0]!.columns.map(({ name }) => name), null]);
  });
});

function tableWith(column: object): string {
  return queryTables.find(({ columns }) => columns.some((each) => each === column))?.name ?? '?';
}
