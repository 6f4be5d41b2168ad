import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';

const orders = [
  order('C1', 'o1', '2026-03-05', 100, { rep: 'Ann' }),
  order('C2', 'o2', '2024-03-05', 70),
  order('C3', 'o3', '2026-04-05', 40),
];
const customer = (customer_id: string, more: Row = {}): Row => ({ customer_id, name: `Name ${customer_id}`, owner: 'Bob', ...more });

const found = async (customers: readonly Row[], split: object = {}) => {
  const rows = await rowsOf('customer_potential', { orders, customers, parameters: { as_of: '2026-12-31', targets: { split } } });
  return rows.map(({ customer_id: id, rep, yearly_potential: potential, basis }) => [id, rep, potential, basis]);
};

describe('customer_potential', () => {
  it('is the potential of the customer file where at least half have one, without lost customers', async () => {
    const customers = [
      customer('C1', { wallet: 500 }),
      customer('C2', { wallet: 300 }),
      customer('C3'),
      customer('C4', { lost_on: '2026-01-01' }),
    ];
    expect(await found(customers)).toEqual([
      ['C1', 'Bob', 500, 'wallet'],
      ['C2', 'Bob', 300, 'wallet'],
      ['C3', 'Bob', 40, 'last_value'],
    ]);
  });

  it('is the last twelve months where few have one and no forecast is asked for', async () => {
    expect(await found([customer('C1', { wallet: 500 }), customer('C2'), customer('C3')])).toEqual([
      ['C1', 'Bob', 100, 'last_value'],
      ['C2', 'Bob', 0, 'last_value'],
      ['C3', 'Bob', 40, 'last_value'],
    ]);
  });
});
