import { describe, expect, it } from 'vitest';
import { run } from './run.ts';

const files = ['targets', 'orders', 'customers', 'reps'];
const check = (folder: string, ...args: readonly string[]) =>
  run(['targets', 'check', ...files.map((name) => `fixtures/${folder}/${name}.csv`), '-q', ...args]);

describe('targets check on the demo company', () => {
  it('is the whole report in English', async () => {
    const { code, stdout, stderr } = await check('demo-en', '--lang', 'en');
    expect([code, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot('goldens/targets-check.txt');
  });

  it('is the whole report in Chinese, of a quarter', async () => {
    const { code, stdout } = await check('demo', '--lang', 'zh-CN', '--period', '2026-Q4');
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot('goldens/targets-check-zh.txt');
  });

  it('refuses files without targets', async () => {
    const { code, stderr } = await run(['targets', 'check', 'fixtures/demo/orders.csv', '-q', '--lang', 'en']);
    expect([code, stderr.split('\n')[0]]).toEqual([2, 'error: none of the files has targets (no-targets)']);
  });
});
