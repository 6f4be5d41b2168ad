import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result, Section } from '../../src/result/result.ts';
import { remembered } from '../remembered.ts';
import { root, run } from './run.ts';

const files = (folder: string, ...names: readonly string[]): string[] =>
  ['leads', 'pool_events', 'reps', ...names].map((name) => join(root, `fixtures/${folder}/${name}.csv`));

/** The report as on a terminal of 80 columns. */
const pool = (...args: readonly string[]) => run(['pool', ...args, '--as-of', '2026-10-31'], { env: { COLUMNS: '80' } });

const result = remembered(async (): Promise<Result> => {
  const { stdout } = await run(['pool', ...files('demo', 'customers', 'orders', 'activities'), '--lang', 'zh-CN', '--format', 'json']);
  return JSON.parse(stdout) as Result;
});

describe('pool', () => {
  it('is the whole report in English', async () => {
    const { code, stdout, stderr } = await pool(...files('demo-en', 'customers', 'orders'), '--lang', 'en');
    expect([code, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot('goldens/pool.txt');
  });

  it('is the whole report in Chinese, of a quarter, with other rules tried', async () => {
    const { code, stdout, stderr } = await pool(
      ...files('demo'),
      '--lang',
      'zh-CN',
      '--period',
      '2026-Q3',
      '--what-if',
      'recycle_days=20,holding_limit=10',
    );
    expect([code, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot('goldens/pool-quarter-zh.txt');
  });

  it('has the figures that it had', async () => {
    const digest = (await result()).sections.map(digestOf);
    await expect(`${JSON.stringify(digest, null, 2)}\n`).toMatchFileSnapshot('goldens/pool-figures.json');
  });

  it('is the same to the last byte when it is run again', async () => {
    const again = await run([
      'pool',
      ...files('demo', 'customers', 'orders', 'activities').toReversed(),
      '--lang',
      'zh-CN',
      '--format',
      'json',
    ]);
    const { inputs: _, ...rest } = JSON.parse(again.stdout) as Result;
    const { inputs: __, ...before } = await result();
    expect(JSON.stringify(rest)).toBe(JSON.stringify(before));
  });

  it('explains itself in both languages', async () => {
    expect((await run(['pool', '--help'])).stdout).toContain('\nExamples:\n  crm-eval pool ');
    expect((await run(['pool', '--help', '--lang', 'zh-CN'])).stdout).toContain('\n示例：\n  crm-eval pool ');
  });

  it('evaluates customers, and guesses the name of a rule', async () => {
    const customers = await pool(
      'fixtures/demo-en/customers.csv',
      'fixtures/demo-en/orders.csv',
      '--of',
      'customers',
      '--section',
      'overview',
      '-q',
    );
    expect([customers.code, customers.stderr]).toEqual([0, '']);
    expect(await pool(...files('demo'), '--what-if', 'recycle_day=15')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('recycle_days') as string,
    });
  });
});

/** What a section comes to: each figure, and of a table how many rows there are and what its numbers add up to, column by column. */
function digestOf(section: Section): object {
  if (section.kind === 'facts')
    return { id: section.id, figures: Object.fromEntries(section.facts.map(({ id, value }) => [id, rounded(value)])) };
  const sums = section.columns.flatMap(({ id }) => {
    const numbers = [...section.rows].flatMap((row) => (typeof row[id] === 'number' ? [row[id]] : []));
    return numbers.length === 0 ? [] : [[id, rounded(numbers.reduce((sum, value) => sum + value, 0))] as const];
  });
  return { id: section.id, rows: section.total, sums: Object.fromEntries(sums) };
}

/** To nine digits: what platforms compute alike. */
function rounded(value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(9)) : value;
}
