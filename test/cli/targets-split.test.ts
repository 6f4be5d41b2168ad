import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resultOf, writtenTo } from './rendered.ts';
import { run } from './run.ts';

const demo = (folder: string): string[] => ['orders', 'customers', 'reps', 'targets'].map((name) => `fixtures/${folder}/${name}.csv`);
const narrow = { env: { COLUMNS: '80' } };
const split = (folder: string, ...args: readonly string[]) => run(['targets', 'split', ...demo(folder), '-q', ...args], narrow);

describe('targets split of the demo company', () => {
  it('is the whole report in English', async () => {
    const { code, stdout, stderr } = await run(
      ['targets', 'split', ...demo('demo-en'), '--lang', 'en', '--value', '20M', '--by', 'history:0.7,potential:0.3'],
      narrow,
    );
    expect([code, stderr]).toEqual([0, 'as of 2026-10-31, the latest date in the files; --as-of sets another\n']);
    await expect(stdout).toMatchFileSnapshot('goldens/targets-split.txt');
  });

  it('is the whole report in Chinese, with the seasonal product', async () => {
    const args = ['--lang', 'zh-CN', '--to', 'team,rep,product', '--growth', '10%', '--floor', '0.8', '--cap', '1.2'];
    const { code, stdout } = await run(['targets', 'split', ...demo('demo'), ...args], narrow);
    expect(code).toBe(0);
    expect(stdout.replaceAll('\n', '')).toMatch(/恒温防冻 季节性明显：11 月至次年 1 月的月均销售额是其他月份的 3\.\d 倍/);
    await expect(stdout).toMatchFileSnapshot('goldens/targets-split-zh.txt');
  });

  it('writes the targets file with the columns that it is read by', async () => {
    const result = await resultOf(['targets', 'split', ...demo('demo'), '--value', '2000万', '--period', '2027']);
    const csv = readFileSync(await writtenTo('targets-2027.csv', result, { section: ['targets'] }), 'utf8').split('\r\n');
    expect(csv[0]?.replace('\uFEFF', '')).toBe('level,owner,parent,metric,period_start,period_end,value,unit,baseline');
    expect(csv).toHaveLength(1 + 17 * 12 + 1);
    expect(
      readFileSync(await writtenTo('t.xlsx', result))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});

describe('targets split', () => {
  it('says what an option takes', async () => {
    const wrong = await split('demo', '--lang', 'en', '--by', 'history:0.7,luck:0.3');
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      'error: --by cannot be "history:0.7,luck:0.3" (option-invalid)\nfix: give one of history, potential, capacity, equal, or a blend such as history:0.7,potential:0.3\n',
    ]);
    expect((await split('demo', '--lang', 'en', '--value', 'much')).stderr).toContain(
      'give an amount above 0, such as 20000000, 2000万 or 20M',
    );
    expect((await split('demo', '--lang', 'en', '--to', 'company')).code).toBe(2);
  });

  it('refuses a period that is none of whole months', async () => {
    const { code, stderr } = await split('demo', '--lang', 'en', '--value', '20M', '--period', '2027-01-10..2027-03-31');
    expect([code, stderr]).toEqual([
      2,
      'error: the period 2027-01-10..2027-03-31 is none of whole months: targets are split by month (period-not-months)\nfix: give whole months, such as --period 2027-01..2027-04\n',
    ]);
  });
});
