import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { asOf, ordersOf } from './split-orders.ts';

describe('season_checks', () => {
  it('tells each year from those before and says what stood in the wrong month', async () => {
    const orders = ordersOf('Ann', (month) => (month === 12 ? 9 : 1), {}, 36);
    const rows = await rowsOf('season_checks', { orders, parameters: { as_of: asOf } });
    // December has 9 of 20. Even months leave 9/20 - 1/12 elsewhere, one year learned half of that, two years a third.
    const apart = 9 / 20 - 1 / 12;
    const found = rows.map(({ held_from: from, method, learned_years: years, misplaced }) => [
      String(from).slice(0, 4),
      method,
      years,
      misplaced,
    ]);
    expect(found.filter(([, method]) => method !== 'working-days')).toEqual([
      ['2025', 'even', null, expect.closeTo(apart, 12)],
      ['2025', 'learned', 1, expect.closeTo(apart / 2, 12)],
      ['2026', 'even', null, expect.closeTo(apart, 12)],
      ['2026', 'learned', 2, expect.closeTo(apart / 3, 12)],
    ]);
    expect(found.filter(([, method]) => method === 'working-days')).toHaveLength(2);
  });

  it('has nothing to say of less than two years', async () => {
    expect(await rowsOf('season_checks', { orders: ordersOf('Ann', () => 1, {}, 23), parameters: { as_of: asOf } })).toEqual([]);
  });
});
