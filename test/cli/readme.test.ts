import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { argumentsOf, columns, type Example, examplesOf } from '../../build/docs/examples.ts';
import { pageName } from '../../build/docs/markdown.ts';
import { parseConfig } from '../../src/config/load.ts';
import { exitCodes } from '../../src/errors.ts';
import { type Lang, languages } from '../../src/lib/localized.ts';
import { describeWithPostgres } from '../postgres-server.ts';
import { type Outcome, root, run, spawned, temporaryFolder } from './run.ts';

const written = ['README', 'docs/methods', 'docs/amounts', 'docs/queries', 'docs/nightly', 'docs/warehouse'];
const locales = { en: 'C', 'zh-CN': 'zh_CN.UTF-8' } as const;

/** The database of the examples. */
const database = 'postgres://analyst@warehouse:5432/dwh';

function read(name: string): string {
  return readFileSync(join(root, name), 'utf8');
}

function examplesIn(lang: Lang): Example[] {
  return written.flatMap((page) => examplesOf(read(pageName(page, lang))));
}

const isDemo = ({ command }: Example): boolean => command.includes(' demo demo');
const onDatabase = ({ command }: Example): boolean => command.includes(database);

/** A folder with the demo of the pages, and what runs their examples in it, as on a terminal of 80 columns. */
function examplesWith(lang: Lang): (example: Example, url?: string) => Promise<Outcome> {
  const folder = temporaryFolder();
  const width = `--import data:text/javascript,process.stdout.columns=${columns}`;
  const runExample = (example: Example, url = database): Promise<Outcome> => {
    const args = argumentsOf(example).map((word) => word.replace(database, url));
    // What a page shows is as wide as a terminal, which only a process of its own can be told.
    const program = example.output === null ? run : spawned;
    return program(args, { cwd: folder, env: { LANG: locales[lang], NODE_OPTIONS: width } });
  };
  beforeAll(async () => {
    const demo = examplesIn(lang).filter(isDemo);
    expect(demo).toHaveLength(1);
    expect(await runExample(demo[0]!)).toMatchObject({ code: 0 });
  });
  return runExample;
}

/** Files and folders that the package ships. */
const packed = (JSON.parse(read('package.json')) as { files: string[] }).files;

/** What has to be the same in both languages: levels of headings, blocks by their kind, rows of tables, points of lists. */
function shapeOf(page: string): string[] {
  return page.split('\n').flatMap((line) => /^(?:#+(?= )|```\w*|\|(?= `)|- )/.exec(line) ?? []);
}

const english = new Set(examplesIn('en').map(({ command }) => command));

describe.each(languages)('the examples of the pages in %s', (lang) => {
  const examples = examplesIn(lang);
  const runExample = examplesWith(lang);

  it('are there', () => {
    expect(examples.filter(({ output }) => output !== null).length).toBeGreaterThanOrEqual(2);
    expect(examples.length).toBeGreaterThan(10);
  });

  // A command that both languages have is run once, unless its output is shown.
  const tried = examples.filter(({ command, output }) => lang === 'en' || output !== null || !english.has(command));
  it.each(tried.filter((example) => !isDemo(example) && !onDatabase(example)))('work: $command', async (example) => {
    const { code, stdout, stderr } = await runExample(example);
    expect(code, stderr).toBe(0);
    expect(stdout).toBe(example.output ?? stdout);
  });
});

describeWithPostgres('the examples with a database', (server) => {
  const runExample = examplesWith('en');

  it.each(examplesIn('en').filter(onDatabase))('work: $command', async (example) => {
    const { code, stderr } = await runExample(example, server.url);
    expect(code, stderr).toBe(0);
  });

  it('are the same in both languages', () => {
    expect(examplesIn('zh-CN').filter(onDatabase)).toEqual(examplesIn('en').filter(onDatabase));
  });
});

describe.each(languages.flatMap((lang) => written.map((page) => ({ page, lang, name: pageName(page, lang) }))))(
  '$name',
  ({ page, name }) => {
    const text = read(name);

    it('shows configs that are accepted', () => {
      for (const [, yaml = ''] of text.matchAll(/```yaml\n(.*?)```/gs)) expect(() => parseConfig(yaml, name)).not.toThrow();
    });

    it('leads to files that are there, in the package too', () => {
      const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => join(dirname(name), link));
      expect(links.length).toBeGreaterThan(0);
      expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
      expect(links.filter((link) => !packed.some((path) => link === path || link.startsWith(`${path}/`)))).toEqual([]);
    });

    it('is level with the other language', () => {
      expect(shapeOf(text)).toEqual(shapeOf(read(pageName(page, 'en'))));
    });
  },
);

it.each(languages)('jobs of docs/nightly in %s say their language, which a scheduler does not', (lang) => {
  const blocks = [...read(pageName('docs/nightly', lang)).matchAll(/```\w+\n(.*?)```/gs)].map(([, block = '']) => block);
  const jobs = blocks.filter((block) => /^30 6|^ExecStart=|^schtasks /m.test(block));
  expect(jobs).toHaveLength(3);
  for (const job of jobs) expect(job).toMatch(new RegExp(`^(?:Environment=|set )?CRM_EVAL_LANG=${lang}$`, 'm'));
});

describe.each(languages.map((lang) => pageName('README', lang)))('%s', (name) => {
  const text = read(name);

  it('lists every exit code', () => {
    const listed = [...text.matchAll(/^\| ([\d, 、]+) \|/gm)].flatMap((match) => (match[1] ?? '').split(/[,、] ?/)).map(Number);
    expect(listed).toEqual(Object.values(exitCodes));
  });

  it('is short', () => {
    expect(Buffer.byteLength(text)).toBeLessThan(10_000);
  });
});
