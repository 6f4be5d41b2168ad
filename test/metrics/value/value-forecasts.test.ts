import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { discountedPurchases } from '../../../src/stats/purchases/discounting.ts';
import { mbgNbd } from '../../../src/stats/purchases/mbg-nbd.ts';
import { gammaGamma } from '../../../src/stats/spend/gamma-gamma.ts';
import { expectClose } from '../../stats/close.ts';
import { order, withMetrics } from '../run.ts';
import { asOfDay, buyers } from './buyers.ts';

const month = 30.4375 / 7;

async function forecasts(
  orders: readonly Row[],
  value: object = {},
): Promise<{ rows: Row[]; fits: Row[]; spend: Row[]; histories: Row[] }> {
  return withMetrics(['value_forecasts'], { orders, parameters: { as_of: asOfDay, value } }, async ({ table }) => ({
    rows: await table('value_forecasts'),
    fits: await table('purchase_fits'),
    spend: await table('spend_model'),
    histories: await table('value_histories'),
  }));
}

describe('value_forecasts', () => {
  it('are what the fitted models say of each history, with an interval around it', async () => {
    const { rows, fits, spend: spendFit, histories } = await forecasts(buyers(300), { horizon_months: 6, discount: 0.2 });
    const values = (from: readonly Row[]): number[] => from.map((row) => Number(row['value']));
    const purchases = mbgNbd.at(values(fits.filter((row) => row['model'] === 'mbg-nbd')));
    const spend = gammaGamma(values(spendFit));
    const byId = new Map(histories.map((row) => [row['customer_id'], row]));
    expect(rows.length).toBeGreaterThan(200);
    for (const row of rows) {
      const own = byId.get(row['history_id'] ?? null)!;
      const x = Number(own['valued_days']);
      const history = { x: Number(own['repeat_days']), recency: Number(own['recency_days']) / 7, age: Number(own['age_days']) / 7 };
      const plan = { periods: 6, periodLength: month, rate: 1.2 ** (1 / 12) - 1 };
      const mean = spend.expectedMean({ x, mean: x === 0 ? 0 : Number(own['valued_sum']) / x })!;
      const discounted = discountedPurchases((time) => purchases.expectedPurchases(history, time), plan);
      expectClose(Number(row['expected_orders']), purchases.expectedPurchases(history, 6 * month));
      expectClose(Number(row['purchase_value']), mean);
      expectClose(Number(row['expected_value']), mean * purchases.expectedPurchases(history, 6 * month));
      expectClose(Number(row['discounted_value']), mean * discounted, 1e-9);
      expect(row['expected_orders_low']).toBeLessThanOrEqual(Number(row['expected_orders']));
      expect(row['expected_orders_high']).toBeGreaterThanOrEqual(Math.floor(Number(row['expected_orders'])));
      expect(row['expected_value_low']).toBeLessThanOrEqual(Number(row['expected_value']));
      expect(Number(row['discounted_value'])).toBeLessThan(Number(row['expected_value']));
      expect(row['draws']).toBe(200);
    }
  });

  it('count customers with the same history once, and come out the same every time', async () => {
    const orders = ['A', 'B', 'C'].map((id) => order(id, id, '2025-06-01', 10));
    const run = () => forecasts([...buyers(100), ...orders]);
    const [first, second] = [await run(), await run()];
    expect(second).toEqual(first);
    const own = first.rows.find((row) => row['history_id'] === 'A');
    expect(own).toMatchObject({ customers: 3 });
    expect(first.rows.reduce((sum, row) => sum + Number(row['customers']), 0)).toBe(first.histories.length);
  });

  it('stand without values where orders have no amounts, and there are none where nobody came back', async () => {
    const { rows } = await forecasts(buyers(60).map((row) => ({ ...row, amount: null })));
    expect(rows.length).toBeGreaterThan(30);
    for (const row of rows) {
      expect(row).toMatchObject({ purchase_value: null, expected_value: null, expected_value_low: null, total_value_high: null });
      expect(row['expected_orders']).toBeGreaterThanOrEqual(0);
    }
    expect((await forecasts([order('A', '1', '2025-06-01', 10)])).rows).toEqual([]);
  });
});
