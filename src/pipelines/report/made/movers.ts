import { both, type Lang } from '../../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../../result/result.ts';
import { tableOf, type Runs } from '../runs.ts';

const titles = {
  up: both('Customers who bought more', '增长最多的客户'),
  down: both('Customers who bought less', '减少最多的客户'),
} as const;

/** The customers whose sales went up or down the most, with why; null where none did. */
export function moversSection(runs: Runs, direction: 'up' | 'down', lang: Lang): TableSection | null {
  const movers = tableOf(runs, 'compare', 'movers');
  if (movers === null) return null;
  const sign = direction === 'up' ? 1 : -1;
  const rows = [...movers.rows]
    .filter((row) => amountOf(row) * sign > 0)
    .toSorted((one, other) => (amountOf(other) - amountOf(one)) * sign);
  if (rows.length === 0) return null;
  return {
    ...movers,
    title: titles[direction][lang],
    rows,
    total: rows.length,
    glance: { ...movers.glance, first: [['customer_name', 'customer_id'], 'revenue_difference'], below: ['revenue_reasons'], most: 3 },
  };
}

function amountOf(row: ResultRow): number {
  const amount = row['revenue_difference'];
  return typeof amount === 'number' ? amount : 0;
}
