import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { type BookType, utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalRegistry, localRegistry } from './local-registry.ts';
import { lockedPackages, neededPackages } from './locked-packages.ts';
import { type Outcome, root, runProgram, spawned, temporaryFolder } from './run.ts';

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

const installTimeout = 300_000;

/** What a user gets: nothing but the program, its texts and the demo data. */
const wanted =
  /^(?:bin\/crm-eval\.js|dist\/(?:index\.js|cli\/(?:[\w.-]+\.js|highs\.wasm)|types\/.+\.d\.ts|THIRD-PARTY-LICENSES\.txt)|docs\/[\w.-]+\.md|fixtures\/demo(?:-en)?\/\w+\.csv|fixtures\/demo-story\.json|README(?:\.zh-CN)?\.md|(?:CHANGELOG|CONTRIBUTING)\.md|LICENSE|package\.json)$/;

function npm(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  return runProgram('npm', args, { cwd, env: { HOME: temporaryFolder(), npm_config_update_notifier: 'false', ...env } });
}

/** Static and dynamic imports and `require` of a file of the bundle. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(root, 'dist', path), 'utf8');
  return [...text.matchAll(/^(?:import|export) (?:[^'"\n]* from )?"([^"\n]+)";|\b(?:import|__require)\("([^"\n]+)"\)/gm)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
}

const bundled = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.js') && !path.startsWith('types/'));

describe('the bundle', () => {
  it('needs nothing but Node and the native engine', () => {
    const packages = bundled.flatMap(importsOf).filter((name) => !name.startsWith('.') && !isBuiltin(name));
    // pg asks for pg-native only where NODE_PG_FORCE_NATIVE says so.
    expect(new Set(packages)).toEqual(new Set(['@duckdb/node-bindings', 'pg-native']));
  });

  it('writes a workbook without a warning of Node, which are only silent in node_modules', async () => {
    const out = join(temporaryFolder(), 'ranking.xlsx');
    expect(await spawned(['score', 'fixtures/demo/orders.csv', '-q', '--out', out])).toMatchObject({ code: 0, stderr: '' });
  });

  it('reads three files for --help', () => {
    const read = new Set<string>();
    const waiting = ['main.js'];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (read.has(file)) continue;
      read.add(file);
      const text = readFileSync(join(root, 'dist/cli', file), 'utf8');
      waiting.push(...[...text.matchAll(/^import .*"\.\/([^"\n]+)";/gm)].map((match) => match[1] ?? ''));
    }
    expect([...read].toSorted()).toEqual(['main.js', 'rolldown-runtime.js', 'start.js']);
  });

  it('has the licence of every package in it, at the version of the lock file', () => {
    const text = readFileSync(join(root, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
    const listed = [...text.matchAll(/^-{80}\n(\S+) (\S+) \((.+)\)\n\n(?=\S)/gm)].map((match) => `${match[1]} ${match[2]}`);
    const locked = new Set([...lockedPackages].map(([folder, { version }]) => `${folder.split('node_modules/').at(-1)} ${version}`));
    for (const name of [
      'exceljs',
      '@e965/xlsx',
      'pg',
      'hyparquet-writer',
      'papaparse',
      'yaml',
      'zod',
      'commander',
      'cli-table3',
      'chalk',
    ]) {
      expect(listed.some((one) => one.startsWith(`${name} `))).toBe(true);
    }
    expect(listed.filter((one) => !locked.has(one))).toEqual([]);
  });

  it('has none of the old packages that hang on exceljs', () => {
    const text = readFileSync(join(root, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
    const old = ['fstream', 'glob', 'inflight', 'rimraf', 'unzipper', 'fast-csv', 'uuid', 'tmp'];
    expect(old.filter((name) => text.includes(`\n${name} `))).toEqual([]);
  });
});

describe('the lock file', () => {
  it('has the integrity of every package', () => {
    expect(lockedPackages.size).toBeGreaterThan(100);
    const without = [...lockedPackages].filter(([, locked]) => locked.integrity === undefined && locked.link !== true);
    expect(without.map(([folder]) => folder)).toEqual([]);
  });
});

describe('the packed tarball', { tags: ['slow'], timeout: installTimeout }, () => {
  let registry: LocalRegistry;
  let packed: Packed;
  let installed: string;

  function crmEval(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
    return runProgram(join(installed, 'node_modules/.bin/crm-eval'), args, { cwd: installed, env });
  }

  beforeAll(async () => {
    registry = await localRegistry();
    const target = temporaryFolder();
    const pack = await npm(['pack', '--json', '--ignore-scripts', '--pack-destination', target], root);
    expect(pack).toMatchObject({ code: 0 });
    [packed] = JSON.parse(pack.stdout) as [Packed];
    installed = temporaryFolder({ 'package.json': '{"private":true,"type":"module"}' });
    const install = await npm(['install', '--no-audit', '--no-fund', join(target, packed.filename)], installed, {
      npm_config_registry: registry.url,
      npm_config_cache: temporaryFolder(),
    });
    expect(install.code, install.stderr).toBe(0);
  }, installTimeout);

  afterAll(() => registry.close());

  it('ships nothing but what is needed', () => {
    expect(packed.files.map((file) => file.path).filter((path) => !wanted.test(path))).toEqual([]);
  });

  it('ships all of what is needed', () => {
    const paths = packed.files.map((file) => file.path);
    for (const path of [
      'bin/crm-eval.js',
      'dist/cli/main.js',
      'dist/cli/worker.js',
      'dist/cli/highs.wasm',
      'dist/index.js',
      'dist/types/index.d.ts',
      'dist/THIRD-PARTY-LICENSES.txt',
      'LICENSE',
      'README.md',
      'README.zh-CN.md',
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'docs/metrics.md',
      'docs/codes.zh-CN.md',
    ]) {
      expect(paths).toContain(path);
    }
    for (const path of ['fixtures/demo/orders.csv', 'fixtures/demo-en/orders.csv', 'fixtures/demo-story.json'])
      expect(paths).toContain(path);
  });

  it('installs with the native engine of the platform and nothing else', () => {
    const tree = JSON.parse(readFileSync(join(installed, 'node_modules/.package-lock.json'), 'utf8')) as { packages: object };
    const names = Object.keys(tree.packages).map((folder) => folder.replace('node_modules/', ''));
    const bindings = names.filter((name) => name.startsWith('@duckdb/node-bindings-'));
    expect(names.toSorted()).toEqual(['@duckdb/node-bindings', ...bindings, 'crm-eval', 'detect-libc']);
    expect(bindings).toEqual([...neededPackages().keys()].filter((name) => bindings.includes(name)));
    expect(bindings).toHaveLength(1);
    expect(registry.refused).toEqual([]);
  });

  it('says its own version and helps when it is installed', async () => {
    const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
    expect(await crmEval(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` });
    expect(await crmEval(['--help'])).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('crm-eval demo demo') });
  });

  it('writes the demo and scores it when it is installed', async () => {
    const demo = await crmEval(['demo', 'demo']);
    expect(demo.code, demo.stderr).toBe(0);
    const files = ['demo/customers.csv', 'demo/orders.csv'];
    const score = await crmEval(['score', ...files, '--format', 'json']);
    expect(score.code, score.stderr).toBe(0);
    const result = JSON.parse(score.stdout) as { schema: string; sections: { id: string; rows?: unknown[] }[] };
    expect(result.schema).toBe('crm-eval/result@1');
    expect(result.sections.find((section) => section.id === 'ranking')?.rows?.length).toBeGreaterThan(0);
    for (const name of ['metrics.xlsx', 'metrics.parquet']) {
      const wrote = await crmEval(['metrics', '--out', name]);
      expect(wrote.code, wrote.stderr).toBe(0);
    }
    const inspected = await crmEval(['inspect', 'metrics.xlsx', '--format', 'json']);
    expect(inspected.code, inspected.stderr).toBe(0);
  });

  it('finds the machine code of the solver when it is installed', async () => {
    const folder = temporaryFolder(specialists());
    const args = ['pool', join(folder, 'leads.csv'), join(folder, 'pool_events.csv'), '--format', 'json', '--section', 'allocation_by_rep'];
    const pool = await crmEval([...args, '--lang', 'en']);
    expect(pool.code, pool.stderr).toBe(0);
    expect((JSON.parse(pool.stdout) as { sections: { title: string }[] }).sections[0]?.title).toMatch(/^Give out 4 leads by strength/);
  });

  it('reads workbooks of every kind when it is installed', async () => {
    const kinds = ['biff8', 'ods', 'xlsb', 'xlsx'] as const satisfies BookType[];
    const files = kinds.map((bookType, index) => {
      const book = utils.book_new();
      utils.book_append_sheet(
        book,
        utils.aoa_to_sheet([
          ['订单号', '客户', '下单日期', '金额'],
          [`${bookType}1`, '甲', `2026-01-0${index + 1}`, 12.5 + index],
          [`${bookType}2`, '乙', `2026-02-0${index + 1}`, 7],
        ]),
      );
      return [`${bookType}.book`, write(book, { bookType, type: 'buffer' }) as Buffer] as const;
    });
    const folder = temporaryFolder(Object.fromEntries(files));
    const score = await crmEval(['score', ...files.map(([name]) => join(folder, name)), '--format', 'json']);
    expect(score.code, score.stderr).toBe(0);
    expect(JSON.parse(score.stdout)).toMatchObject({
      inputs: [19.5, 20.5, 21.5, 22.5].map((sum) => ({ rows_read: 2, rows_used: 2, sum_used: sum })),
    });
  });

  it('names the place in the bundle of a bug with --debug', async () => {
    const breaking = "process.stdout.write = () => { throw new TypeError('broken'); };";
    const bug = await crmEval(['--debug', '--help'], { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(breaking)}` });
    expect(bug.code).toBe(70);
    expect(bug.stderr).toMatch(/TypeError: broken[^]* at Command\.outputHelp \(.*dist\/cli\/start\.js:\d+:\d+\)/);
  });

  it('scores as a library, whose types need nothing else', async () => {
    writeFileSync(join(installed, 'use.ts'), libraryUse);
    const flags = ['--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false', '--target', 'es2023', '--types', ''];
    const tsc = [join(root, 'node_modules/typescript/bin/tsc'), ...flags, '--module', 'nodenext', 'use.ts'];
    expect(await runProgram(process.execPath, tsc, { cwd: installed })).toMatchObject({ code: 0, stdout: '' });
    const demo = join(root, 'fixtures/demo');
    const used = await runProgram(process.execPath, ['use.js', join(demo, 'orders.csv'), temporaryFolder()], { cwd: installed });
    expect(used).toMatchObject({ code: 0, stdout: 'score number 1\n' });
  });
});

/** Two reps of whom each converts half of the leads of one industry and none of the other's, and four leads to give out. */
function specialists(): Record<string, string> {
  const [leads, events] = [['Lead ID,Industry,Created Time,Lead Owner,Lead Status'], ['Lead ID,Event,Event Time,Rep']];
  for (const [rep, own] of [
    ['Ann', 'Food'],
    ['Bob', 'Steel'],
  ])
    for (const industry of ['Food', 'Steel'])
      for (let index = 0; index < 60; index += 1) {
        const [id, month] = [`${rep}${industry}${index}`, index < 30 ? 1 : 3];
        const converts = industry === own && index % 2 === 0;
        leads.push(`${id},${industry},2026-0${month}-05 08:00:00,,${converts ? 'converted' : 'invalid'}`);
        events.push(
          `${id},Claim,2026-0${month}-05 09:00:00,${rep}`,
          `${id},${converts ? 'Convert' : 'Invalidate'},2026-0${month}-15 09:00:00,${rep}`,
        );
      }
  for (const id of ['Food1', 'Food2', 'Steel1', 'Steel2']) leads.push(`${id},${id.slice(0, -1)},2026-05-30 08:00:00,,new`);
  return { 'leads.csv': `${leads.join('\n')}\n`, 'pool_events.csv': `${events.join('\n')}\n` };
}

/** A program of a user's, without a zod of their own and without the types of Node. */
const libraryUse = `
import { defineMetric, DuckDbEngine, ingest, configSchema, type Result, resultSchema, runMetrics, score, scoreFields, sql } from 'crm-eval';

declare const process: { readonly argv: readonly string[] };
declare const console: { log(...values: unknown[]): void };

const [, , path = '', scratch = ''] = process.argv;
const engine = await DuckDbEngine.open({ scratch });
const ingested = await ingest({
  files: [{ path }], engine, scratch, mappings: [], timezone: null, fields: scoreFields(), asOf: null, lang: 'en',
});
const result: Result = await score({ engine, ingested, settings: configSchema.parse({}).score, churn: configSchema.parse({}).churn, lang: 'en', period: null });
const saved: Result = resultSchema.parse(JSON.parse(JSON.stringify(result)));
const section = saved.sections.find(({ id }) => id === 'ranking');
// @ts-expect-error a section has no such key
section?.nothing;
const count = defineMetric<{ least: number }>({
  id: 'many', question: { en: '', 'zh-CN': '' }, grain: ['n'], requires: [], uses: [], source: '',
  columns: { n: { type: 'integer', shows: 'integer', title: { en: '', 'zh-CN': '' }, meaning: { en: '', 'zh-CN': '' } } },
  parameters: { safeParse: () => ({ success: true, data: { least: 1 } }) },
  sql: ({ least }) => sql\`select \${least} as n\`,
});
await runMetrics({ engine, metrics: ['many'], registry: [count], parameters: {}, available: new Set() });
const [row] = await engine.rows(sql\`select n from many\`);
console.log(saved.command, section?.kind === 'table' ? typeof section.rows.slice(0, 1)[0]?.['score'] : null, row?.['n']);
await engine.close();
`;
