import type { PostgresEngine } from '../../engine/postgres.ts';
import { literal, type Sql, sql } from '../../engine/sql.ts';
import { currenciesInColumn } from '../../model/currencies.ts';
import { hasLabels } from '../currency/convert.ts';
import type { Rates } from '../../model/rates.ts';
import { conversionOf } from '../currency/conversion.ts';
import type { SourcePlan } from './plan.ts';
import { textOf } from './values.ts';

/** The word that tells the currency of a row of a table: of its column, else that of the name of the amount; null where there is neither. */
export function labelInTable(plan: SourcePlan): Sql | null {
  if (!hasLabels(plan)) return null;
  const { column, otherwise } = plan.currency!;
  const own = column === null ? undefined : plan.relation.columns[column];
  const word = own === undefined || !own.readable ? null : textOf(own);
  if (word === null) return otherwise === null ? null : literal(otherwise);
  return otherwise === null ? word : sql`coalesce(${word}, ${otherwise})`;
}

/** The plan with what its money is multiplied by, by the currencies that its rows name. */
export async function withRates(plan: SourcePlan, rates: Rates | null, engine: PostgresEngine): Promise<SourcePlan> {
  if (rates === null || plan.currency === undefined) return plan;
  const label = labelInTable(plan);
  const labels =
    plan.currency.fixed !== null
      ? [plan.currency.fixed]
      : label === null
        ? []
        : (
            await engine.rows<{ label: string | null }>(
              sql`select distinct label from (select ${label} as label from ${plan.rows}) as labels`,
            )
          ).map((row) => row.label);
  const conversion = conversionOf(labels, currenciesInColumn, rates);
  return conversion.used.length === 0 ? plan : { ...plan, conversion };
}
