import { join, type Sql, sql } from '../../../engine/sql.ts';
import type { Tiers } from '../../parameters.ts';

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

/**
 * The class (1 is the best) of a row of `shares`, by how much revenue is ranked before it. The customer that crosses a cut belongs to the
 * better class; revenue of zero or less to the last one; null without revenue. Decimals only, so that no cut depends on rounding, and wide
 * ones: DuckDB keeps the product of two decimals of at most 18 digits to 18.
 */
export function classByCumulativeRevenue(cuts: readonly number[]): Sql {
  const branches = cuts.map(
    (cut, index) =>
      sql`when shares.revenue_before < cast(shares.revenue_total::decimal(38,4) * ${cut}::decimal(7,6) as decimal(38,6)) then ${index + 1}`,
  );
  return sql`(case when shares.revenue is null then null when shares.revenue <= 0 then ${cuts.length + 1} ${join(branches, ' ')} else ${cuts.length + 1} end)`;
}
