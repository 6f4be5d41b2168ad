import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bought, revenueEffects } from '../../../../src/metrics/comparison/parts/revenue-effects.ts';

const none: Bought = { orders: 0, sales: 0, revenue: 0 };

describe('the parts of the difference of a revenue', () => {
  it('are orders and average orders, each over the mean of the other', () => {
    // Customer 18102 of Online Retail, October and November 2011: (6 - 11) × (4,789.206 + 2,555.18) / 2 = -18,360.97.
    const before = { orders: 11, sales: 52_681.27, revenue: 52_681.27 };
    const after = { orders: 6, sales: 15_331.08, revenue: 15_331.08 };
    expect(revenueEffects(before, after)).toEqual({ orders: -18_360.97, averageOrder: -18_989.22, returns: 0 });
  });

  it('are the orders alone where one period has none, and the returns apart', () => {
    const bought = { orders: 3, sales: 90.5, revenue: 80.25 };
    expect(revenueEffects(none, bought)).toEqual({ orders: 90.5, averageOrder: null, returns: -10.25 });
    expect(revenueEffects(bought, none)).toEqual({ orders: -90.5, averageOrder: null, returns: 10.25 });
    expect(revenueEffects(none, { ...none, revenue: -5 })).toEqual({ orders: 0, averageOrder: null, returns: -5 });
  });

  it('add up, change sign with the periods, and the orders make nothing where there are as many', () => {
    const bought = fc
      .record({
        orders: fc.integer({ min: 0, max: 50 }),
        cents: fc.integer({ min: 0, max: 1e9 }),
        returned: fc.integer({ min: 0, max: 1e6 }),
      })
      .map(({ orders, cents, returned }): Bought => {
        const sales = orders === 0 ? 0 : cents;
        return { orders, sales: sales / 100, revenue: (sales - returned) / 100 };
      });
    fc.assert(
      fc.property(bought, bought, (before, after) => {
        const forth = revenueEffects(before, after);
        const back = revenueEffects(after, before);
        const cents = (value: number | null) => Math.round(Number(value) * 100);
        expect(cents(forth.orders) + cents(forth.averageOrder) + cents(forth.returns)).toBe(cents(after.revenue) - cents(before.revenue));
        expect(Math.abs(cents(forth.orders) + cents(back.orders))).toBeLessThanOrEqual(1);
        if (before.orders === after.orders) expect(forth.orders).toBe(0);
        if (before.orders > 0 && after.orders > before.orders) expect(forth.orders).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
