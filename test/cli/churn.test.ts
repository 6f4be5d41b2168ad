import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rendered, resultOf, writtenTo } from './rendered.ts';
import { run, temporaryFolder } from './run.ts';

const demo = ['customers', 'orders', 'activities', 'feedback'].map((name) => `fixtures/demo/${name}.csv`);
const churn = (...args: readonly string[]) => run(['churn', ...demo, '-q', ...args]);
const churnResult = () => resultOf(['churn', ...demo]);
const backtest = (...args: readonly string[]) => run(['backtest', 'fixtures/demo/orders.csv', '-q', ...args]);

async function listedSections(command: string): Promise<string[] | undefined> {
  const help = await run([command, '--help']);
  const listed = /Sections of the result:\n((?: {2}\S.*\n(?: {4,}\S.*\n)*)+)/.exec(help.stdout)?.[1] ?? '';
  return listed.match(/^ {2}\w+ /gm)?.map((id) => id.trim());
}

describe('churn of the demo company', () => {
  it('is the whole report in English', async () => {
    const { code, stdout, stderr } = await churn('--lang', 'en');
    expect([code, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot('goldens/churn.txt');
  });

  it('is the whole report in Chinese, half a year ahead, by another churn definition', async () => {
    const folder = temporaryFolder({ 'c.yaml': 'churn: {definition: {rule: days, days: 365}, care_days: [14, 30]}\n' });
    const { code, stdout } = await churn('--lang', 'zh-CN', '--horizon', '180', '--config', join(folder, 'c.yaml'));
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot('goldens/churn-zh.txt');
  });

  it('has the sections that its help lists', async () => {
    expect((await churnResult()).sections.map(({ id }) => id)).toEqual(await listedSections('churn'));
  });

  it('writes CSV and a workbook', async () => {
    expect(
      readFileSync(await writtenTo('c.xlsx', await churnResult()))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const csv = await rendered(await churnResult(), { section: ['at_risk'], format: 'csv' });
    expect(csv.split('\r\n')[1]).toMatch(/^C0056,/);
  });

  it('refuses a horizon, a model and a day that make no sense', async () => {
    for (const args of [
      ['--horizon', '0'],
      ['--horizon', '3661'],
      ['--model', 'best'],
      ['--until', '2026-02-30'],
      ['--until', '2030-01-01'],
    ])
      expect((await churn(...args)).code).toBe(2);
  });
});

describe('backtest of the demo company', () => {
  it('is the whole report in English', async () => {
    const { code, stdout, stderr } = await backtest('--lang', 'en');
    expect([code, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot('goldens/backtest.txt');
  });

  it('has the sections that its help lists, and refuses too many folds', async () => {
    const { sections } = await resultOf(['backtest', 'fixtures/demo/orders.csv', '--folds', '1']);
    expect(sections.map(({ id }) => id)).toEqual(await listedSections('backtest'));
    expect((await backtest('--folds', '6')).code).toBe(2);
  });
});
