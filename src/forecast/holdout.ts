/** Purchases and revenue; no revenue where no order has an amount, and neither where nothing can be said. */
export interface Totals {
  readonly orders: number | null;
  readonly revenue: number | null;
}

/** What a method foresaw for all customers, with nothing that became known after a past day. */
export interface Foreseen extends Totals {
  /** Of a purchase model, or `lastPeriod`. */
  readonly id: string;
}

/**
 * The method that needs no model: known customers buy what known customers bought in the period before. What came is held against those known
 * when the period began, so of the period before, too, only what those brought counts who were known when it began.
 */
export const lastPeriod = 'last-period';

/** Whether a customer so many days old was known when the period before began. */
export function isKnownBefore(ageDays: number, horizonDays: number): boolean {
  return ageDays >= horizonDays;
}

/** A hold-out in total: the method that is used, and the period before, against what came. */
export interface TotalsTest {
  readonly chosen: Foreseen;
  readonly lastPeriod: Foreseen;
  readonly actual: Totals;
}

/** Forecast by actual, less 1; null where either is not known or nothing came. */
export function errorOf(forecast: number | null, actual: number | null): number | null {
  return forecast === null || actual === null || actual === 0 ? null : forecast / actual - 1;
}
