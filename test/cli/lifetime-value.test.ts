import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FactsSection, Result, TableSection } from '../../src/result/result.ts';
import { rendered, resultOf, writtenTo } from './rendered.ts';
import { run, temporaryFolder } from './run.ts';

const demo = ['fixtures/demo/customers.csv', 'fixtures/demo/orders.csv'];
const score = (...args: readonly string[]) => resultOf(['score', ...demo, ...args]);
const explain = () => resultOf(['explain', 'C0058', ...demo, '--clv']);

function factOf(result: Result, id: string): FactsSection['facts'][number] | undefined {
  const section = result.sections.find((own): own is FactsSection => own.id === 'lifetime_value' && own.kind === 'facts');
  return section?.facts.find((fact) => fact.id === id);
}

describe('score --clv', () => {
  it('prints totals, settings and models of the demo company', async () => {
    const markdown = { section: ['lifetime_value'], format: 'markdown' } as const;
    await expect(await rendered(await score('--clv'), markdown)).toMatchFileSnapshot('goldens/lifetime-value.md');
    await expect(await rendered(await score('--clv', '--lang', 'zh-CN'), markdown)).toMatchFileSnapshot('goldens/lifetime-value-zh.md');
  });

  it('shows the lifetime value beside the revenue on a terminal, and all columns in CSV', async () => {
    const { stdout } = await run(['score', ...demo, '--clv', '--section', 'ranking', '--limit', '1']);
    expect(stdout).toMatch(/Revenue +Lifetime /);
    const csv = { section: ['ranking'], format: 'csv', limit: 1 } as const;
    const [header] = (await rendered(await score('--clv'), csv)).split('\r\n');
    expect(header).toContain(
      ',coverage,lifetime_value,lifetime_value_low,lifetime_value_high,probability_alive,expected_orders,expected_orders_low,',
    );
    expect((await rendered(await score(), csv)).split('\r\n')[0]).not.toContain('lifetime_value');
  });

  it('takes horizon, discount and margin from the options, which ask for it, and from the config', async () => {
    const result = await score('--months', '24', '--discount', '0', '--margin', '30%');
    expect([factOf(result, 'horizon_months')?.value, factOf(result, 'discount')?.value, factOf(result, 'margin')?.value]).toEqual([
      24, 0, 0.3,
    ]);
    const folder = temporaryFolder({ 'crm-eval.config.yaml': 'value: { horizon_months: 6, discount: 0.05, lifetime_years: 5 }\n' });
    const configured = await score('--clv', '--discount', '20%', '--config', join(folder, 'crm-eval.config.yaml'));
    expect([factOf(configured, 'horizon_months')?.value, factOf(configured, 'discount')?.value]).toEqual([6, 0.2]);
    expect(factOf(configured, 'lifetime_years')?.value).toBe(5);
  });

  it.each([
    ['--months 0', 'a whole number from 1 to 120'],
    ['--months 121', 'a whole number from 1 to 120'],
    ['--discount 150%', 'a share from 0 to 1'],
    ['--discount -1', 'a share from 0 to 1'],
    ['--margin 0', 'a share above 0, up to 1'],
    ['--margin 30', 'a share above 0, up to 1'],
  ])('refuses %s and says what it takes', async (option, fix) => {
    const { code, stderr } = await run(['score', ...demo, ...option.split(' ')]);
    expect(code).toBe(2);
    expect(stderr).toContain(`fix: give ${fix}`);
  });

  it('writes a workbook', async () => {
    expect(
      readFileSync(await writtenTo('values.xlsx', await score('--clv')))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});

describe('explain --clv', () => {
  it('shows the figures of one customer with the arithmetic, and month by month', async () => {
    const result = await explain();
    await expect(await rendered(result, { section: ['lifetime_value'], format: 'markdown' })).toMatchFileSnapshot(
      'goldens/lifetime-value-customer.md',
    );
    const months = result.sections.find((section): section is TableSection => section.id === 'lifetime_value_months');
    expect(months?.rows).toHaveLength(12);
    expect(result.sections.map(({ id }) => id)).toEqual(['customer', 'factors', 'lifetime_value', 'lifetime_value_months', 'sources']);
  });
});
