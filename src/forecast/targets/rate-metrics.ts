import { literal, join, type Sql, sql } from '../../engine/sql.ts';

/** Metrics that do not add up over time. */
const rates: ReadonlySet<string> = new Set(['conversion_rate', 'csat', 'nps', 'retention_rate', 'market_share']);

/** Metrics that add up, over time and over owners. */
const sums: ReadonlySet<string> = new Set([
  'revenue',
  'payments',
  'profit',
  'orders',
  'quantity',
  'new_customers',
  'visits',
  'calls',
  'leads',
]);

/** Whether a metric is a rate or a level: it does not add up over time. */
export function isRate(metric: string): boolean {
  return rates.has(metric);
}

/** Whether a metric adds up over days. Customers who buy do not: who buys on several days is one. */
export function addsUp(metric: string): boolean {
  return sums.has(metric);
}

/** Metrics that are rates or levels, in SQL: `metric in ${rateMetrics}`. */
export const rateMetrics: Sql = sql`(${join([...rates].map((metric) => literal(metric)))})`;
