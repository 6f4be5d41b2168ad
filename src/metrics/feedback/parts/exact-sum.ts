/** The sum of amounts with at most four decimals, exact whatever their order. */
export function exactSum(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + Math.round(amount * 10_000), 0) / 10_000;
}
