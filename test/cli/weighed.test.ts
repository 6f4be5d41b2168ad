import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { weighed } from '../../src/cli/weighed.ts';
import type { Finding, Result } from '../../src/result/result.ts';
import { run, temporaryFolder } from './run.ts';

const finding = (code: string, level: Finding['level']): Finding => ({
  code,
  level,
  file: null,
  sheet: null,
  line: null,
  cell: null,
  column: null,
  value: null,
  message: 'x',
  fix: null,
  count: 2,
});

describe('findings as the config weighs them', () => {
  it('have its level, or are silent; the others are as they were', () => {
    const found = [finding('amount-negative', 'info'), finding('amount-zero', 'info'), finding('word-unknown', 'warning')];
    const { heard, silent } = weighed(found, { 'amount-negative': 'silent', 'amount-zero': 'error' });
    expect(heard).toEqual([{ ...found[1], level: 'error' }, found[2]]);
    expect(silent).toEqual([found[0]]);
    expect(weighed(found, {}).heard).toEqual(found);
  });

  const folder = temporaryFolder({
    'orders.csv': 'order id,customer id,date,amount\nO1,C1,2026-01-05,10\nO2,C2,2026-02-05,0\nO3,C2,2026-03-05,-4\nO4,C1,2026-03-06,9\n',
    'quiet.yaml': 'findings: {amount-zero: silent, amount-negative: warning}\n',
    'grave.yaml': 'findings: {amount-zero: error}\n',
    'wrong.yaml': 'lang: en\nfindings:\n  amount-zer: silent\n',
    'loud.yaml': 'findings: {amount-zero: loud}\n',
  });
  const check = (config: string, ...args: readonly string[]) =>
    run(['check', 'orders.csv', '--lang', 'en', '--config', config, ...args], { cwd: folder });

  it('count by their new level for --strict, --max-errors and the sums of check', async () => {
    const quiet = await check('quiet.yaml', '--strict', '--format', 'json', '-v');
    expect(quiet.code).toBe(1);
    expect(quiet.stderr).toContain('silent by the config: 1 (amount-zero)\n');
    expect(quiet.stderr).toContain('exit 1: 1 warning, --strict\n');
    const { findings, sections } = JSON.parse(quiet.stdout) as Result;
    expect(findings.map(({ code, level }) => [code, level])).toContainEqual(['amount-negative', 'warning']);
    expect(findings.map(({ code }) => code)).not.toContain('amount-zero');
    const [overview] = sections;
    expect(overview?.kind === 'facts' && overview.facts.find(({ id }) => id === 'warnings')?.value).toBe(1);
    const grave = await check('grave.yaml');
    expect(grave.code).toBe(1);
    expect(grave.stderr).toContain('exit 1: 1 error, --max-errors 0\n');
  });

  it('are named by codes that there are, with levels that there are', async () => {
    expect(await check('wrong.yaml')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: wrong.yaml:3: there is no key findings.amount-zer (config-invalid)\nfix: did you mean amount-zero?\n',
    });
    expect((await check('loud.yaml')).stderr).toContain('findings.amount-zero');
  });

  it('are read from a config that init writes, as an example', async () => {
    expect((await run(['init', 'orders.csv', '--out', join(folder, 'new.yaml'), '--lang', 'en'], { cwd: folder })).code).toBe(0);
    expect((await check('new.yaml')).code).toBe(0);
  });
});
