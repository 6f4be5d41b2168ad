import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';
import { asOf, ordersOf } from './split-orders.ts';

const reps = [
  { rep_id: '1', name: 'Ann', team: 'North', manager: 'Max', capacity: 30 },
  { rep_id: '2', name: 'Bob', team: 'North', manager: 'Max', capacity: 10 },
  { rep_id: '3', name: 'New', team: 'North', manager: 'Max', joined_on: '2026-12-01' },
  { rep_id: '4', name: 'Half', team: 'South', manager: 'Max', joined_on: '2026-07-02' },
  { rep_id: '5', name: 'Max', team: 'North' },
];
const orders = [
  ...ordersOf('Ann', () => 300),
  ...ordersOf('Bob', () => 100),
  ...ordersOf('Half', () => 50, {}, 6),
  // Who sold nothing for seven months and is in no list has left; who did lately is there.
  order('C9', 'x', '2026-05-20', 999, { rep: 'Gone' }),
  order('C8', 'y', '2026-11-20', 12, { rep: 'Outside' }),
];

const weights = (split: object) =>
  rowsOf('split_weights', { orders, reps, customers: [], parameters: { as_of: asOf, targets: { split } } });

describe('split_weights', () => {
  it('goes by the last twelve months, those of who joined in them scaled to a year', async () => {
    const rows = new Map((await weights({})).map((row) => [String(row['owner']), row]));
    expect([...rows].map(([owner, { state, history }]) => [owner, state, history])).toEqual([
      ['Ann', 'gets', 3600],
      ['Bob', 'gets', 1200],
      ['Gone', 'left', null],
      ['Half', 'gets', expect.closeTo((300 * 365) / 183, 9)],
      ['Max', 'leads', null],
      ['New', 'gets', 2400],
      ['Outside', 'gets', 12],
    ]);
    const whole = 3600 + 1200 + (300 * 365) / 183 + 2400 + 12;
    expect(rows.get('Ann')).toMatchObject({ parent: 'North', history_share: 3600 / whole, share: 3600 / whole, last_value: 3600 });
    expect(rows.get('Gone')).toMatchObject({ share: null, last_value: 999 });
  });

  it('blends bases by their weights, those without a capacity at the mean', async () => {
    const rows = new Map((await weights({ by: { capacity: 3, equal: 1 } })).map((row) => [row['owner'], row]));
    // Capacities 30, 10 and three times their mean of 20: 100 in all; five get a target.
    expect(rows.get('Ann')!['share']).toBeCloseTo((0.75 * 30) / 100 + 0.25 / 5, 12);
    expect(rows.get('Half')).toMatchObject({ capacity: 20 });
  });

  it('goes on with the other bases where one is not known, and by equal parts where none is', async () => {
    const without = reps.map((rep) => ({ ...rep, capacity: null }));
    const by = async (basis: object | string) => {
      const rows = await rowsOf('split_weights', { orders, reps: without, parameters: { as_of: asOf, targets: { split: { by: basis } } } });
      return rows.find(({ owner }) => owner === 'Ann');
    };
    expect((await by({ capacity: 1, history: 1 }))!['share']).toBe((await by('history'))!['history_share']);
    expect((await by('capacity'))!['share']).toBe(1 / 5);
  });

  it('has customers of reps who get a target, and products by half of their growth', async () => {
    const rows = await rowsOf('split_weights', {
      orders: [
        order('C1', 'a', '2025-01-02', 100, { rep: 'Ann', category: 'Optics' }),
        order('C1', 'b', '2026-03-02', 120, { rep: 'Ann', category: 'Optics' }),
        order('C2', 'c', '2026-03-02', 80, { rep: 'Ann', category: 'Tools' }),
        order('C3', 'd', '2026-05-02', 50, { rep: 'Gone', category: 'Tools' }),
      ],
      reps,
      parameters: { as_of: asOf, targets: { split: { levels: ['rep', 'customer', 'product'] } } },
    });
    const found = rows
      .filter(({ level }) => level !== 'rep')
      .map(({ level, owner, parent, state, potential }) => [level, owner, parent, state, potential]);
    expect(found).toEqual([
      ['customer', 'C1', 'Ann', 'gets', expect.any(Number)],
      ['customer', 'C2', 'Ann', 'gets', expect.any(Number)],
      ['customer', 'C3', 'Gone', 'no_rep', expect.any(Number)],
      // 120 on 100 and half of 20%; new last year: as it was.
      ['product', 'Optics', null, 'gets', expect.closeTo(132, 9)],
      ['product', 'Tools', null, 'gets', 130],
    ]);
  });
});
