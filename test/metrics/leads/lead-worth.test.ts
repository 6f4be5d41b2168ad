import { expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

it('a lead is worth the mean first order of the customers that leads became', async () => {
  const leads = [
    { lead_id: 'L1', status: 'converted', customer_id: 'A' },
    // One that goes by its company and name.
    { company: '海川', name: '王工', status: 'converted', customer_id: 'B' },
    { lead_id: 'L3', status: 'converted', customer_id: 'B' },
    { lead_id: 'L4', status: 'lost', customer_id: 'C' },
    { lead_id: 'L5', status: 'converted', customer_id: 'D' },
  ];
  // A begins with two lines of 100 in all, B with 300 after a return; C is no conversion, D has no order.
  const orders = [
    order('A', '2', '2026-02-01', 900),
    order('A', '1', '2026-01-01', 60),
    order('A', '1', '2026-01-01', 40),
    order('B', '3', '2026-01-05', -50),
    order('B', '4', '2026-01-06', 300),
    order('C', '5', '2026-01-01', 5000),
  ];
  expect(await rowsOf('lead_worth', { leads, orders })).toEqual([{ worth_of: 'first_order', customers: 2, worth: 200 }]);
  expect(await rowsOf('lead_worth', { leads })).toEqual([{ worth_of: 'first_order', customers: 0, worth: null }]);
});
