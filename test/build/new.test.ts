import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../build/bundle.mjs';
import { root, runProgram, temporaryFolder } from '../cli/run.ts';

const timeout = 300_000;

/** What is made anew, or lies elsewhere. */
const left = new Set(['node_modules', 'dist', 'coverage', '.git', join('bench', 'data')]);

describe('npm run new', { tags: ['slow'], timeout }, () => {
  const copy = join(temporaryFolder(), 'crm-eval');
  const node = (...args: readonly string[]) => runProgram(process.execPath, args, { cwd: copy });
  // The copy is built once, without types: the compiler is asked by a test of its own.
  const tool = (name: string, ...args: readonly string[]) =>
    runProgram(join(root, 'node_modules/.bin', name), args, { cwd: copy, env: { CRM_EVAL_BUILT: '1' } });
  const written: string[] = [];

  async function make(kind: string, name: string): Promise<void> {
    const { code, stdout, stderr } = await node('build/new.mjs', kind, name);
    expect([code, stderr]).toEqual([0, '']);
    written.push(...stdout.split('\n\n')[0]!.split('\n'));
  }

  beforeAll(async () => {
    cpSync(root, copy, { recursive: true, filter: (path) => !left.has(relative(root, path)) });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    await make('command', 'top-buyers');
    await make('metric', 'customers/order-counts');
    await make('check', 'customers-without-owner');
    expect(await node('build/docs.mjs', 'docs-made')).toMatchObject({ code: 0 });
    cpSync(join(copy, 'docs-made'), join(copy, 'docs'), { recursive: true });
    await bundle(copy, join(copy, 'dist'));
  }, timeout);

  it('says what it wrote, and what comes next', async () => {
    expect(written.length).toBeGreaterThan(10);
    for (const path of written) expect(readFileSync(join(copy, path), 'utf8')).not.toContain('{{');
    const again = await node('build/new.mjs', 'metric', 'customers/order-counts');
    expect([again.code, again.stderr]).toEqual([2, 'src/metrics/customers/order-counts.ts is there already\n']);
    const registry = readFileSync(join(copy, 'src/metrics/registry.ts'), 'utf8');
    expect(registry).toMatch(/ from '\.\/customers\/\S+';\nimport { orderCounts } from '\.\/customers\/order-counts\.ts';\n/);
    expect(registry).toMatch(/\n {2}\w+,\n {2}orderCounts,\n {2}customerPeriods,\n/);
    expect((await node('build/new.mjs', 'command', 'Top Buyers')).stderr).toMatch(/^usage: npm run new -- command NAME \| /);
  });

  it('writes what the linter and the compiler have nothing to say of', async () => {
    const source = written.filter((path) => path.endsWith('.ts'));
    expect((await tool('oxfmt', '--check', ...source)).code).toBe(0);
    expect(await tool('tsc', '-p', 'tsconfig.test.json')).toMatchObject({ code: 0, stdout: '' });
    const lint = await tool('oxlint', '--type-aware', '--deny-warnings', ...source);
    expect(lint.code, lint.stdout).toBe(0);
  });

  it('writes what works, and is held to what everything is held to', async () => {
    const tests = written.filter((path) => path.endsWith('.test.ts') && !path.endsWith('cards.test.ts'));
    const shared = ['test/architecture.test.ts', 'test/metrics/registry.test.ts', 'test/build/docs'];
    const { code, stdout, stderr } = await tool('vitest', 'run', ...tests, ...shared);
    expect(code, `${stdout}${stderr}`).toBe(0);
    const cards = await tool('vitest', 'run', 'test/cli/cards.test.ts', '-t', 'top-buyers|called here|README');
    expect(cards.code, `${cards.stdout}${cards.stderr}`).toBe(0);
  });
});
