/** What a customer bought in a period. */
export interface Bought {
  /** Returns do not count. */
  readonly orders: number;
  /** Their amounts, returns not taken off. */
  readonly sales: number;
  /** Returns taken off. */
  readonly revenue: number;
}

/** Parts of the difference of a customer's revenue, after less before; together they are the whole of it. */
export interface RevenueEffects {
  /** What more or fewer orders make; the whole of the sales where one period has no order. */
  readonly orders: number;
  /** What larger or smaller orders make; null where one period has no order, and so no average. */
  readonly averageOrder: number | null;
  /** What more or fewer goods taken back make. */
  readonly returns: number;
}

/**
 * Why a customer's revenue differs: sales are orders times their average, so Δ sales = Δ orders × mean average + Δ average × mean orders, the
 * split that favours neither order of the two steps (Shapley value of two factors; Bennet 1920, JRSS 83, 455-462). The part of the orders is
 * given to the cent and that of the average is the rest, so that printed parts add up.
 */
export function revenueEffects(before: Bought, after: Bought): RevenueEffects {
  const returns = exact(after.revenue - after.sales - (before.revenue - before.sales));
  const sales = exact(after.sales - before.sales);
  if (before.orders === 0 || after.orders === 0) return { orders: sales, averageOrder: null, returns };
  const averages = before.sales / before.orders + after.sales / after.orders;
  const orders = Math.round(((after.orders - before.orders) * averages * 100) / 2) / 100 + 0;
  return { orders, averageOrder: exact(sales - orders), returns };
}

/** Amounts have four decimals at most; what a sum of them has beyond is the error of doubles. `+ 0` turns -0 into 0. */
function exact(amount: number): number {
  return Math.round(amount * 10_000) / 10_000 + 0;
}
