import type { DuckDbEngine } from '../../engine/duckdb.ts';
import { identifier, join, literal, type Sql, sql } from '../../engine/sql.ts';
import type { Rates } from '../../model/rates.ts';
import { takenOffColumn, takenOffRow } from '../derived-fields.ts';
import { reasonCode } from '../../model/row-reasons.ts';
import type { LoadedTable } from '../table-plan.ts';
import { conversionOf, isDated } from './conversion.ts';
import { currencyLabel, factorOf, isMoneyOf, moneyByDay, moneyDates, timesRate } from './convert.ts';
import { possibleOf } from './watch.ts';

/** Brings the money of every loaded table into the one currency of the rates. Returns the tables, those converted with what was done. */
export async function convertLoaded(tables: readonly LoadedTable[], rates: Rates, engine: DuckDbEngine): Promise<LoadedTable[]> {
  const converted: LoadedTable[] = [];
  for (const table of tables) converted.push(await convertTable(table, rates, engine));
  return converted;
}

async function convertTable(table: LoadedTable, rates: Rates, engine: DuckDbEngine): Promise<LoadedTable> {
  if (table.currency === undefined) return table;
  const { fixed, otherwise } = table.currency;
  const said = fixed ?? (table.labelled ? null : otherwise);
  if (said === null && !table.labelled) return table;
  const marked = await withMarks(table, said === null ? currencyLabel : literal(said), isDated(rates), engine);
  const money = await moneyByDay(table, marked, engine);
  const conversion = conversionOf(table.table.file, money, (label) => possibleOf(table, label), rates);
  if (conversion.used.length === 0) return table;
  const factors = identifier('_factors');
  const name = identifier(table.name);
  await engine.create(
    '_factors',
    sql`select * from (select line, ${factorOf(conversion, marked.label, marked.day)} as factor from ${marked.rows}) where factor is distinct from 1`,
  );
  const values = table.stored.flatMap((field) => {
    const definition = table.entity.fields[field]!;
    if (!isMoneyOf(table.entity, definition)) return [];
    const value = timesRate(definition, identifier(field), sql`factor`);
    const own = sql`${identifier(field)} = ${value}`;
    // Rows were judged by what stands in the file.
    const beyond = sql`_reason = case when _reason = 0 and ${identifier(field)} is not null and (${value}) is null then ${reasonCode('amount-missing')} else _reason end`;
    if (table.entity.id !== 'orders' || field !== 'amount') return [own];
    const off = [...takenOffRow(table).keys()].map((by) => identifier(takenOffColumn(by)));
    return [own, beyond, ...off.map((column) => sql`${column} = ${timesRate(definition, column, sql`factor`)}`)];
  });
  await engine.run(sql`update ${name} set ${join(values)} from ${factors} where line = ${name}.rowid`);
  await engine.drop('_factors');
  return { ...table, conversion };
}

interface Marked {
  readonly rows: Sql;
  readonly label: Sql;
  readonly day: Sql | null;
}

/**
 * The rows of a table with what tells their rate. A line that leaves out the currency or the date of its order, which stand on the first line
 * (merged cells), has those: such lines name the order again, or neither order nor customer.
 */
async function withMarks(table: LoadedTable, label: Sql, dated: boolean, engine: DuckDbEngine): Promise<Marked> {
  const { stored, entity } = table;
  const name = identifier(table.name);
  const date = moneyDates.get(entity.id);
  const at = dated && date !== undefined && stored.includes(date) ? identifier(date) : null;
  const plain = { rows: sql`(select *, rowid as line from ${name}) as marked`, label, day: at };
  if (!['order_id', 'customer_id', 'amount'].every((field) => stored.includes(field))) return plain;
  const gaps = [sql`${label} is null`, ...(at === null ? [] : [sql`${at} is null`])];
  const [blank] = await engine.rows(sql`select 1 as one from ${name} where amount <> 0 and (${join(gaps, ' or ')}) limit 1`);
  if (blank === undefined) return plain;
  const ofOrder = (value: Sql): Sql =>
    sql`coalesce(${value}, case when order_key is not null then first_value(${value} ignore nulls) over (partition by order_key order by line
      rows between unbounded preceding and unbounded following) end)`;
  const key = sql`coalesce(order_id, case when customer_id is null then last_value(order_id ignore nulls) over (order by rowid) end)`;
  const days = at === null ? [] : [sql`${ofOrder(at)} as order_day`];
  return {
    rows: sql`(select *, ${join([sql`${ofOrder(label)} as order_label`, ...days])} from (select *, rowid as line, ${key} as order_key from ${name})) as marked`,
    label: sql`order_label`,
    day: at === null ? null : sql`order_day`,
  };
}
