import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, literal, sql } from '../../engine/sql.ts';
import { currenciesInColumn } from '../../model/currencies.ts';
import type { Rates } from '../../model/rates.ts';
import { conversionOf, isDated } from '../currency/conversion.ts';
import { currencyLabel, moneyByDay, moneyDates } from '../currency/convert.ts';
import { labelInTable } from './currency.ts';
import type { SourcePlan } from './plan.ts';
import { judgedRows, noFacts, storedValues } from './rows.ts';

/** The plan with what its money is multiplied by, by the currencies and dates of its rows. */
export async function withRates(plan: SourcePlan, rates: Rates | null, zone: string | null, engine: PostgresEngine): Promise<SourcePlan> {
  if (rates === null || plan.currency === undefined) return plan;
  const { fixed } = plan.currency;
  if (fixed === null && labelInTable(plan) === null) return plan;
  const stored = [...storedValues(plan).keys()];
  const date = moneyDates.get(plan.entity.id);
  const money = await moneyByDay(
    { entity: plan.entity, stored },
    {
      rows: sql`(${judgedRows(plan, noFacts, zone)}) as judged`,
      label: fixed === null ? currencyLabel : literal(fixed),
      day: isDated(rates) && date !== undefined && stored.includes(date) ? identifier(date) : null,
    },
    engine,
  );
  const conversion = conversionOf(plan.table.file, money, currenciesInColumn, rates);
  return conversion.used.length === 0 ? plan : { ...plan, conversion };
}
