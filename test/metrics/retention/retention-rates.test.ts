import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

const orders = [
  order('A', '1', '2026-01-10', 1),
  order('B', '2', '2026-01-20', 1),
  order('C', '3', '2026-01-31', 1),
  order('A', '4', '2026-02-01', 1),
  order('A', '5', '2026-02-28', 1),
  order('D', '6', '2026-02-15', 1),
  order('B', '7', '2026-03-01', 1),
];

describe('retention_rates', () => {
  it('counts who was kept from the period before, who bought and who bought again', async () => {
    const parameters = { as_of: '2026-02-28', period: { from: '2026-02-01', to: '2026-03-01' } };
    const [, current] = await rowsOf('retention_rates', { orders, parameters });
    expect(current).toMatchObject({
      period_from: '2026-02-01',
      period_to: '2026-02-28',
      customers_before: null,
      kept: null,
      buyers: 2,
      repeat_buyers: 1,
    });
    const covered = await rowsOf('retention_rates', { orders: [order('Z', '0', '2026-01-01', 1), ...orders], parameters });
    expect(covered[0]).toMatchObject({ period_from: '2026-01-01', customers_before: null, buyers: 4, repeat_buyers: 0 });
    expect(covered.at(-1)).toMatchObject({ customers_before: 4, kept: 1 });
  });

  it('takes no part of a period for the whole: nothing is counted in one that begins before the data', async () => {
    const parameters = { as_of: '2026-02-28', period: { from: '2026-02-01', to: '2026-03-01' } };
    const rows = await rowsOf('retention_rates', { orders, parameters });
    expect(rows[0]).toEqual({
      period_from: '2026-01-01',
      period_to: '2026-01-31',
      customers_before: null,
      kept: null,
      buyers: null,
      repeat_buyers: null,
    });
  });

  it('ends a period that is not over at the as-of date, and those before after as many days', async () => {
    const parameters = { as_of: '2026-02-10', period: { from: '2026-02-01', to: '2026-03-01' } };
    const rows = await rowsOf('retention_rates', { orders, parameters });
    expect(rows.map((row) => [row['period_from'], row['period_to'], row['buyers']])).toEqual([
      ['2026-01-01', '2026-01-10', null],
      ['2026-02-01', '2026-02-10', 1],
    ]);
  });
});
