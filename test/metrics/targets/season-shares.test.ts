import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { asOf, ordersOf } from './split-orders.ts';

const winter = (month: number): number => (month === 12 ? 9 : 1);

describe('season_shares', () => {
  it('has the shares of the calendar months, those of products drawn to the whole', async () => {
    const orders = [...ordersOf('Ann', winter, { category: 'Heating' }), ...ordersOf('Bob', () => 1, { category: 'Tools' })];
    const rows = await rowsOf('season_shares', { orders, parameters: { as_of: asOf, targets: { split: { levels: ['product'] } } } });
    const december = rows.filter(({ month_number: month }) => month === 12);
    // The company sells 10 of 32 in December, two years alike: even + 2/3 of the difference. Products are alike in both years: as they were.
    expect(december.map(({ owner, mean_share: mean, share, learned_years: years }) => [owner, mean, share, years])).toEqual([
      ['', 10 / 32, expect.closeTo(1 / 12 + ((10 / 32 - 1 / 12) * 2) / 3, 12), 2],
      ['Heating', 9 / 20, expect.closeTo(9 / 20, 12), 2],
      ['Tools', 1 / 12, expect.closeTo(1 / 12, 12), 2],
    ]);
  });

  it('begins with the first month whose first week is covered', async () => {
    const orders = ordersOf('Ann', winter, {}, 12).map((row, index) => (index === 0 ? { ...row, ordered_at: '2026-01-20 00:00:00' } : row));
    expect(await rowsOf('season_shares', { orders, parameters: { as_of: asOf } })).toEqual([]);
    expect(await rowsOf('season_shares', { orders: ordersOf('Ann', winter, {}, 12), parameters: { as_of: asOf } })).toHaveLength(12);
  });
});
