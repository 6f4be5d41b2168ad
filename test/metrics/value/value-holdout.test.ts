import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { fitSpend } from '../../../src/stats/spend/fit-spend.ts';
import { gammaGamma } from '../../../src/stats/spend/gamma-gamma.ts';
import { mbgNbd } from '../../../src/stats/purchases/mbg-nbd.ts';
import { expectClose } from '../../stats/close.ts';
import { order, withMetrics } from '../run.ts';
import { asOfDay, buyers } from './buyers.ts';

const held = 90;
const day = addDays(asOfDay, -held);

function holdout(orders: readonly Row[], origins: readonly string[] = [day, asOfDay]): Promise<Record<string, Row[]>> {
  const parameters = { as_of: asOfDay, retention: { origins, horizon_days: held } };
  return withMetrics(['value_holdout'], { orders, parameters }, async ({ table }) => ({
    rows: await table('value_holdout'),
    fits: await table('purchase_fits'),
    history: await table('purchase_history'),
    outcome: await table('purchase_outcome'),
  }));
}

const number = (row: Row, name: string): number => Number(row[name] ?? 0);

describe('value_holdout', () => {
  it('sets what each model would have said, customer by customer, against what came', async () => {
    const { rows, fits, history, outcome } = await holdout(buyers(150));
    expect(new Set(rows!.map((row) => row['method']))).toEqual(new Set(['bg-nbd', 'last-period', 'mbg-nbd', 'pareto-nbd']));
    const known = history!.filter((row) => row['origin'] === day);
    const came = new Map(outcome!.map((row) => [row['customer_id'], row]));
    const parameters = fits!
      .filter((row) => row['origin'] === day && row['model'] === 'mbg-nbd')
      .toSorted((one, other) => number(one, 'position') - number(other, 'position'));
    const model = mbgNbd.at(parameters.map((row) => number(row, 'value')));
    const spendOf = (row: Row) => {
      const x = number(row, 'repeat_days');
      return { x, mean: x === 0 ? 0 : number(row, 'repeat_value') / x };
    };
    const spend = gammaGamma(fitSpend(known.filter((row) => number(row, 'repeat_days') > 0).map(spendOf)).parameters!);
    let [orders, squares, revenue, actual, lastSquares, lastOrders] = [0, 0, 0, 0, 0, 0];
    for (const row of known) {
      const own = { x: number(row, 'repeat_days'), recency: number(row, 'recency_days') / 7, age: number(row, 'age_days') / 7 };
      const expected = model.expectedPurchases(own, held / 7);
      const purchases = number(came.get(row['customer_id'] ?? null)!, 'purchases');
      orders += expected;
      revenue += expected * spend.expectedMean(spendOf(row))!;
      squares += (expected - purchases) ** 2;
      actual += purchases;
      if (number(row, 'age_days') >= held) lastOrders += number(row, 'recent_days');
      lastSquares += (number(row, 'recent_days') - purchases) ** 2;
    }
    const chosen = rows!.find((row) => row['method'] === 'mbg-nbd')!;
    expect(chosen).toMatchObject({ origin: day, horizon_days: held, customers: known.length, actual_orders: actual });
    expectClose(number(chosen, 'foreseen_orders'), orders, 1e-9);
    expectClose(number(chosen, 'foreseen_revenue'), revenue, 1e-9);
    expectClose(number(chosen, 'squared_error'), squares / known.length, 1e-9);
    const last = rows!.find((row) => row['method'] === 'last-period')!;
    expectClose(number(last, 'squared_error'), lastSquares / known.length, 1e-12);
    expect(lastOrders).toBeGreaterThan(0);
    expect(last['foreseen_orders']).toBe(lastOrders);
    expect(number(chosen, 'squared_error')).toBeLessThan(number(last, 'squared_error'));
  });

  it('has no row where no horizon is over, or nobody had bought by then', async () => {
    expect((await holdout(buyers(40), [asOfDay])).rows).toEqual([]);
    expect((await holdout([order('A', '1', addDays(asOfDay, -3), 10)])).rows).toEqual([]);
  });

  it('keeps the naive rule where no model can be fitted, of customers known when the period before began, and no revenue where orders have no amounts', async () => {
    const before = [...['A', 'B'].map((id, index) => order(id, id, addDays(day, -90 - index), 10)), order('C', 'C', addDays(day, -89), 10)];
    expect((await holdout(before)).rows).toMatchObject([{ customers: 3, foreseen_orders: 0, foreseen_revenue: 0 }]);
    const once = ['A', 'B'].map((id, index) => order(id, id, addDays(day, -10 - index), 10));
    expect((await holdout(once)).rows).toEqual([
      {
        method: 'last-period',
        origin: day,
        horizon_days: held,
        customers: 2,
        foreseen_orders: null,
        actual_orders: 0,
        squared_error: 1,
        foreseen_revenue: null,
        actual_revenue: 0,
      },
    ]);
    for (const row of (await holdout(buyers(80).map((one) => ({ ...one, amount: null })))).rows!)
      expect(row).toMatchObject({ foreseen_revenue: null, actual_revenue: null });
  });
});
