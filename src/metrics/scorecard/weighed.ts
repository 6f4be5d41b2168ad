import { join, type Sql, sql, trusted } from '../../engine/sql.ts';
import type { Scorecard } from '../parameters.ts';
import { type FactorId, factorIds } from './factors.ts';
import { factorPoints, factorValue } from './points.ts';
import { usedFactors, weightsOf } from './weights.ts';

/**
 * One row a customer who has any weight: customer_id, revenue, of each used factor its value, its points, the weight it has for this
 * customer (0 where its industry leaves it out) and its contribution, `weights` of all factors and `present`, those with points (null: none).
 */
export function weighedFactors(scorecard: Scorecard): Sql {
  const used = usedFactors(scorecard);
  const columns = used.flatMap((factor) => [
    factorValue(factor),
    factorPoints(factor),
    sql`${weight(factor, scorecard)} as ${weightOf(factor)}`,
  ]);
  const present = used.map((factor) => sql`case when ${factorPoints(factor)} is not null then ${weightOf(factor)} else 0 end`);
  const contributions = used.map(
    (factor) =>
      sql`${weightOf(factor)}::double precision * (${factorPoints(factor)} - 50) / present::double precision as ${contributionOf(factor)}`,
  );
  return sql`select summed.*, ${join(contributions)}
      from (
        select weighed.*, ${join(used.map(weightOf), ' + ')} as weights, nullif(${join(present, ' + ')}, 0) as present
        from (
          select customer_factors.customer_id, profile.revenue, ${join(columns)}
          from customer_factors
          join customer_profile as profile on profile.customer_id = customer_factors.customer_id
        ) as weighed
      ) as summed
      where weights > 0`;
}

/** 1 for the first factor: the order that decides between equals. */
export function orderOf(factor: FactorId): number {
  return factorIds.indexOf(factor) + 1;
}

export function weightOf(factor: FactorId): Sql {
  return trusted(`${factor}_weight`);
}

export function contributionOf(factor: FactorId): Sql {
  return trusted(`${factor}_contribution`);
}

/** Customers with a value, of each used factor: one row, `revenue_customers` … */
export function customersWithValue(used: readonly FactorId[]): Sql {
  return sql`select ${join(used.map((factor) => sql`count(${factorValue(factor)}) as ${customersOf(factor)}`))} from customer_factors`;
}

export function customersOf(factor: FactorId): Sql {
  return trusted(`${factor}_customers`);
}

function weight(factor: FactorId, scorecard: Scorecard): Sql {
  const exact = (value: number | undefined): Sql => sql`${value ?? 0}::decimal(18,6)`;
  const base = exact(weightsOf(scorecard.weights)[factor]);
  if (scorecard.industries.length === 0) return base;
  const branches = scorecard.industries.map((entry) => sql`when ${entry.industry} then ${exact(weightsOf(entry.weights)[factor])}`);
  return sql`case profile.industry ${join(branches, ' ')} else ${base} end`;
}
