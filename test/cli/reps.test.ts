import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, run, temporaryFolder } from './run.ts';

const files = (folder: string): string[] =>
  ['customers', 'orders', 'reps', 'activities', 'feedback', 'opportunities'].map((name) => join(root, `fixtures/${folder}/${name}.csv`));

/** The report as on a terminal of 80 columns. */
const reps = (...args: readonly string[]) => run(['reps', ...args, '--as-of', '2026-10-31'], { env: { COLUMNS: '80' } });

describe('reps on the demo company', () => {
  it('is the whole report in English', async () => {
    const { code, stdout, stderr } = await reps(...files('demo-en'), '--lang', 'en');
    expect([code, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot('goldens/reps.txt');
  });

  it('is the page of one rep in Chinese', async () => {
    const { code, stdout, stderr } = await reps(...files('demo'), '--lang', 'zh-CN', '--rep', '何俊杰', '--period', '2026-Q3');
    expect([code, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot('goldens/reps-one-zh.txt');
  });

  it('judges the actions of the last review from the list as CSV', async () => {
    const list = join(temporaryFolder({}), 'actions.csv');
    const few = files('demo-en').filter((file) => /customers|orders|reps/.test(file));
    const last = await run(['reps', ...few, '--lang', 'en', '--as-of', '2026-09-30', '--section', 'actions', '--out', list]);
    expect(last.code).toBe(0);
    const { stdout } = await reps(...few, '--lang', 'en', '--since', list, '--section', 'last_review');
    expect(stdout).toMatch(/^Of \d+ actions of the last review \d+ are done and \d+ late$/m);
    const churn = await run(['churn', ...few, '--since', list, '--lang', 'en']);
    expect(churn).toMatchObject({ code: 2, stderr: expect.stringContaining('it is no result of crm-eval in JSON') as string });
  });

  it('explains itself in both languages', async () => {
    expect((await run(['reps', '--help'])).stdout).toContain('\nExamples:\n  crm-eval reps ');
    expect((await run(['reps', '--help', '--lang', 'zh-CN'])).stdout).toContain('\n示例：\n  crm-eval reps ');
  });
});
