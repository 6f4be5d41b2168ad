import { expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import { order, rowsOf } from '../run.ts';

it('churn_windows counts repeat purchases of two horizons and of the four before, from the first purchase on', async () => {
  const asOf = '2026-12-31';
  const orders = [70, 45, 20, 19, 0].map((day, index) => order('A', `${index}`, addDays(asOf, -day), 2 ** index));
  const young = [order('B', 'x', addDays(asOf, -5), 7)];
  const rows = await rowsOf('churn_windows', {
    orders: [...orders, ...young],
    parameters: { as_of: asOf, churn: { horizon_days: 10 } },
  });
  expect(rows).toEqual([
    {
      customer_id: 'A',
      recent_exposure: 20,
      before_exposure: 40,
      recent_purchases: 2,
      before_purchases: 2,
      recent_value: 24,
      before_value: 6,
    },
    {
      customer_id: 'B',
      recent_exposure: 5,
      before_exposure: 0,
      recent_purchases: 0,
      before_purchases: 0,
      recent_value: null,
      before_value: null,
    },
  ]);
});
