import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';

/**
 * `npm run docs`: writes the pages of docs/ that are made of declarations (build/docs/pages.ts), and puts what the built program prints
 * into the examples of all pages. A folder behind it is written to in place of docs/, and examples are then left alone.
 */
const root = join(import.meta.dirname, '..');
const docs = join(root, 'docs');
const folder = resolve(process.argv[2] ?? docs);
const { pages, examplesOf, argumentsOf, withOutputs, columns } = await importTypeScript('build/docs/pages.ts');

mkdirSync(folder, { recursive: true });
for (const [name, text] of pages) writeFileSync(join(folder, name), text);
if (folder === docs) {
  const written = ['README.md', 'README.zh-CN.md', ...readdirSync(docs).map((name) => `docs/${name}`)];
  for (const name of written) writeExamples(join(root, name), name.endsWith('.zh-CN.md') ? 'zh_CN.UTF-8' : 'C');
}

/** Bundled first, for Node 20 reads no TypeScript. */
async function importTypeScript(module) {
  const build = await rolldown({ cwd: root, input: module, platform: 'node', checks: { bundlerTimings: false } });
  const { output } = await build.generate({ format: 'esm', codeSplitting: false });
  await build.close();
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
}

function writeExamples(path, lang) {
  const page = readFileSync(path, 'utf8');
  const examples = examplesOf(page).filter(({ output }) => output !== null);
  if (examples.length === 0) return;
  const place = mkdtempSync(join(tmpdir(), 'crm-eval-docs-'));
  try {
    run(['demo', 'demo', ...(lang === 'C' ? ['--lang', 'en'] : [])], place, lang);
    const outputs = new Map(examples.map((example) => [example.command, run(argumentsOf(example), place, lang)]));
    writeFileSync(path, withOutputs(page, outputs));
  } finally {
    rmSync(place, { recursive: true });
  }
}

function run(args, cwd, lang) {
  const width = `--import data:text/javascript,process.stdout.columns=${columns}`;
  const env = { PATH: process.env.PATH, LANG: lang, NO_COLOR: '1', NODE_OPTIONS: width };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/crm-eval.js'), ...args], { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`crm-eval ${args.join(' ')}: ${stderr}`);
  return stdout;
}
