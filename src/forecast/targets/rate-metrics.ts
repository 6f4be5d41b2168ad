import { literal, join, type Sql, sql } from '../../engine/sql.ts';

/** Metrics that do not add up over time. */
const rates: ReadonlySet<string> = new Set(['conversion_rate', 'csat', 'nps', 'retention_rate', 'market_share']);

/** Whether a metric is a rate or a level: it does not add up over time. */
export function isRate(metric: string): boolean {
  return rates.has(metric);
}

/** The same in SQL: `metric in ${rateMetrics}`. */
export const rateMetrics: Sql = sql`(${join([...rates].map((metric) => literal(metric)))})`;
