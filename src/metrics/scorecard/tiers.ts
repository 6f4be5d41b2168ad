import { join, type Sql, sql } from '../../engine/sql.ts';
import { classByCumulativeRevenue } from '../cumulative-revenue.ts';
import type { Tiers } from '../parameters.ts';

/**
 * The tier of a row of `ranked` with its `shares`. By quantile a customer belongs to a tier when the share of customers with a higher
 * score lies below the cut, so equal scores stay together.
 */
export function tierOf(tiers: Tiers): Sql {
  if (tiers.method === 'revenue') return classByCumulativeRevenue(tiers.cuts);
  const holds = (cut: number): Sql =>
    tiers.method === 'threshold'
      ? sql`ranked.score >= ${cut}`
      : sql`ranked.score_rank - 1 < ranked.customers::decimal(38,0) * ${cut}::decimal(7,6)`;
  const branches = tiers.cuts.map((cut, index) => sql`when ${holds(cut)} then ${index + 1}`);
  return sql`case ${join(branches, ' ')} else ${tiers.cuts.length + 1} end`;
}
