import type { TableSection } from '../../../result/result.ts';
import { type Runs, tableOf } from '../runs.ts';

/** As many as a page shows: two years. */
const quarters = 8;

/** The course of satisfaction up to the newest quarter: a page cuts at the end, and the first ones are what it can spare. */
export function latestQuarters(runs: Runs): TableSection | null {
  const trend = tableOf(runs, 'satisfaction', 'trend');
  if (trend === null) return null;
  const rows = trend.rows.slice(Math.max(0, trend.rows.length - quarters));
  return { ...trend, rows, total: rows.length };
}
