import type { MetricColumn } from '../../define.ts';
import { totalColumns } from './total-columns.ts';

/** Figures of a customer in a period that the bootstrap adds up. */
export type Figure = 'customers' | 'new_customers' | 'orders' | 'revenue' | 'profit' | 'profit_base';

export interface Measure {
  /** A column of period_totals. */
  readonly id: string;
  /**
   * How the figure follows the length of the period. `proportional`: it adds up over days, so that it can be divided by them. `growing`: more
   * with more days, but no sum over them (a customer who buys twice is one), so that only periods of about the same length can be compared.
   * `free`: not at all.
   */
  readonly length: 'proportional' | 'growing' | 'free';
  readonly test: MeasureTest;
}

type MeasureTest =
  /** Σ figure over the customers; customers are drawn. */
  | { readonly kind: 'total'; readonly figure: Figure }
  /** Σ numerator / Σ denominator; customers are drawn. */
  | { readonly kind: 'mean'; readonly numerator: Figure; readonly denominator: Figure }
  /** Two columns of period_totals: successes of trials. */
  | { readonly kind: 'rate'; readonly successes: string; readonly trials: string };

function total(id: Figure, length: Measure['length'] = 'proportional'): Measure {
  return { id, length, test: { kind: 'total', figure: id } };
}

function mean(id: string, numerator: Figure, denominator: Figure, length: Measure['length']): Measure {
  return { id, length, test: { kind: 'mean', numerator, denominator } };
}

function rate(id: string, successes: string, trials: string, length: Measure['length']): Measure {
  return { id, length, test: { kind: 'rate', successes, trials } };
}

/** What is compared between two periods, in the order in which it is shown. */
export const measures: readonly Measure[] = [
  total('revenue'),
  total('customers', 'growing'),
  total('new_customers'),
  total('orders'),
  mean('average_order', 'revenue', 'orders', 'free'),
  mean('revenue_per_customer', 'revenue', 'customers', 'growing'),
  mean('orders_per_customer', 'orders', 'customers', 'growing'),
  rate('repeat_rate', 'repeat_customers', 'customers', 'growing'),
  rate('new_customer_share', 'new_customers', 'customers', 'growing'),
  rate('return_rate', 'returns', 'orders_and_returns', 'free'),
  total('profit'),
  mean('margin', 'profit', 'profit_base', 'free'),
];

/** What the figure is, as the metric of the totals declares it. */
export function declared({ id }: Pick<Measure, 'id'>): MetricColumn {
  const column = new Map<string, MetricColumn>(Object.entries(totalColumns)).get(id);
  if (column === undefined) throw new RangeError(`period_totals has no column ${id}`);
  return column;
}
