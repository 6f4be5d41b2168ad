import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * What each folder of src may import, beside itself. Imports run down only. The linter forbids the same by name and gives the
 * reasons; this list allows by name, so a new folder fails until it has a place. `codes`, `error-codes`, `errors` and `index` are single
 * files; the types of `codes` are for all.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  codes: ['error-codes'],
  'error-codes': [],
  errors: ['lib'],
  stats: ['errors', 'lib'],
  forecast: ['engine', 'errors', 'lib', 'stats'],
  result: ['errors', 'lib'],
  model: ['errors', 'lib'],
  engine: ['errors', 'lib'],
  source: ['errors', 'lib'],
  quality: ['engine', 'errors', 'lib', 'model', 'result', 'source'],
  ingest: ['engine', 'errors', 'lib', 'model', 'quality', 'result', 'source'],
  metrics: ['engine', 'errors', 'forecast', 'lib', 'model', 'result', 'stats'],
  config: ['codes', 'errors', 'lib', 'metrics', 'model'],
  views: ['engine', 'errors', 'forecast', 'lib', 'metrics', 'model', 'result', 'stats'],
  pipelines: ['config', 'engine', 'errors', 'forecast', 'ingest', 'lib', 'metrics', 'model', 'result', 'stats', 'views'],
  report: ['errors', 'lib', 'result'],
  cli: [
    'codes',
    'config',
    'engine',
    'errors',
    'ingest',
    'lib',
    'metrics',
    'model',
    'pipelines',
    'quality',
    'report',
    'result',
    'source',
    'views',
  ],
  index: ['config', 'engine', 'errors', 'ingest', 'lib', 'metrics', 'model', 'pipelines', 'quality', 'report', 'result', 'source'],
};

/** Allowed as types only: `from/` → module. */
const typesOnly = [{ from: 'pipelines', to: 'ingest' }];

/** Packages that cost more start-up time than `--help` may take; they are imported inside the action that needs them. */
const heavy = new Set(['@duckdb/node-api', '@e965/xlsx', 'exceljs', 'highs', 'hyparquet-writer', 'papaparse', 'yaml', 'zod', 'cli-table3']);

interface Import {
  readonly file: string;
  readonly target: string;
  readonly isType: boolean;
  readonly isDynamic: boolean;
}

function filesOf(folder: string, ending = '.ts'): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.split(sep).join('/')}`)
    .filter((file) => file.endsWith(ending))
    .toSorted();
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** `src/metrics/reps/win-rate.ts` → `metrics`; `src/errors.ts` → `errors`. */
function folderOf(file: string): string {
  return file.split('/')[1]!.replace(/\.ts$/, '');
}

const importPattern = /^\s*(?:import|export)\s+(type\s)?[^'";]*?from\s*'([^']+)'|^\s*import\s*'([^']+)'|\bimport\('([^']+)'\)/gm;

function importsOf(file: string): Import[] {
  return [...read(file).matchAll(importPattern)].map((match) => ({
    file,
    target: match[2] ?? match[3] ?? match[4] ?? '',
    isType: match[1] !== undefined,
    isDynamic: match[4] !== undefined,
  }));
}

function resolved(line: Import): string {
  return relative(root, join(root, dirname(line.file), line.target))
    .split(sep)
    .join('/');
}

/** The entry of a folder that a path leads to: a file of the folder, or a folder in it with all that it holds. Null for a path elsewhere. */
function entryOf(folder: string, path: string): string | null {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1).split('/')[0]! : null;
}

/** The circles of a folder, `src/pipelines: churn, score`: entries that import each other, directly or by way of others. */
function circlesOf(folder: string): string[] {
  const imported = new Map<string, Set<string>>();
  for (const line of inner) {
    const [from, to] = [entryOf(folder, line.file), entryOf(folder, resolved(line))];
    if (from !== null && to !== null && from !== to) imported.set(from, (imported.get(from) ?? new Set()).add(to));
  }
  const reached = new Map([...imported.keys()].map((entry) => [entry, reachedFrom(entry, imported)]));
  const circles = [...reached].map(([entry, others]) =>
    [...others]
      .filter((other) => reached.get(other)?.has(entry))
      .toSorted()
      .join(', '),
  );
  return [...new Set(circles.filter((circle) => circle !== ''))].map((circle) => `${folder}: ${circle}`);
}

function reachedFrom(entry: string, imported: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const seen = new Set<string>();
  const next = [entry];
  for (const one of next) {
    for (const target of imported.get(one) ?? []) {
      if (seen.has(target)) continue;
      seen.add(target);
      next.push(target);
    }
  }
  return seen;
}

/** Source without comments and texts, near enough to look for a name in. */
function codeOf(file: string): string {
  return read(file)
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/'(?:[^'\\\n]|\\.)*'/g, "''")
    .replaceAll(/\/\/.*$/gm, '');
}

const source = filesOf('src');
const imports = source.flatMap(importsOf);
const inner = imports.filter((line) => line.target.startsWith('.'));

describe('the layers of src', () => {
  it('are seen by this test', () => {
    expect(source.length).toBeGreaterThan(10);
    expect(inner.length).toBeGreaterThan(10);
  });

  it('are all in the table of allowed directions', () => {
    expect(source.map(folderOf).filter((folder) => !(folder in allowed))).toEqual([]);
  });

  it('import down only', () => {
    const wrong = inner.filter((line) => {
      const [from, to] = [folderOf(line.file), folderOf(resolved(line))];
      return from !== to && !allowed[from]?.includes(to) && !(to === 'codes' && line.isType);
    });
    expect(wrong.map((line) => `${line.file} → ${line.target}`)).toEqual([]);
  });

  it('have no cycle in the table itself', () => {
    const reached = (folder: string, seen: readonly string[]): string[] =>
      (allowed[folder] ?? []).flatMap((next) => (seen.includes(next) ? [`${folder} → ${next}`] : reached(next, [...seen, next])));
    expect(Object.keys(allowed).flatMap((folder) => reached(folder, [folder]))).toEqual([]);
  });

  it('have commands that import no other command: what several share is in parts', () => {
    const command = (file: string): string | undefined => /^src\/pipelines\/(?!parts\/)([^/]+)\//.exec(file)?.[1];
    const wrong = inner.filter((line) => {
      const [from, to] = [command(line.file), command(resolved(line))];
      return to !== undefined && from !== to && folderOf(line.file) === 'pipelines';
    });
    expect(wrong.map((line) => `${line.file} → ${line.target}`)).toEqual([]);
    expect(source.filter((file) => /^src\/pipelines\/[^/]+$/.test(file))).toEqual([]);
  });

  it('have no circle of files or folders in any of their folders', () => {
    const folders = new Set(source.flatMap((file) => file.split('/').map((_, depth, parts) => parts.slice(0, depth).join('/'))));
    expect([...folders].filter((folder) => folder !== '').flatMap(circlesOf)).toEqual([]);
  });

  it('share only types where the table says so', () => {
    const wrong = inner.filter((line) =>
      typesOnly.some(({ from, to }) => folderOf(line.file) === from && folderOf(resolved(line)) === to && !line.isType),
    );
    expect(wrong.map((line) => `${line.file} → ${line.target}`)).toEqual([]);
  });

  it('are each guarded by the linter too', () => {
    const rules = JSON.parse(read('.oxlintrc.json').replaceAll(/^\s*\/\/.*$/gm, '')) as { overrides: { files: string[] }[] };
    const guarded = new Set(rules.overrides.flatMap((override) => override.files));
    const patterns = Object.keys(allowed).map((folder) =>
      existsSync(join(root, `src/${folder}.ts`)) || folder === 'index' ? `src/${folder}.ts` : `src/${folder}/**/*.ts`,
    );
    expect(patterns.filter((pattern) => !guarded.has(pattern))).toEqual([]);
  });

  it('load heavy packages only inside the action that needs them', () => {
    const entry = 'src/cli/main.ts';
    const loaded = new Set<string>([entry]);
    for (const file of loaded) {
      for (const line of inner.filter((one) => one.file === file && !one.isType && !one.isDynamic)) loaded.add(resolved(line));
    }
    const wrong = imports.filter((line) => loaded.has(line.file) && !line.isType && !line.isDynamic && heavy.has(line.target));
    expect(source).toContain(entry);
    expect(wrong.map((line) => `${line.file} → ${line.target}`)).toEqual([]);
  });
});

describe('the generator of the demo', () => {
  it('shares nothing with what reads its files', () => {
    const outward = filesOf('build/demo')
      .flatMap(importsOf)
      .filter((line) => !/^\.\/|^\.\.\/\.\.\/src\/lib\//.test(line.target));
    expect(outward.map((line) => `${line.file} → ${line.target}`)).toEqual([]);
  });
});

describe('the effects of src', () => {
  it('touch the process and the console in src/cli alone', () => {
    const wrong = source.filter(
      (file) => folderOf(file) !== 'cli' && /\bprocess\.|\bconsole\.|['"](?:node:)?process['"]/.test(codeOf(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('read the clock and random numbers in src/cli alone', () => {
    const wrong = source.filter(
      (file) => folderOf(file) !== 'cli' && /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b/.test(codeOf(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('leave files alone in metrics, forecast and stats', () => {
    const wrong = imports.filter(
      (line) => ['forecast', 'metrics', 'stats'].includes(folderOf(line.file)) && /^(?:node:)?fs\b/.test(line.target),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the files', () => {
  const lines = (file: string): number => read(file).trimEnd().split('\n').length;
  const tests = filesOf('test');

  it('stay below 300 lines of source and 400 of test', () => {
    expect(source.filter((file) => lines(file) > 300).map((file) => `${file}: ${lines(file)}`)).toEqual([]);
    expect(tests.filter((file) => lines(file) > 400).map((file) => `${file}: ${lines(file)}`)).toEqual([]);
  });

  it('are named in kebab-case', () => {
    expect([...source, ...tests].filter((file) => !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*[./])+(?:test\.)?ts$/.test(file))).toEqual([]);
  });

  it('know no folder of the machine they were written on', () => {
    const elsewhere = /\.\.\/shared\b|['"`](?:\/work|\/home|\/root|\/tmp|\/Users)\//;
    const wrong = [...source, ...tests, ...filesOf('build'), ...filesOf('bench', '.mjs')].filter((file) => elsewhere.test(read(file)));
    expect(wrong).toEqual(['test/data-folder.ts']);
  });
});
