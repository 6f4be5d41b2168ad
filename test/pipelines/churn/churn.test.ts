import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../../src/result/result.ts';
import { ingestFiles } from '../../ingest/ingest-files.ts';
import { churn, churnFields } from '../../../src/pipelines/churn/churn.ts';
import { churnOf, demoFolder, inputOf, listedCustomers, numbersOf } from '../run-churn.ts';
import { columnOf, facts, table } from '../run-score.ts';

const files = (...names: readonly string[]): string[] => names.map((name) => `${demoFolder}${name}.csv`);
const everything = readdirSync(demoFolder).map((name) => demoFolder + name);

let whole: Result;
let ordersAlone: Result;

beforeAll(async () => {
  whole = await churnOf(everything);
  ordersAlone = await churnOf(files('orders'));
}, 120_000);

describe('churn of the demo company', () => {
  it('names the fading account first, with every reason that was planted', () => {
    const [first] = table(whole, 'at_risk').rows;
    expect(first).toMatchObject({ customer_id: 'C0056', tier: 'High', open_complaints: 3, contact_days: 54 });
    const parts = String(first?.['reasons']).split('; ');
    expect(parts).toEqual([
      'silent for 143 days, usually orders every 16, never more than 33',
      expect.stringMatching(/^spend per 90 days 547,960 → 43,504 \(p = 0\.00\d\)$/),
      'purchases per 90 days 5.3 → 1 (p = 0.01)',
      'kinds of goods 4 → 2',
      'satisfaction 2 of 5',
      'NPS answer 2',
      '3 complaints open, the oldest 172 days old',
      'no contact for 54 days (standard 30)',
      'overdue 295,953',
    ]);
  });

  it('does so from orders alone, with the reasons that orders give', () => {
    const [first] = table(ordersAlone, 'at_risk').rows;
    expect(first?.['customer_id']).toBe('C0056');
    expect(first?.['reasons']).toMatch(/^silent for 143 days.*spend per 90 days .*purchases per 90 days .*kinds of goods 4 → 2$/);
    expect(ordersAlone.not_computed.map(({ metric }) => metric)).toEqual(
      expect.arrayContaining(['churn_contacts', 'churn_feedback', 'churn_flags', 'churn_reasons']),
    );
  });

  it('has every customer with a purchase in exactly one list, and only finite numbers', () => {
    for (const result of [whole, ordersAlone]) {
      const listed = listedCustomers(result);
      expect(new Set(listed).size).toBe(listed.length);
      expect(facts(result, 'overview').get('customers')?.value).toBe(listed.length);
      expect(listed).toHaveLength(144);
      for (const value of numbersOf(result)) expect(Number.isFinite(value)).toBe(true);
    }
  });

  it('ranks those at risk by value at risk, which is probability × usual spend, and no less for who is very late', () => {
    const values = columnOf(whole, 'at_risk', 'value_at_risk').map(Number);
    expect(values).toEqual(values.toSorted((one, other) => other - one));
    for (const row of table(whole, 'at_risk').rows) {
      const own = Number(row['probability']) * Number(row['expected_value']);
      if (Number(row['silent_cycles']) > 3) expect(row['value_at_risk']).toBeGreaterThanOrEqual(own - 1e-6);
      else expect(row['value_at_risk']).toBeCloseTo(own, 6);
      expect(row['silent_cycles']).toBeGreaterThan(Number(row['probability']) >= 0.5 ? 1 : 3);
      expect(row['probability']).toBeGreaterThanOrEqual(0.3);
    }
  });

  it('says why customers left, with shares that add up to one in each group', () => {
    const rows = table(whole, 'churn_reasons').rows;
    const all = rows.filter((row) => row['dimension'] === 'all');
    expect(all.map((row) => [row['reason'], row['customers']])).toEqual([
      ['业务收缩', 4],
      ['转用竞品', 3],
      ['价格过高', 1],
      ['售后不满', 1],
    ]);
    const groups = new Map<string, number>();
    for (const row of rows) {
      const key = `${String(row['dimension'])} ${String(row['member'])}`;
      groups.set(key, (groups.get(key) ?? 0) + Number(row['share']));
    }
    expect([...groups.values()].every((sum) => Math.abs(sum - 1) < 1e-12)).toBe(true);
  });

  it('gives rates of retention with their intervals, blank where the data do not cover the period before', () => {
    const [current, before] = table(whole, 'retention').rows;
    expect(current).toMatchObject({
      period_from: '2025-11-01',
      customers_before: 105,
      kept: 80,
      retention_rate: 80 / 105,
      churn_rate: 25 / 105,
    });
    expect(Number(current?.['retention_rate_low'])).toBeLessThan(80 / 105);
    expect(before).toMatchObject({ customers_before: null, retention_rate: null, repeat_rate: 84 / 105 });
  });

  it('carries the verdict of the latest back-test, the churn definition and the contender that scores', () => {
    const overview = facts(whole, 'overview');
    expect(overview.get('backtest')?.value).toMatch(/^On the past, the churn list .* \d+%/);
    expect(overview.get('churn_definition')?.value).toContain('3 of its usual gaps and more than 180 days');
    expect(overview.get('chosen_auc')).toMatchObject({ n: 136 });
    expect(Number(overview.get('chosen_auc')?.value)).toBeGreaterThan(0.9);
  });

  it('holds what it said on the past against what came, of those whom it would have scored', () => {
    const { rows, chart } = table(whole, 'calibration');
    expect([...rows].map(({ origin, stage, customers }) => [origin, stage, customers])).toEqual(
      Array.from({ length: 4 }, () => ['2026-08-02', 'of those scored', 23]),
    );
    expect(columnOf(whole, 'calibration', 'observed').reduce((all: number, share) => all + Number(share) * 23, 0)).toBeCloseTo(10, 9);
    expect(chart).toMatchObject({ kind: 'dots', value: 'observed', against: 'predicted' });
  });
});

describe('the settings of churn', { tags: ['slow'] }, () => {
  it('move customers between the lists', async () => {
    const lenient = await churnOf(files('orders'), { churn: { definition: { rule: 'days', days: 3000 }, at_risk: 0.9 } });
    expect(table(lenient, 'lost').rows).toHaveLength(0);
    expect(listedCustomers(lenient)).toHaveLength(144);
    const late = table(lenient, 'at_risk').rows.map((row) => Number(row['silent_cycles']) > 3 || Number(row['probability']) >= 0.9);
    expect(late).not.toContain(false);
  });

  it('score with the model that is asked for, and say which would have been better', async () => {
    const result = await churnOf(files('orders'), { model: 'recency', lang: 'zh-CN' });
    const model = facts(result, 'model');
    expect(model.get('chosen')).toMatchObject({ value: '仅看最近购买', basis: '按指定采用。' });
    expect(model.get('better')?.value).toBeTypeOf('string');
  });

  it('warn where the orders end before the period of retention does', async () => {
    // 40 of 365 days are missing; the last order is of 31 October.
    const { findings } = await churnOf(files('orders'), { asOf: '2026-12-10' });
    expect(findings.find(({ code }) => code === 'period-ends-early')).toMatchObject({
      level: 'warning',
      message: 'the orders end on 2026-10-31, before the end of 2025-12-11..2026-12-10: its figures lack the days after',
    });
    expect(ordersAlone.findings.map(({ code }) => code)).not.toContain('period-ends-early');
  });

  it('refuse customers without orders, an end of calibration after the as-of date, and one before the data', async () => {
    const summary = await ingestFiles({ 'customers.csv': '客户编号,客户名称,订单数,累计销售额\nC1,甲,3,100\n' }, { fields: churnFields() });
    await expect(churn(inputOf(summary, {}))).rejects.toMatchObject({ code: 'nothing-to-forecast' });
    await expect(churnOf(files('orders'), { until: '2026-12-01' })).rejects.toMatchObject({ code: 'until-after-as-of' });
    await expect(churnOf(files('orders'), { until: '2020-01-01' })).rejects.toMatchObject({ code: 'before-the-data' });
  });
});
