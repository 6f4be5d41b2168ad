// @module-tag slow
import { beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../../src/result/result.ts';
import { ordersWithoutAmounts } from '../bare-orders.ts';
import { backtestOf, demoFolder, numbersOf } from '../run-churn.ts';
import { columnOf, facts, table } from '../run-score.ts';

let result: Result;

beforeAll(async () => {
  result = await backtestOf([`${demoFolder}orders.csv`]);
}, 120_000);

describe('backtest of the demo company', () => {
  it('holds out the last three windows, latest first', () => {
    expect([...new Set(columnOf(result, 'contenders', 'origin'))]).toEqual(['2026-08-02', '2026-05-04', '2026-02-03']);
    expect(facts(result, 'verdict').get('folds')?.value).toBe(3);
  });

  it('says in one sentence how far off it was, and has the figures beside it', () => {
    const verdict = facts(result, 'verdict');
    expect(verdict.get('verdict')?.value).toMatch(
      /^On the past, the churn list put customers who stopped above those who stayed 7\d% of the time, which may be chance with only 10 who stopped; orders were forecast 1\d% too many and revenue 1\d% too much\.$/,
    );
    expect(Number(verdict.get('auc')?.value)).toBeGreaterThan(Number(verdict.get('auc_naive')?.value));
    expect(Number(verdict.get('auc_gain')?.low)).toBeGreaterThan(0);
    expect(verdict.get('revenue_error')?.basis).toBe('A purchase at the value that Gamma-Gamma expects.');
  });

  it('holds known customers against known customers, and has what new ones brought apart', () => {
    const windows = table(result, 'windows').rows;
    // Counted in fixtures/demo/orders.csv: days with an order of customers whose first lies before the window.
    expect(windows.map((row) => [row['origin'], row['orders_actual'], row['orders_last_period'], row['orders_new']])).toEqual([
      ['2026-08-02', 147, 145, 9],
      ['2026-05-04', 145, 151, 6],
      ['2026-02-03', 151, 145, 14],
    ]);
    const verdict = facts(result, 'verdict');
    expect(verdict.get('orders_error_last_period')?.value).toBe(windows[0]!['orders_error_last_period']);
    for (const row of windows)
      expect(row['revenue_error']).toBeCloseTo(Number(row['revenue_forecast']) / Number(row['revenue_actual']) - 1, 12);
  });

  it('measures beside all customers those that churn would have scored', () => {
    const verdict = facts(result, 'verdict');
    expect(verdict.get('auc')?.n).toBe(136);
    expect(verdict.get('auc_scored')).toMatchObject({ n: 92 });
    for (const id of ['auc_scored', 'auc_naive_scored']) {
      expect(Number(verdict.get(id)?.low)).toBeLessThan(Number(verdict.get(id)?.value));
      expect(Number(verdict.get(id)?.value)).toBeLessThan(Number(verdict.get('auc')?.value));
    }
    const [own, ...others] = table(result, 'contenders').rows.filter((row) => row['origin'] === '2026-08-02');
    expect(own).toMatchObject({ scored_customers: 92, auc_scored: verdict.get('auc_scored')?.value });
    expect(others.map((row) => row['auc_scored'])).toContain(verdict.get('auc_naive_scored')?.value);
    const scored = table(result, 'calibration').rows.filter((row) => row['origin'] === '2026-08-02' && row['stage'] === 'of those scored');
    expect(scored.reduce((all, row) => all + Number(row['customers']), 0)).toBe(92);
    expect(Math.max(...scored.map((row) => Math.abs(Number(row['difference']))))).toBe(verdict.get('calibration_error_scored')?.value);
    const stopped = scored.reduce((all, row) => all + Number(row['customers']) * Number(row['observed']), 0);
    const expected = scored.reduce((all, row) => all + Number(row['customers']) * Number(row['predicted']), 0);
    expect(stopped).toBeCloseTo(10, 9);
    expect(verdict.get('stop_observed_scored')).toMatchObject({ value: 10 / 92, n: 92 });
    expect(Number(verdict.get('stop_predicted_scored')?.value)).toBeCloseTo(expected / 92, 9);
    expect(verdict.get('stop_observed')).toMatchObject({ value: 47 / 136, n: 136 });
  });

  it('leaves those blank, and says why, where the churn definition goes by the customer file', async () => {
    const churn = { definition: { rule: 'lost_flag' } } as const;
    const flagged = await backtestOf([`${demoFolder}orders.csv`], { churn, folds: 1, lang: 'zh-CN' });
    const verdict = facts(flagged, 'verdict');
    expect(verdict.get('auc_scored')).toMatchObject({ value: null, basis: expect.stringContaining('流失定义依据客户文件') as string });
    expect(verdict.get('calibration_error_scored')?.value).toBeNull();
    expect(verdict.get('verdict')?.value).toMatch(/流失名单把停购客户（含早已流失、容易识别的客户）排在留存客户之前的比例为 9\d%/);
    expect(columnOf(flagged, 'contenders', 'auc_scored').every((value) => value === null)).toBe(true);
  });

  it('measures every contender at every window', () => {
    const rows = table(result, 'contenders').rows.filter((row) => row['origin'] === '2026-08-02');
    expect(rows.map((row) => row['kind']).filter((kind) => kind === 'default')).toHaveLength(1);
    expect(rows).toHaveLength(1 + 1 + 9 + 3);
    for (const row of rows) expect(Number(row['auc_low'])).toBeLessThanOrEqual(Number(row['auc']));
  });

  it('has deciles that add up to the totals', () => {
    const total = table(result, 'forecast').rows.find((row) => row['origin'] === '2026-08-02' && row['is_default'] === true);
    const deciles = table(result, 'forecast_deciles').rows.filter((row) => row['origin'] === '2026-08-02');
    const sum = (column: string) => deciles.reduce((all, row) => all + Number(row[column]), 0);
    expect(deciles).toHaveLength(10);
    expect(sum('customers')).toBe(136);
    expect(sum('forecast_orders')).toBeCloseTo(Number(total?.['orders']), 8);
    expect(sum('actual_orders')).toBe(147);
    expect(sum('actual_revenue')).toBeCloseTo(Number(total?.['actual_revenue']), 4);
  });

  it('shows calibration on the day and corrected, over all customers', () => {
    const rows = table(result, 'calibration').rows.filter((row) => row['origin'] === '2026-08-02');
    for (const stage of ['on the day', 'corrected']) {
      const own = rows.filter((row) => row['stage'] === stage);
      expect(own.reduce((all, row) => all + Number(row['customers']), 0)).toBe(136);
    }
    for (const value of numbersOf(result)) expect(Number.isFinite(value)).toBe(true);
  });

  it('draws the observed share of each group with its interval against what was predicted, and has no column of characters', () => {
    const { chart, columns } = table(result, 'calibration');
    expect(chart).toEqual({ kind: 'dots', label: 'decile', value: 'observed', low: 'low', high: 'high', against: 'predicted' });
    expect(columns.map(({ id }) => id)).not.toContain('plot');
  });

  it('leaves revenue blank where no order has an amount', async () => {
    const bare = await backtestOf([ordersWithoutAmounts()], { folds: 1 });
    const verdict = facts(bare, 'verdict');
    for (const id of ['revenue_error', 'revenue_error_last_period']) expect(verdict.get(id)?.value).toBeNull();
    expect(verdict.get('verdict')?.value).not.toContain('revenue');
    expect(verdict.get('orders_error')?.value).toBeTypeOf('number');
    for (const column of ['revenue', 'actual_revenue', 'revenue_error'])
      expect(new Set(columnOf(bare, 'forecast', column))).toEqual(new Set([null]));
    for (const column of ['revenue_forecast', 'revenue_actual', 'revenue_new'])
      expect(new Set(columnOf(bare, 'windows', column))).toEqual(new Set([null]));
    expect(table(bare, 'windows').glance.first).toContain('orders_forecast');
    for (const column of ['forecast_revenue', 'actual_revenue', 'last_period_revenue'])
      expect(new Set(columnOf(bare, 'forecast_deciles', column))).toEqual(new Set([null]));
    expect(columnOf(bare, 'forecast', 'orders')).not.toContain(null);
  });

  it('says so where the data are too short', async () => {
    const short = await backtestOf([`${demoFolder}orders.csv`], { asOf: '2024-08-01', lang: 'zh-CN' });
    expect(facts(short, 'verdict').get('verdict')?.value).toBe(
      '数据时间跨度不足：回测需要 90 天历史，外加 90 天回测期；可用 --horizon 缩短窗口。',
    );
    expect(table(short, 'contenders').rows).toEqual([]);
  });
});
