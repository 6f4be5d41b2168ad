import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { describeWithData } from '../data-folder.ts';
import { describeWithPostgres, execute, type PostgresServer } from '../postgres-server.ts';
import { root, run, type RunOptions, temporaryFolder } from './run.ts';

const demo = readdirSync(join(root, 'fixtures/demo')).map((file) => `fixtures/demo/${file}`);
const folder = temporaryFolder();

/** What a command that has to succeed prints. */
async function printed(args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await run([...args, '-q'], options);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

const json = (args: readonly string[], options: RunOptions = {}): Promise<string> => printed([...args, '--format', 'json'], options);

/** The same result of DuckDB. */
const elsewhere = (result: string): string => result.replace('"engine": "postgres"', '"engine": "duckdb"');

/** A result without what an account of the files says of dates. */
function figures(result: string): unknown {
  const { inputs: _inputs, findings: _findings, ...rest } = JSON.parse(elsewhere(result)) as Record<string, unknown>;
  return rest;
}

/** What is there beside the server's own: no schema of a run may be left. */
async function schemasOf(server: PostgresServer): Promise<string[]> {
  const rows = await execute(server.url, `select nspname as name from pg_namespace where nspname !~ '^pg_|^information_schema$|^public$'`);
  return rows.map(({ name }) => String(name)).toSorted();
}

describeWithPostgres('the demo company', (server) => {
  it('gives the same bytes whether DuckDB or PostgreSQL computes, and where it was loaded before', async () => {
    const engine = ['--engine', server.url];
    const embedded = await json(['score', ...demo]);
    expect(elsewhere(await json(['score', ...demo, ...engine]))).toBe(embedded);
    expect(await schemasOf(server)).toEqual([]);
    const loaded = await run(['load', ...demo, ...engine], { env: { CRM_EVAL_LANG: 'en' } });
    expect([loaded.code, loaded.stderr]).toEqual([0, 'as of 2026-10-31, the latest date in the files; --as-of sets another\n']);
    expect(loaded.stdout).toMatch(/crm_eval\.orders +3,213 +37,821,972 +15\n/);
    expect(loaded.stdout).toContain('14,656 rows read = 14,429 used + 227 set aside + 0 rejected');
    expect(elsewhere(await json(['score', ...engine]))).toBe(embedded);
    expect(await schemasOf(server)).toEqual(['crm_eval']);
  });
});

describeWithPostgres('a schema that was loaded', (server) => {
  const files = ['fixtures/demo/customers.csv', 'fixtures/demo/orders.csv'];
  const engine = ['--engine', server.url];
  beforeAll(() => printed(['load', ...files, ...engine]));

  it('speaks Chinese though it was loaded in English', async () => {
    const chinese = await json(['score', ...engine, '--lang', 'zh-CN']);
    expect(elsewhere(chinese)).toBe(await json(['score', ...files, '--lang', 'zh-CN']));
    expect(chinese).toContain('没有任何订单的客户');
  });

  it('has the same customer, with rows that are counted where lines were named', async () => {
    type Explained = { sections: { id: string; rows: Record<string, unknown>[] }[] };
    const section = (result: string, id: string) => (JSON.parse(result) as Explained).sections.find((one) => one.id === id)?.rows;
    const withoutRows = (result: string) => section(result, 'factors')?.map(({ rows: _rows, ...factor }) => factor);
    const explain = ['explain', 'C0001'];
    const [before, after] = [await json([...explain, ...files]), await json([...explain, ...engine])];
    expect(withoutRows(after)).toEqual(withoutRows(before));
    expect(withoutRows(after)).not.toEqual([]);
    expect(section(after, 'sources')).toEqual([
      { role: 'customers', role_title: 'Customers', file: 'crm_eval.customers', sheet: null, rows: 1, lines: '' },
      { role: 'orders', role_title: 'Orders', file: 'crm_eval.orders', sheet: null, rows: 16, lines: '' },
    ]);
  });

  it('stays as it is where the files have more problems than the options allow', async () => {
    const bad = temporaryFolder({ 'orders.csv': '订单编号,客户编号,下单日期,金额\n1,C1,2026-01-05,10\n2,C1,never,20\n' });
    const again = ['load', join(bad, 'orders.csv'), ...engine, '--force', '--lang', 'en', '-q'];
    expect(await run([...again, '--max-errors', '0'])).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'error: errors in the files: 1, --max-errors allows 0: nothing was loaded (data-problems)\nfix: crm-eval check FILES lists them\n',
    });
    expect((await run([...again, '--strict'])).code).toBe(1);
    const [row] = await execute(server.url, 'select count(*) as n from crm_eval.orders');
    expect(Number(row?.['n'])).toBe(3213);
  });

  it('has the same findings', async () => {
    expect(elsewhere(await json(['check', ...engine]))).toBe(await json(['check', ...files]));
  });

  it.each(['2026-06-30', '2027-01-31', '2024-06-30'])('has the same figures as of %s', async (asOf) => {
    const [before, after] = [await json(['score', ...files, '--as-of', asOf]), await json(['score', ...engine, '--as-of', asOf])];
    expect(figures(after)).toEqual(figures(before));
  });

  it('is written to a workbook', async () => {
    const out = join(folder, 'ranking.xlsx');
    expect(await printed(['score', ...engine, '--out', out])).toBe('');
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  });

  it('is replaced with --force only, and reads engine and schema from the config', async () => {
    const project = temporaryFolder({ 'crm-eval.config.yaml': `engine: { url: "${server.url}", schema: 销售 }\n` });
    const config = ['--config', join(project, 'crm-eval.config.yaml')];
    const load = ['load', ...files, ...config, '--section', 'tables', '--format', 'csv'];
    const first = await printed(load);
    expect(first).toContain('销售.orders,3213,37821971.94,15,');
    const again = await run([...load, '-q', '--lang', 'zh-CN']);
    expect([again.code, again.stdout, again.stderr]).toEqual([
      4,
      '',
      '错误：schema “销售” 已有之前载入的数据 (schema-filled)\n办法：请用 --force 替换，或用 --schema 名称 写入另一个 schema\n',
    ]);
    expect(await printed([...load, '--force'])).toBe(first);
    const embedded = await json(['score', ...files, ...config, '--engine', 'duckdb']);
    expect(elsewhere(await json(['score', ...config]))).toBe(embedded);
    const { stderr } = await run(['score', ...config, '--limit', '1', '--as-of', '2026-10-31']);
    const { username, host, pathname } = new URL(server.url);
    expect(stderr).toBe(`database ${username}@${host}${pathname}, by the config; --engine sets another\n`);
    expect(JSON.parse(embedded)).toMatchObject({ engine: 'duckdb' });
  });
});

const real = [
  ['adventureworks', ['adventureworks-b2b/FactResellerSales.csv', 'adventureworks-b2b/Resellers.csv']],
  ['online-retail', ['online-retail/OnlineRetail.csv']],
] as const;

describeWithData('real files', (data) => {
  describeWithPostgres('on both engines', (server) => {
    it.each(real)('%s gives the same bytes', async (name, names) => {
      const files = names.map((file) => join(data, file));
      const engine = ['--engine', server.url, '--schema', name];
      const embedded = await json(['score', ...files]);
      await printed(['load', ...files, ...engine]);
      expect(elsewhere(await json(['score', ...engine]))).toBe(embedded);
    });
  });
});
