/** Sums over the products that were sold in both periods. */
export interface ProductSums {
  readonly quantityBefore: number;
  readonly quantityAfter: number;
  readonly revenueBefore: number;
  readonly revenueAfter: number;
  /** What the quantities after would have brought at the prices before: Σ q₁ · r₀ ÷ q₀. */
  readonly afterAtOldPrices: number;
}

export interface PriceVolumeMix {
  /** More or fewer units at the average price before. */
  readonly volume: number;
  /** Dearer or cheaper products among the units. */
  readonly mix: number;
  /** Other prices for the same products. */
  readonly price: number;
}

/**
 * The change of revenue of products that go on, taken apart: volume = (Q₁ − Q₀) · R₀ ÷ Q₀, mix = Σ q₁p₀ − Q₁ · R₀ ÷ Q₀, price =
 * R₁ − Σ q₁p₀; they sum to R₁ − R₀. New and discontinued products have no price on one side: they belong elsewhere. Null where nothing was
 * sold before.
 */
export function priceVolumeMix(sums: ProductSums): PriceVolumeMix | null {
  const { quantityBefore, quantityAfter, revenueBefore, revenueAfter, afterAtOldPrices } = sums;
  if (!(quantityBefore > 0)) return null;
  const averagePrice = revenueBefore / quantityBefore;
  return {
    volume: (quantityAfter - quantityBefore) * averagePrice,
    mix: afterAtOldPrices - quantityAfter * averagePrice,
    price: revenueAfter - afterAtOldPrices,
  };
}
