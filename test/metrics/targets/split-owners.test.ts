import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { asOf, ordersOf } from './split-orders.ts';

const reps = ['Ann', 'Bob', 'Cleo'].map((name, index) => ({
  rep_id: String(index),
  name,
  team: index === 2 ? 'South' : 'North',
  capacity: 10,
}));
const orders = [...ordersOf('Ann', () => 60), ...ordersOf('Bob', () => 30), ...ordersOf('Cleo', () => 10)];

const owners = async (split: object) => {
  const rows = await rowsOf('split_owners', { orders, reps, parameters: { as_of: asOf, targets: { split: { value: 2400, ...split } } } });
  return rows.toSorted((one, other) => Number(one['place']) - Number(other['place']));
};

describe('split_owners', () => {
  it('puts the company first and each owner before what it is made of, with last year beside', async () => {
    const rows = await owners({});
    expect(rows.map(({ level, owner, parent, total, last_value: last, change }) => [level, owner, parent, total, last, change])).toEqual([
      ['company', '', null, 2400, 1200, 1],
      ['team', 'North', '', 2160, 1080, 1],
      ['rep', 'Ann', 'North', 1440, 720, 1],
      ['rep', 'Bob', 'North', 720, 360, 1],
      ['team', 'South', '', 240, 120, 1],
      ['rep', 'Cleo', 'South', 240, 120, 1],
    ]);
  });

  it('holds reps between floor and cap, times what their share of last year would give', async () => {
    // By equal parts 800 each; last year would give 1440, 720 and 240. At least 0.8 and at most 1.3 of that.
    const rows = (await owners({ by: 'equal', floor: 0.8, cap: 1.3 })).filter(({ level }) => level === 'rep');
    expect(rows.map(({ owner, total, held_at: held }) => [owner, total, held])).toEqual([
      ['Ann', 1152, 'least'],
      ['Bob', 936, 'most'],
      ['Cleo', 312, 'most'],
    ]);
  });

  it('holds single owners to the limits of the settings', async () => {
    const rows = await owners({
      limits: [
        { owner: 'Cleo', least: 500 },
        { owner: 'North', most: 1000 },
      ],
    });
    expect(rows.map(({ owner, total, least, most, held_at: held }) => [owner, total, least, most, held])).toEqual([
      ['', 2400, null, null, null],
      ['North', 1000, null, 1000, 'most'],
      ['Ann', 667, null, null, null],
      ['Bob', 333, null, null, null],
      ['South', 1400, null, null, null],
      ['Cleo', 1400, 500, null, null],
    ]);
  });
});
