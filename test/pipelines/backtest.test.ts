import { beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../src/result/result.ts';
import { backtestOf, demoFolder, numbersOf } from './run-churn.ts';
import { columnOf, facts, table } from './run-score.ts';

let result: Result;

beforeAll(async () => {
  result = await backtestOf([`${demoFolder}orders.csv`]);
}, 120_000);

describe('backtest of the demo company', () => {
  it('holds out the last three windows, latest first', () => {
    expect([...new Set(columnOf(result, 'contenders', 'origin'))]).toEqual(['2026-08-02', '2026-05-04', '2026-02-03']);
    expect(facts(result, 'verdict').get('folds')?.value).toBe(3);
  });

  it('says in one sentence how far off it was, and against which naive rules', () => {
    const verdict = facts(result, 'verdict');
    expect(verdict.get('verdict')?.value).toMatch(
      /^Held out 90 days after 2026-08-02: a customer who stops ranks above one who stays \d+% of the time \(AUC 0\.\d{3}, .*\), better than own pace \(0\.\d{3}\); the models over-predict orders by 1\d% \(.*, 16\d \/ 147\), farther off than repeating the last period \(151\)\.$/,
    );
    expect(Number(verdict.get('auc')?.value)).toBeGreaterThan(Number(verdict.get('auc_naive')?.value));
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
    for (const stage of ['as predicted on the day', 'corrected by this window']) {
      const own = rows.filter((row) => row['stage'] === stage);
      expect(own.reduce((all, row) => all + Number(row['customers']), 0)).toBe(136);
    }
    for (const value of numbersOf(result)) expect(Number.isFinite(value)).toBe(true);
  });

  it('says so where the data are too short', async () => {
    const short = await backtestOf([`${demoFolder}orders.csv`], { asOf: '2024-08-01', lang: 'zh-CN' });
    expect(facts(short, 'verdict').get('verdict')?.value).toBe('数据时间跨度不足：回测需要 90 天历史，外加 90 天留出期');
    expect(table(short, 'contenders').rows).toEqual([]);
  });
});
