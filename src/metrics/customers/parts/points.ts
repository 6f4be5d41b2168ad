import { join, type Sql, sql, trusted } from '../../../engine/sql.ts';
import { both } from '../../columns.ts';
import type { Scorecard } from '../../parameters.ts';
import { factors } from './factors.ts';
import { type FactorId, factorIds } from '../../choices.ts';
import { usedFactors } from './weights.ts';

export const pointsMeaning = both(
  '0 to 100: share of customers with a worse value, plus half of those with the same; or the points of its band.',
  '0–100：数值较差的客户占比加相同者的一半；或所在分段的分值。',
);

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

/** The raw value of every factor of a row of `base`; null for one that has no weight. */
export function factorValues(scorecard: Scorecard): Sql {
  const used = usedFactors(scorecard);
  return join(
    factorIds.map((factor) => {
      const value = used.includes(factor) ? trusted(`cast(${values[factor]} as double precision)`) : sql`null::double precision`;
      return sql`${value} as ${factorValue(factor)}`;
    }),
  );
}

/** The values once more, turned so that higher is better. */
export function directedValues(): Sql {
  return join(
    factorIds.map((factor) => {
      const value = factorValue(factor);
      return sql`${factors[factor].better === 'high' ? value : sql`0 - ${value}`} as ${directedOf(factor)}`;
    }),
  );
}

/** Value and points of every factor of a row of `directed` with its ranks. */
export function pointsOf(scorecard: Scorecard): Sql {
  return join(factorIds.flatMap((factor) => [factorValue(factor), sql`${points(factor, scorecard)} as ${factorPoints(factor)}`]));
}

/** Joins each value that is judged by its rank with how many customers have a worse one, the same, and any. */
export function ranksOf(scorecard: Scorecard): Sql {
  const joins = rankedFactors(scorecard).map((factor) => {
    const [ranks, directed] = [ranksTable(factor), directedOf(factor)];
    return sql`left join (
      select ${directed}, equals, sum(equals) over (order by ${directed}) - equals as less, sum(equals) over () as customers
      from (select ${directed}, count(*) as equals from directed where ${directed} is not null group by ${directed}) as same
    ) as ${ranks} on ${ranks}.${directed} = directed.${directed}`;
  });
  return join(joins, '\n    ');
}

export function factorValue(factor: FactorId): Sql {
  return trusted(`${factor}_value`);
}

export function factorPoints(factor: FactorId): Sql {
  return trusted(`${factor}_points`);
}

function directedOf(factor: FactorId): Sql {
  return trusted(`${factor}_directed`);
}

function ranksTable(factor: FactorId): Sql {
  return trusted(`${factor}_ranks`);
}

function rankedFactors(scorecard: Scorecard): FactorId[] {
  return usedFactors(scorecard).filter((factor) => scorecard.bands[factor] === undefined);
}

function points(factor: FactorId, scorecard: Scorecard): Sql {
  const [bands, value, ranks] = [scorecard.bands[factor], factorValue(factor), ranksTable(factor)];
  if (!usedFactors(scorecard).includes(factor)) return sql`null::double precision`;
  if (bands === undefined)
    return sql`(100 * (2 * ${ranks}.less + ${ranks}.equals))::double precision / (2 * ${ranks}.customers)::double precision`;
  const branches = bands.toReversed().map((band) => sql`when ${value} >= ${band.from} then ${band.points}::double precision`);
  return sql`case when ${value} is not null then case ${join(branches, ' ')} else 0::double precision end end`;
}
