import { expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

it('purchase_outcome counts the horizon after an origin whose horizon is over, ends included, and those who bought nothing', async () => {
  const orders = [
    order('A', '1', '2026-01-01', 10),
    order('A', '2', '2026-01-11', 20),
    order('A', '3', '2026-01-20', 30),
    order('A', '4', '2026-01-21', 40),
    order('B', '5', '2026-01-10', 5),
    order('C', '6', '2026-01-12', 5),
  ];
  const parameters = { as_of: '2026-01-25', retention: { origins: ['2026-01-10', '2026-01-20'], horizon_days: 10 } };
  expect(await rowsOf('purchase_outcome', { orders, parameters })).toEqual([
    { origin: '2026-01-10', customer_id: 'A', purchases: 2, revenue: 50 },
    { origin: '2026-01-10', customer_id: 'B', purchases: 0, revenue: null },
  ]);
});
