import { literal, type Sql, sql } from '../../engine/sql.ts';
import { hasLabels, moneyDates } from '../currency/convert.ts';
import type { SourcePlan } from './plan.ts';
import { castColumn, textOf } from './values.ts';

/** The word that tells the currency of a row of a table: of its column, else that of the name of the amount; null where there is neither. */
export function labelInTable(plan: SourcePlan): Sql | null {
  if (!hasLabels(plan)) return null;
  const { column, otherwise } = plan.currency!;
  const own = column === null ? undefined : plan.relation.columns[column];
  const word = own === undefined || !own.readable ? null : textOf(own);
  if (word === null) return otherwise === null ? null : literal(otherwise);
  return otherwise === null ? word : sql`coalesce(${word}, ${otherwise})`;
}

/** The day by which the rate of a row is found, of its raw columns; null where the table has none. */
export function dayInTable(plan: SourcePlan, zone: string | null): Sql | null {
  const field = plan.fields.find(({ name }) => name === moneyDates.get(plan.entity.id));
  return field === undefined ? null : sql`cast(${castColumn(field, zone).value} as date)`;
}
