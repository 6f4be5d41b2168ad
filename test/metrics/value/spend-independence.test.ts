import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';

const parameters = { as_of: '2026-12-31' };

/** As many purchases as there are amounts, ten days apart. */
function buys(id: string, ...amounts: readonly (number | null)[]): Row[] {
  return amounts.map((amount, index) => order(id, `${id}${index}`, addDays('2026-01-01', 10 * index), amount));
}

describe('spend_independence', () => {
  it('is the correlation of the number of repeat purchases with their mean value', async () => {
    // (1, 10), (2, 20), (3, 30), (4, 10): r = 0.1 / √(1.25 · 0.6875) with means 2.5 and 17.5.
    const orders = [...buys('A', 5, 10), ...buys('B', 5, 20, 20), ...buys('C', 5, 30, 30, 30), ...buys('D', 5, 10, 10, 10, 10)];
    const [row] = await rowsOf('spend_independence', { orders, parameters });
    const covariance = -1.5 * -7.5 + -0.5 * 2.5 + 0.5 * 12.5 + 1.5 * -7.5;
    expect(row!['correlation']).toBeCloseTo(covariance / Math.sqrt(5 * (56.25 + 6.25 + 156.25 + 56.25)), 12);
    expect(row).toMatchObject({ scope: 'all', n: 4, without_value: 0 });
    expect(row!['low']).toBeLessThan(Number(row!['correlation']));
    expect(row!['high']).toBeGreaterThan(Number(row!['correlation']));
  });

  it('leaves out, and counts, those whose repeat purchases have no value', async () => {
    const orders = [...buys('A', 5, 10), ...buys('B', 5, 20, 20), ...buys('C', 5, 0), ...buys('D', 5, null), ...buys('E', 5)];
    expect(await rowsOf('spend_independence', { orders, parameters })).toMatchObject([{ n: 2, without_value: 2, low: null, high: null }]);
  });

  it('is not known where there is nobody to compare', async () => {
    expect(await rowsOf('spend_independence', { orders: buys('A', 5), parameters })).toEqual([
      { scope: 'all', correlation: null, n: 0, low: null, high: null, without_value: 0 },
    ]);
  });
});
