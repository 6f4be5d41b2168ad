import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceVolumeMix, type ProductSums } from '../../src/stats/price-volume-mix.ts';

interface Product {
  readonly before: readonly [quantity: number, price: number];
  readonly after: readonly [quantity: number, price: number];
}

function sumsOf(products: readonly Product[]): ProductSums {
  const sum = (of: (product: Product) => number): number => products.reduce((total, product) => total + of(product), 0);
  return {
    quantityBefore: sum(({ before: [quantity] }) => quantity),
    quantityAfter: sum(({ after: [quantity] }) => quantity),
    revenueBefore: sum(({ before: [quantity, price] }) => quantity * price),
    revenueAfter: sum(({ after: [quantity, price] }) => quantity * price),
    afterAtOldPrices: sum(({ before: [, price], after: [quantity] }) => quantity * price),
  };
}

describe('priceVolumeMix', () => {
  it('takes the two products of methods.md §9 apart', () => {
    const parts = priceVolumeMix(
      sumsOf([
        { before: [100, 10], after: [90, 11] },
        { before: [50, 20], after: [80, 19] },
      ]),
    );
    expect(parts?.volume).toBeCloseTo(266.6667, 4);
    expect(parts?.mix).toBeCloseTo(233.3333, 4);
    expect(parts?.price).toBeCloseTo(10, 9);
  });

  it('sums to the change of revenue', () => {
    const side = fc.tuple(
      fc.integer({ min: 1, max: 10_000 }),
      fc.integer({ min: 0, max: 100_000 }).map((cents) => cents / 100),
    );
    const product = fc.record({ before: side, after: side });
    fc.assert(
      fc.property(fc.array(product, { minLength: 1, maxLength: 20 }), (products) => {
        const sums = sumsOf(products);
        const { volume, mix, price } = priceVolumeMix(sums)!;
        const scale = sums.revenueBefore + sums.revenueAfter + sums.afterAtOldPrices + 1;
        const allowed = 1e-12 * scale * (1 + sums.quantityAfter / sums.quantityBefore);
        expect(Math.abs(volume + mix + price - (sums.revenueAfter - sums.revenueBefore))).toBeLessThanOrEqual(allowed);
      }),
    );
  });

  it('says nothing where nothing was sold before', () => {
    expect(priceVolumeMix({ quantityBefore: 0, quantityAfter: 2, revenueBefore: 0, revenueAfter: 9, afterAtOldPrices: 0 })).toBeNull();
  });
});
