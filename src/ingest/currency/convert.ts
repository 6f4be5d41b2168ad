import { identifier, join, literal, type Sql, sql, trusted } from '../../engine/sql.ts';
import { isMoney } from '../casting/decide-reading.ts';
import type { Entity, Field } from '../../model/define.ts';
import type { FieldPlan, TablePlan } from '../table-plan.ts';

/** The column of a loaded table that says in which currency a row is, in the words of the file; see `labelOf`. */
export const currencyLabel = identifier('_currency');

/** Whether a field of this table holds money: of targets, values without a metric of their own are. */
export function isMoneyOf(entity: Entity, field: Field): boolean {
  return isMoney(field) || (entity.id === 'targets' && field.type === 'quantity');
}

/** Whether rows differ in what tells their currency, so that each has to be asked. */
export function hasLabels({ currency }: TablePlan): boolean {
  return currency !== undefined && currency.fixed === null && (currency.column !== null || currency.cells !== null);
}

/** The value of a field inside the loading query, as `valueOf` is to hold it: money in the one currency of the run. */
export function converted({ definition }: FieldPlan, value: Sql, plan: TablePlan, label: Sql): Sql {
  const { conversion, entity, currency } = plan;
  if (conversion === undefined || !isMoneyOf(entity, definition)) return value;
  const factor = factorOf(conversion.factors, currency?.fixed ?? null, label);
  const type = trusted(definition.type === 'money' ? 'decimal(18,4)' : definition.type === 'price' ? 'decimal(18,9)' : 'decimal(18,6)');
  const limit = literal(definition.type === 'price' ? 1e9 - 1 : 1e12 - 1);
  // Computed wide: DuckDB keeps the width of the factors for their product.
  const product = sql`(cast(${value} as decimal(38,9)) * cast(${factor} as decimal(38,9)))`;
  return sql`case when ${product} between -${limit} and ${limit} then cast(${product} as ${type}) end`;
}

function factorOf(factors: ReadonlyMap<string, number>, fixed: string | null, label: Sql): Sql {
  if (fixed !== null) return literal(factors.get(fixed) ?? 1);
  if (factors.size === 0) return literal(1);
  const branches = [...factors].map(([word, factor]) => sql`when ${word} then ${factor}`);
  return sql`case ${label} ${join(branches, ' ')} else 1 end`;
}
