import type { Engine } from '../../engine/engine.ts';
import { identifier, join, literal, type Sql, sql, trusted } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import { isMoney } from '../casting/decide-reading.ts';
import type { Entity, Field } from '../../model/define.ts';
import type { Rate } from '../../model/rates.ts';
import type { Conversion, TablePlan } from '../table-plan.ts';
import type { DayMoney } from './conversion.ts';

/** The column of a loaded table that says in which currency a row is, in the words of the file; see `labelOf`. */
export const currencyLabel = identifier('_currency');

/** The money of each table that is added up. */
export const addedMoney: ReadonlyMap<string, string> = new Map([
  ['orders', 'amount'],
  ['returns', 'amount'],
  ['opportunities', 'amount'],
  ['customers', 'revenue'],
  ['targets', 'value'],
]);

/** The date by which the rate of a row is found; the money of other tables has none. */
export const moneyDates: ReadonlyMap<string, string> = new Map([
  ['orders', 'ordered_at'],
  ['opportunities', 'closed_on'],
]);

/** Whether a field of this table holds money: of targets, values without a metric of their own are. */
export function isMoneyOf(entity: Entity, field: Field): boolean {
  return isMoney(field) || (entity.id === 'targets' && field.type === 'quantity');
}

/** Whether rows differ in what tells their currency, so that each has to be asked. */
export function hasLabels({ currency }: TablePlan): boolean {
  return currency !== undefined && currency.fixed === null && (currency.column !== null || currency.cells !== null);
}

/** The money of some judged rows by label and day, given as expressions over them. */
export async function moneyByDay(
  { entity, stored }: { readonly entity: Entity; readonly stored: readonly string[] },
  { rows, label, day }: { readonly rows: Sql; readonly label: Sql; readonly day: Sql | null },
  engine: Engine,
): Promise<DayMoney[]> {
  const field = addedMoney.get(entity.id);
  const value = field !== undefined && stored.includes(field) ? identifier(field) : trusted('1');
  const date = day === null ? sql`cast(null as text)` : sql`cast(cast(${day} as date) as text)`;
  const found = await engine.rows<{ label: string | null; day: IsoDate | null; n: number; total: number | null }>(
    sql`select label, day, count(*) filter (where used) as n, sum(value) filter (where used) as total
      from (select ${label} as label, ${date} as day, ${value} as value, (_reason = 0 and ${value} <> 0) as used from ${rows}) as money
      group by label, day order by label, day`,
  );
  return found.map(({ label: own, day: on, n, total }) => ({ label: own, day: on, rows: n, sum: total ?? 0 }));
}

/** Money times a factor, null where the product is beyond what an amount can be. */
export function timesRate({ type: fieldType }: Field, value: Sql, factor: Sql): Sql {
  const type = trusted(fieldType === 'money' ? 'decimal(18,4)' : fieldType === 'price' ? 'decimal(18,9)' : 'decimal(18,6)');
  const limit = literal(fieldType === 'price' ? 1e9 - 1 : 1e12 - 1);
  // Computed wide: DuckDB keeps the width of the factors for their product.
  const product = sql`(cast(${value} as decimal(38,9)) * cast(${factor} as decimal(38,9)))`;
  return sql`case when ${product} between -${limit} and ${limit} then cast(${product} as ${type}) end`;
}

/** What the money of a row is multiplied by, by its label and day; null where there is no rate yet on that day. */
export function factorOf({ factors }: Conversion, label: Sql, day: Sql | null): Sql {
  if (factors.size === 0) return literal(1);
  const branches = [...factors].map(([word, rates]) => sql`when ${word} then ${rateOn(rates, day)}`);
  return sql`case ${label} ${join(branches, ' ')} else 1 end`;
}

/** The rate of the latest day not after that of the row, by halves: a row is compared with few of many days. Without a day it is the last. */
function rateOn(rates: readonly Rate[], day: Sql | null): Sql {
  if (day === null) return literal(rates.at(-1)!.rate);
  const steps = rates[0]!.from === null ? rates : [{ from: null, rate: null }, ...rates];
  const among = (from: number, to: number): Sql => {
    if (to - from === 1) return literal(steps[from]!.rate);
    const middle = (from + to) >> 1;
    return sql`case when ${day} < cast(${steps[middle]!.from} as date) then ${among(from, middle)} else ${among(middle, to)} end`;
  };
  return among(0, steps.length);
}
