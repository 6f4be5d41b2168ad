import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { argumentsOf, columns, type Example, examplesOf } from '../../build/docs/examples.ts';
import { pageName } from '../../build/docs/markdown.ts';
import { parseConfig } from '../../src/config/load.ts';
import { exitCodes } from '../../src/errors.ts';
import { languages } from '../../src/lib/localized.ts';
import { describeWithPostgres } from '../postgres-server.ts';
import { root, run, temporaryFolder } from './run.ts';

const written = ['README', 'docs/methods', 'docs/warehouse'];
const locales = { en: 'C', 'zh-CN': 'zh_CN.UTF-8' } as const;

function read(name: string): string {
  return readFileSync(join(root, name), 'utf8');
}

/** What has to be the same in both languages: levels of headings, blocks by their kind, rows of tables. */
function shapeOf(page: string): string[] {
  return page.split('\n').flatMap((line) => /^(?:#+(?= )|```\w*|\|(?= `)|- )/.exec(line) ?? []);
}

const database = 'postgres://analyst@warehouse:5432/dwh';
const english = new Set(written.flatMap((page) => examplesOf(read(pageName(page, 'en')))).map(({ command }) => command));

describe.each(languages)('the pages in %s', (lang) => {
  const pages = written.map((page) => ({ name: pageName(page, lang), text: read(pageName(page, lang)) }));
  const examples = pages.flatMap(({ text }) => examplesOf(text));
  const folder = temporaryFolder();

  /** As on a terminal of 80 columns. */
  function runExample(example: Example, url = database) {
    const args = argumentsOf(example).map((word) => word.replace(database, url));
    const width = `--import data:text/javascript,process.stdout.columns=${columns}`;
    return run(args, { cwd: folder, env: { LANG: locales[lang], NODE_OPTIONS: width } });
  }

  const isDemo = ({ command }: Example): boolean => command.includes(' demo demo');
  beforeAll(async () => {
    const demo = examples.find(isDemo);
    expect(demo).toBeDefined();
    expect(await runExample(demo!)).toMatchObject({ code: 0 });
  });

  // A command that both languages have is run once, unless its output is shown.
  const tried = examples.filter((one) => !isDemo(one) && (lang === 'en' || one.output !== null || !english.has(one.command)));

  it('have examples', () => {
    expect(examples.filter(({ output }) => output !== null).length).toBeGreaterThanOrEqual(2);
    expect(examples.length).toBeGreaterThan(10);
  });

  it.each(tried.filter(({ command }) => !command.includes(database)))('have an example that works: $command', async (example) => {
    const { code, stdout, stderr } = await runExample(example);
    expect(code, stderr).toBe(0);
    if (example.output !== null) expect(stdout).toBe(example.output);
  });

  const onDatabase = tried.filter(({ command }) => command.includes(database));
  if (onDatabase.length > 0) {
    describeWithPostgres('with a database', (server) => {
      it.each(onDatabase)('have an example that works: $command', async (example) => {
        const { code, stderr } = await runExample(example, server.url);
        expect(code, stderr).toBe(0);
      });
    });
  }

  it.each(pages)('show configs that are accepted: $name', ({ name, text }) => {
    for (const [, yaml = ''] of text.matchAll(/```yaml\n(.*?)```/gs)) expect(() => parseConfig(yaml, name)).not.toThrow();
  });

  it.each(pages)('lead to files that are there: $name', ({ name, text }) => {
    const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => join(dirname(name), link));
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
  });

  it.each(written)('are level with the other language: %s', (page) => {
    expect(shapeOf(read(pageName(page, lang)))).toEqual(shapeOf(read(pageName(page, 'en'))));
  });
});

describe.each(languages.map((lang) => pageName('README', lang)))('%s', (name) => {
  const text = read(name);

  it('lists every command', async () => {
    const { stdout } = await run(['--help']);
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) (?=\[options\])/gm)].map((match) => match[1]);
    expect(commands.length).toBeGreaterThan(10);
    expect(commands.filter((command) => !text.includes(`\n| \`${command}\` | `))).toEqual([]);
  });

  it('lists every exit code', () => {
    const listed = [...text.matchAll(/^\| ([\d, 、]+) \|/gm)].flatMap((match) => (match[1] ?? '').split(/[,、] ?/)).map(Number);
    expect(listed).toEqual(Object.values(exitCodes));
  });

  it('is short', () => {
    expect(Buffer.byteLength(text)).toBeLessThan(9500);
  });
});
