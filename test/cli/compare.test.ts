import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rendered, resultOf, writtenTo } from './rendered.ts';
import { run } from './run.ts';

const demo = ['fixtures/demo/customers.csv', 'fixtures/demo/orders.csv'];
const compare = (...args: readonly string[]) => run(['compare', ...demo, '-q', ...args]);
const compareResult = (...args: readonly string[]) => resultOf(['compare', ...demo, ...args]);

describe('compare on the demo company', () => {
  it('is the whole report in English', async () => {
    const { code, stdout, stderr } = await compare('--lang', 'en');
    expect([code, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot('goldens/compare.txt');
  });

  it('is the whole report in Chinese, of a quarter against the same a year ago', async () => {
    const { code, stdout } = await compare('--lang', 'zh-CN', '--period', '2026-Q3', '--against', 'year-ago');
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot('goldens/compare-quarter-zh.txt');
  });

  it('has the sections that its help lists', async () => {
    const help = await run(['compare', '--help']);
    const listed = /Sections of the result:\n((?: {2}\S.*\n)+)/.exec(help.stdout)?.[1] ?? '';
    const ids = (await compareResult()).sections.map(({ id }) => id);
    expect(listed.match(/^ {2}\w+ /gm)?.map((id) => id.trim())).toEqual(ids);
  });

  it('lists every customer who ordered or moved in machine formats', async () => {
    const csv = await rendered(await compareResult(), { section: ['movers'], format: 'csv' });
    const [header, first, ...others] = csv.trimEnd().split('\r\n');
    expect(header?.replace('\uFEFF', '')).toBe(
      'place,direction,direction_code,customer_id,customer_name,owner,movement,movement_code,revenue_difference,revenue_reasons,before_revenue,after_revenue,before_orders,after_orders,before_average_order,after_average_order,orders_effect,average_order_effect,returns_effect,tier_before,tier_before_code,tier_after,tier_after_code,segment_before,segment_before_code,segment_after,segment_after_code,score_difference,score_before,score_after,rank_before,rank_after,reasons,reasons_code',
    );
    expect(first).toMatch(/^1,down,down,C0015,/);
    expect(others.length).toBeGreaterThan(80);
  });

  it('takes any two periods', async () => {
    const result = await compareResult('--period', '2026-10', '--against', '2026-07');
    const facts = result.sections.flatMap((section) => (section.kind === 'facts' ? section.facts : []));
    expect(result.period).toEqual({ from: '2026-10-01', to: '2026-11-01' });
    expect(facts.find(({ id }) => id === 'period_before')?.value).toBe('2026-07-01..2026-07-31');
  });

  it('writes a workbook', async () => {
    expect(
      readFileSync(await writtenTo('c.xlsx', await compareResult()))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});

describe('compare', () => {
  it('refuses a period that is none, and one that the files know nothing of', async () => {
    const { code, stderr } = await compare('--against', 'last');
    expect([code, stderr]).toEqual([
      2,
      'error: --against cannot be "last" (option-invalid)\nfix: give previous, year-ago, or a period: 2025, 2025-Q3, 2025-10, 2025-01..2025-03\n',
    ]);
    const early = await compare('--period', '2024-06', '--against', 'year-ago');
    expect(early.code).toBe(2);
    expect(early.stderr).toMatch(
      /^error: the orders begin on 2024-05-\d\d: nothing is known of 2023-06-01\.\.2023-06-30 \(period-before-data\)\nfix: /,
    );
  });
});
