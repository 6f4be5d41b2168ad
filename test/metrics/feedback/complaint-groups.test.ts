import { expect, it } from 'vitest';
import { wilson } from '../../../src/stats/wilson.ts';
import { order, rowsOf } from '../run.ts';

it('complaint_groups has complaints per order and per customer, of the customers of each rep, and before', async () => {
  const complaint = (customer_id: string, day: string) => ({ customer_id, kind: 'complaint', at: `${day} 09:00:00` });
  const rows = await rowsOf('complaint_groups', {
    feedback: [
      complaint('A', '2026-03-02'),
      complaint('A', '2026-03-03'),
      complaint('B', '2026-03-04'),
      complaint('C', '2026-03-05'),
      complaint('A', '2026-02-05'),
      { customer_id: 'A', kind: 'survey', at: '2026-03-05 09:00:00' },
    ],
    customers: [
      { customer_id: 'A', owner: 'Li' },
      { customer_id: 'B', owner: 'Wu' },
    ],
    orders: [
      ...[1, 2, 3, 4].map((index) => order('A', `A${index}`, '2026-03-10', 10)),
      order('A', 'return', '2026-03-11', -10),
      ...[1, 2, 3, 4].map((index) => order('B', `B${index}`, '2026-03-10', 10)),
      ...[1, 2].map((index) => order('D', `D${index}`, '2026-03-10', 10)),
      order('A', 'old', '2026-02-10', 10),
      order('B', 'older', '2026-02-10', 10),
    ],
    parameters: { as_of: '2026-03-31', period: { from: '2026-03-01', to: '2026-04-01' } },
  });
  const all = rows.find((row) => row['breakdown'] === 'all')!;
  // C complained without an order in the period: it counts among complaints, not among customers.
  expect(all).toMatchObject({
    complaints: 4,
    base: 10,
    value: 0.4,
    ...wilson(4, 10),
    customers: 3,
    complaining: 2,
    previous_complaints: 1,
  });
  expect(all).toMatchObject({
    customer_rate: 2 / 3,
    customer_rate_low: wilson(2, 3)!.low,
    previous_base: 2,
    previous_value: 0.5,
    previous_customer_rate: 0.5,
  });
  expect(
    rows
      .filter((row) => row['breakdown'] === 'rep')
      .map((row) => [row['group_name'], row['complaints'], row['base'], row['value'], row['low']]),
  ).toEqual([
    ['', 1, 2, 0.5, wilson(1, 2)!.low],
    ['Li', 2, 4, 0.5, wilson(2, 4)!.low],
    ['Wu', 1, 4, 0.25, wilson(1, 4)!.low],
  ]);
});

it('complaint_groups has no interval where there are more complaints than orders', async () => {
  const [all] = await rowsOf('complaint_groups', {
    feedback: ['02', '03'].map((day) => ({ customer_id: 'A', kind: 'complaint', at: `2026-03-${day} 09:00:00` })),
    orders: [order('A', '1', '2026-03-01', 10)],
    parameters: { as_of: '2026-03-31' },
  });
  expect(all).toMatchObject({ complaints: 2, base: 1, value: 2, low: null, high: null });
});
