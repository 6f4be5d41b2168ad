import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';
import { asOf, ordersOf } from './split-orders.ts';

const reps = ['Ann', 'Bob', 'Cleo'].map((name, index) => ({ rep_id: String(index), name, team: index === 2 ? 'South' : 'North' }));
const orders = [
  ...ordersOf('Ann', (month) => (month === 12 ? 190 : 60), { category: 'Heating' }),
  ...ordersOf('Bob', () => 30, { category: 'Tools' }),
  ...ordersOf('Cleo', () => 11, { category: 'Tools' }),
];

const targetsOf = (split: object, more: { readonly targets?: readonly Row[] } = {}) =>
  rowsOf('split_targets', { orders, reps, ...more, parameters: { as_of: asOf, targets: { split } } });

const sum = (rows: readonly Row[]): number => rows.reduce((whole, { value }) => whole + Number(value), 0);

/** Every period in which the parts of somebody do not add up to what they are parts of. */
function breaches(rows: readonly Row[]): string[] {
  const keyed = rows.filter(({ parent }) => parent !== null);
  const keys = new Set(
    keyed.map(({ ambition, parent, level, period_start: start }) => JSON.stringify([ambition, parent, level === 'product', start])),
  );
  return [...keys].filter((key) => {
    const [ambition, parent, isProduct, start] = JSON.parse(key) as [string, string, boolean, string];
    const of = (row: Row): boolean => row['ambition'] === ambition && row['period_start'] === start;
    const parts = keyed.filter((row) => of(row) && row['parent'] === parent && (row['level'] === 'product') === isProduct);
    const whole = rows.find((row) => of(row) && row['owner'] === parent && row['level'] !== 'product');
    return sum(parts) !== whole!['value'];
  });
}

describe('split_targets', () => {
  it('adds up in every month and over the year, for teams, reps, customers and products', async () => {
    const rows = await targetsOf({
      value: 1_000_003,
      round: 1000,
      levels: ['team', 'rep', 'customer', 'product'],
      stretch: 1.1,
      challenge: 1.25,
    });
    expect(breaches(rows)).toEqual([]);
    const whole = (ambition: string, level: string): number =>
      sum(rows.filter((row) => row['ambition'] === ambition && row['level'] === level));
    for (const level of ['company', 'team', 'rep', 'customer', 'product'])
      expect([whole('base', level), whole('stretch', level), whole('challenge', level)]).toEqual([1_000_003, 1_100_003, 1_250_003]);
    const known = new Map(
      rows.map((row) => [JSON.stringify([row['ambition'], row['level'], row['owner'], row['period_start']]), Number(row['value'])]),
    );
    const below = rows.filter(({ ambition, level, owner, period_start: start, value: own }) => {
      const lower = { base: 'base', stretch: 'base', challenge: 'stretch' }[String(ambition)];
      return Number(own) < known.get(JSON.stringify([lower, level, owner, start]))!;
    });
    expect(below).toEqual([]);
    const uneven = rows.filter(({ level, ambition, value }) => level === 'rep' && ambition === 'base' && Number(value) % 1000 !== 0);
    expect(uneven.map(({ owner, value }) => [owner, Number(value) % 1000])).toEqual([['Ann', 3]]);
  });

  it('keeps cents exact', async () => {
    const rows = await targetsOf({ value: 1234.56, round: 0.01 });
    expect(sum(rows.filter(({ level }) => level === 'company').map((row) => ({ value: Math.round(Number(row['value']) * 100) })))).toBe(
      123_456,
    );
    for (const { value } of rows) expect(Number(value)).toBe(Math.round(Number(value) * 100) / 100);
  });

  it('keeps the months that the company has in the files, and has what the same months brought', async () => {
    const targets = [
      { level: 'company', owner: 'Acme', value: 500, period_start: '2027-01-01', period_end: '2027-01-31' },
      { level: 'company', owner: 'Acme', value: 700, period_start: '2027-02-01', period_end: '2027-02-28' },
    ];
    const rows = (await targetsOf({}, { targets })).filter(({ level }) => level === 'company' || level === 'team');
    expect(rows.map(({ owner, period_start: start, value, baseline }) => [owner, start, value, baseline])).toEqual([
      ['', '2027-01-01', 500, 101],
      ['', '2027-02-01', 700, 101],
      ['North', '2027-01-01', expect.any(Number), 90],
      ['North', '2027-02-01', expect.any(Number), 90],
      ['South', '2027-01-01', expect.any(Number), 11],
      ['South', '2027-02-01', expect.any(Number), 11],
    ]);
  });

  it('gives a seasonal product more in its season', async () => {
    const rows = await targetsOf({ value: 100_000, levels: ['product'] });
    const value = (owner: string, month: string): number =>
      Number(rows.find((row) => row['owner'] === owner && row['period_start'] === month)!['value']);
    expect(value('Heating', '2027-12-01') / value('Heating', '2027-06-01')).toBeGreaterThan(2);
    expect(value('Tools', '2027-12-01') / value('Tools', '2027-06-01')).toBeLessThan(1.2);
  });

  it('has quarters and years as sums of the months', async () => {
    const rows = await targetsOf({ value: 1000, each: 'quarter', levels: ['rep'] });
    expect(rows.filter(({ level }) => level === 'company').map(({ period_start: start, period_end: end }) => [start, end])).toEqual([
      ['2027-01-01', '2027-03-31'],
      ['2027-04-01', '2027-06-30'],
      ['2027-07-01', '2027-09-30'],
      ['2027-10-01', '2027-12-31'],
    ]);
    expect(breaches(rows)).toEqual([]);
  });
});
