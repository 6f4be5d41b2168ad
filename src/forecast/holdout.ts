/** Purchases and revenue; no revenue where no order has an amount. */
export interface Totals {
  readonly orders: number;
  readonly revenue: number | null;
}

/** What a method foresaw for all customers, with nothing that became known after a past day. */
export interface Foreseen extends Totals {
  /** Of a purchase model, or `lastPeriod`. */
  readonly id: string;
}

/** The method that needs no model: every customer buys what it bought in the period before. */
export const lastPeriod = 'last-period';

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
