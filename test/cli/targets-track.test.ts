import { describe, expect, it } from 'vitest';
import { remembered } from '../remembered.ts';
import { resultOf } from './rendered.ts';
import { run } from './run.ts';

const files = (folder: string) =>
  ['targets', 'reps', 'orders', 'customers', 'opportunities'].map((name) => `fixtures/${folder}/${name}.csv`);
const track = remembered((folder: string, ...args: readonly string[]) => run(['targets', 'track', ...files(folder), '-q', ...args]));

describe('targets track of the demo company', () => {
  it('is the whole report in English, at the middle of a month', async () => {
    const { code, stdout, stderr } = await track('demo-en', '--lang', 'en', '--as-of', '2026-10-15');
    expect([code, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot('goldens/targets-track.txt');
  });

  it('is the whole report in Chinese, for a quarter that is over', async () => {
    const { code, stdout } = await track('demo', '--lang', 'zh-CN', '--period', '2026-Q3');
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot('goldens/targets-track-quarter-zh.txt');
  });

  it('adds up: teams make the company, and reps make the teams', async () => {
    const result = await resultOf(['targets', 'track', ...files('demo-en')]);
    const rolled = result.sections.find(({ id }) => id === 'roll_up');
    const sums = rolled?.kind === 'table' ? Array.from(rolled.rows, ({ target, actual }) => [target, actual]) : [];
    expect(sums).toHaveLength(3);
    expect(new Set(sums.map(String)).size).toBe(1);
  });

  it('is offered by the group that it stands in', async () => {
    expect((await run(['targets', '--help'])).stdout).toContain('track [files...]');
    const help = await run(['targets', 'track', '--help']);
    expect(help.stdout).toContain('forecast_check');
  });
});
