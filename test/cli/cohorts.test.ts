import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { remembered } from '../remembered.ts';
import { rendered, resultOf, writtenTo } from './rendered.ts';
import { run } from './run.ts';

const demo = ['fixtures/demo/customers.csv', 'fixtures/demo/orders.csv'];
const cohorts = remembered((...args: readonly string[]) => run(['cohorts', ...demo, '-q', ...args]));
const cohortsResult = (...args: readonly string[]) => resultOf(['cohorts', ...demo, ...args]);

describe('cohorts of the demo company', () => {
  it('is the whole report in English', async () => {
    const { code, stdout, stderr } = await cohorts('--lang', 'en');
    expect([code, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot('goldens/cohorts.txt');
  });

  it('is the whole report in Chinese, by quarter and owner', async () => {
    const { code, stdout } = await cohorts('--lang', 'zh-CN', '--cohort', 'quarter', '--by', 'owner');
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot('goldens/cohorts-quarter-zh.txt');
  });

  it('has the sections that its help lists', async () => {
    const help = await run(['cohorts', '--help']);
    const listed = /Sections of the result:\n((?: {2}\S.*\n)+)/.exec(help.stdout)?.[1] ?? '';
    const ids = (await cohortsResult('--by', 'region')).sections.map(({ id }) => id);
    expect(listed.match(/^ {2}\w+ /gm)?.map((id) => id.trim())).toEqual(ids);
  });

  it('has the long form for other programs, which a terminal shows only when asked', async () => {
    const result = await cohortsResult();
    const csv = await rendered(result, { section: ['cells'], format: 'csv' });
    const [header, first] = csv.split('\r\n');
    expect(header?.replace('\uFEFF', '')).toBe(
      'cohort,period,customers,active,retention,low,high,survivors,survival,revenue,cumulative_revenue,revenue_per_customer,complete',
    );
    expect(first).toMatch(/^2024-05,0,36,36,1,/);
    expect(csv.split('\r\n')).toHaveLength(1 + 450 + 1);
    expect((await cohorts('--lang', 'en')).stdout).not.toContain('Cohorts in long form');
    const asked = (await cohorts('--lang', 'en', '--section', 'cells')).stdout;
    expect(asked).toContain('Cohorts in long form');
    expect(asked.match(/^2024-\d\d /gm)).toHaveLength(20);
    expect(asked).toContain('… 430 more rows');
  });

  it('takes cohorts of a period, and says so', async () => {
    const result = await cohortsResult('--period', '2025');
    expect(result.period).toEqual({ from: '2025-01-01', to: '2026-01-01' });
    const retention = result.sections.find(({ id }) => id === 'retention');
    const labels = retention?.kind === 'table' ? Array.from(retention.rows, (row) => String(row['cohort'])) : [];
    expect(labels.length).toBeGreaterThan(5);
    expect(labels.every((label) => label.startsWith('2025-'))).toBe(true);
  });

  it('writes a workbook', async () => {
    expect(
      readFileSync(await writtenTo('c.xlsx', await cohortsResult()))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});

describe('cohorts', () => {
  it('refuses a unit and an attribute that do not exist', async () => {
    const week = await cohorts('--cohort', 'week');
    expect([week.code, week.stderr]).toEqual([
      2,
      'error: --cohort cannot be "week" (option-invalid)\nfix: give one of month, quarter, year\n',
    ]);
    expect((await cohorts('--by', 'name')).code).toBe(2);
  });

  it('refuses files without orders, and says what it needs', async () => {
    const { code, stderr } = await run(['cohorts', 'fixtures/demo/customers.csv', '-q']);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^error: a count of cohorts needs orders with a customer and a date; none is among the rows used of .*\(no-cohorts\)\nfix: add the order file/,
    );
  });
});
