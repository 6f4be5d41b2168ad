import { join, type Sql, sql, trusted } from '../../../engine/sql.ts';
import type { Scorecard } from '../../parameters.ts';
import { type FactorId, factorIds } from '../../choices.ts';
import { factorPoints, factorValue } from './points.ts';
import { usedFactors, weightsOf } from './weights.ts';

/**
 * One row a customer who has any weight: the columns of customer_factors, revenue, and of each used factor the weight it has for this
 * customer (0 where its industry leaves it out) and its contribution, null where no factor has points.
 */
export function weighedFactors(scorecard: Scorecard): Sql {
  const used = usedFactors(scorecard);
  const contributions = used.map(
    (factor) =>
      sql`${weightOf(factor)}::double precision * (${factorPoints(factor)} - 50) / nullif(present_weights, 0)::double precision as ${contributionOf(factor)}`,
  );
  return sql`select weighed.*, ${join(contributions)}
      from (
        select customer_factors.*, profile.revenue, ${join(used.map((factor) => sql`${weight(factor, scorecard)} as ${weightOf(factor)}`))}
        from customer_factors
        join customer_profile as profile on profile.customer_id = customer_factors.customer_id
        where customer_factors.weights > 0
      ) as weighed`;
}

/** The sum of the weights of a row with an `industry`. */
export function weightsOfAll(scorecard: Scorecard): Sql {
  return join(
    usedFactors(scorecard).map((factor) => weight(factor, scorecard)),
    ' + ',
  );
}

/** The sum of the weights of those factors for which a row with an `industry` has points. */
export function weightsPresent(scorecard: Scorecard): Sql {
  return join(
    usedFactors(scorecard).map((factor) => sql`case when ${factorPoints(factor)} is not null then ${weight(factor, scorecard)} else 0 end`),
    ' + ',
  );
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
  return sql`case industry ${join(branches, ' ')} else ${base} end`;
}
