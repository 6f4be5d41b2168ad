import { expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import { order, rowsOf } from '../run.ts';

const asOf = '2026-12-31';
const parameters = { as_of: asOf, churn: { horizon_days: 10 } };
const line = (ago: number, more: Record<string, string>) => order('A', `${ago}`, addDays(asOf, -ago), 1, more);

it('churn_breadth counts the categories of two windows of two horizons each', async () => {
  const orders = [
    line(0, { category: 'x' }),
    line(19, { category: 'x' }),
    line(20, { category: 'x' }),
    line(39, { category: 'y' }),
    line(40, { category: 'z' }),
  ];
  expect(await rowsOf('churn_breadth', { orders, parameters })).toEqual([
    { customer_id: 'A', recent_kinds: 1, before_kinds: 2, kind_of_goods: 'category' },
  ]);
});

it('churn_breadth counts products where no line has a category, and says so', async () => {
  const orders = [line(1, { product_id: 'p' }), line(2, { product: 'q' }), line(25, { product_id: 'p' })];
  expect(await rowsOf('churn_breadth', { orders, parameters })).toEqual([
    { customer_id: 'A', recent_kinds: 2, before_kinds: 1, kind_of_goods: 'product' },
  ]);
});
