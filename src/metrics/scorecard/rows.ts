import { join, type Sql, sql, trusted } from '../../engine/sql.ts';
import type { Scorecard } from '../parameters.ts';
import { type FactorId, factorIds, factors } from './factors.ts';
import { weightsOf } from './weights.ts';

/** Where each factor's raw value stands in a row of `base`. */
const values: Readonly<Record<FactorId, string>> = {
  revenue: 'revenue',
  profit: 'profit',
  recency: 'recency_days',
  frequency: 'case when with_frequency > 0 then orders_per_year else orders::double precision end',
  average_order: 'average_order',
  growth: 'growth_rate',
  stability: 'gap_variation',
  breadth: 'breadth',
  tenure: 'tenure_days',
  paid_ratio: 'paid_ratio',
  csat: 'csat',
  nps: 'nps',
};

/** Factors that have a weight above 0 for some customer. */
export function usedFactors(scorecard: Scorecard): FactorId[] {
  const all = [scorecard.weights, ...scorecard.industries.map((entry) => entry.weights)].map(weightsOf);
  return factorIds.filter((factor) => all.some((weights) => (weights[factor] ?? 0) > 0));
}

/** customer_id, factor_order, value, directed (higher is better) and weight: one row a customer and factor; the weight may be 0. */
export function factorRows(used: readonly FactorId[], scorecard: Scorecard): Sql {
  const rows = used.map((factor) => {
    const direction = factors[factor].better === 'high' ? sql`value` : sql`0 - value`;
    return sql`
      select customer_id, ${orderOf(factor)} as factor_order, value, ${direction} as directed, weight
      from (select customer_id, cast(${trusted(values[factor])} as double precision) as value, ${weightOf(factor, scorecard)} as weight from base) as one`;
  });
  return join(rows, ' union all ');
}

/** 1 for the first factor; integers group and join faster than their names. */
export function orderOf(factor: FactorId): number {
  return factorIds.indexOf(factor) + 1;
}

/** The id of the factor of a row. */
export function factorName(used: readonly FactorId[], order: Sql): Sql {
  return sql`case ${order} ${join(
    used.map((factor) => sql`when ${orderOf(factor)} then ${factor}`),
    ' ',
  )} end`;
}

/** Points of a row of `long` joined with its `ranks`. */
export function bandPoints(scorecard: Scorecard): Sql {
  const banded = factorIds.flatMap((factor) => {
    const bands = scorecard.bands[factor];
    if (bands === undefined) return [];
    const branches = bands.toReversed().map((band) => sql`when long.value >= ${band.from} then ${band.points}::double precision`);
    return [
      sql`when long.factor_order = ${orderOf(factor)} then case when long.value is null then null ${join(branches, ' ')} else 0::double precision end`,
    ];
  });
  const percentile = sql`(100 * (2 * ranks.less + ranks.equals))::double precision / (2 * ranks.customers)`;
  return banded.length === 0 ? percentile : sql`case ${join(banded, ' ')} else ${percentile} end`;
}

function weightOf(factor: FactorId, scorecard: Scorecard): Sql {
  const exact = (weight: number | undefined): Sql => sql`${weight ?? 0}::decimal(18,6)`;
  const base = exact(weightsOf(scorecard.weights)[factor]);
  if (scorecard.industries.length === 0) return base;
  const branches = scorecard.industries.map((entry) => sql`when ${entry.industry} then ${exact(weightsOf(entry.weights)[factor])}`);
  return sql`case industry ${join(branches, ' ')} else ${base} end`;
}
