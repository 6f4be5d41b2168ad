import type { FindingCode } from '../../codes.ts';
import { addDays, type IsoDate } from '../../lib/dates.ts';
import { identifier, join, type Sql, sql, trusted } from '../../engine/sql.ts';
import { amountSource } from '../derived-fields.ts';
import { reasonCode } from '../row-reasons.ts';
import { hasField } from '../table-plan.ts';
import type { SourceField, SourcePlan } from './plan.ts';
import { castColumn } from './values.ts';

/** Fields as they are stored; what an entity computes from others is computed as for files (see derived-fields.ts). */
export function storedValues(plan: SourcePlan): ReadonlyMap<string, Sql> {
  const values = new Map(plan.fields.map((field) => [field.name, valueOf(field.name)]));
  const first = (names: readonly string[]): Sql | undefined => names.filter((name) => hasField(plan, name)).map(valueOf)[0];
  const set = (name: string, value: Sql | undefined): void => {
    if (value !== undefined) values.set(name, value);
  };
  switch (plan.entity.id) {
    case 'orders':
      set('customer_id', first(['customer_id', 'customer']));
      deriveMoney(plan, values);
      break;
    case 'customers':
      set('customer_id', first(['customer_id', 'name']));
      set('name', first(['name', 'customer_id']));
      break;
    case 'opportunities':
    case 'feedback':
    case 'activities':
      set('customer_id', first(['customer_id', 'customer']));
      break;
    default:
  }
  return values;
}

function deriveMoney(plan: SourcePlan, values: Map<string, Sql>): void {
  const source = amountSource(plan);
  if (source?.length === 2) values.set('amount', product('quantity', 'unit_price'));
  if (source?.length === 1) values.set('amount', sober(valueOf(source[0]!)));
  // What was paid cannot be compared with itself.
  if (source?.[0] === 'paid_amount') values.delete('paid_amount');
  const gross = values.get('amount');
  if (gross === undefined) return;
  const net = hasField(plan, 'refunded_amount') ? sql`(${gross} - coalesce(${valueOf('refunded_amount')}, 0))` : gross;
  values.set('amount', net);
  if (!hasField(plan, 'cost') && hasField(plan, 'unit_cost') && hasField(plan, 'quantity'))
    values.set('cost', product('quantity', 'unit_cost'));
  const cost = values.get('cost');
  if (!hasField(plan, 'profit') && cost !== undefined) values.set('profit', sql`(${net} - ${cost})`);
}

/** The cast value of a field inside the query. */
function valueOf(field: string): Sql {
  return identifier(`v_${field}`);
}

/** The text of a cell that could not be read, else null. */
export function unreadText(field: string): Sql {
  return identifier(`u_${field}`);
}

function product(quantity: string, price: string): Sql {
  return sober(sql`(${valueOf(quantity)} * ${valueOf(price)})`);
}

function sober(amount: Sql): Sql {
  return sql`case when ${amount} between -1000000000000 and 1000000000000 then cast(${amount} as decimal(18,4)) end`;
}

/** What was found out about the rows of a table before its view is made. */
export interface RowFacts {
  /** Later rows are set aside. */
  readonly asOf: IsoDate | null;
  /** Later rows are typing errors. */
  readonly latest: IsoDate | null;
  /** Whether the rows have keys, and one of them stands on several rows: only then they are numbered. */
  readonly keys: 'none' | 'unique' | 'repeated';
}

export const noFacts: RowFacts = { asOf: null, latest: null, keys: 'none' };

/** Fields of which a cell can be unread. */
export function unreadableFields(plan: SourcePlan, zone: string | null): readonly SourceField[] {
  return plan.fields.filter((field) => castColumn(field, zone).unread !== null);
}

/**
 * The rows of a table as the entity's fields, each with `_reason` (0: used; see row-reasons.ts), for each field that can be unread the text
 * of its unread cell, and a `rowid` that is null: the checks name a row by it, which a table cannot.
 */
export function judgedRows(plan: SourcePlan, facts: RowFacts, zone: string | null): Sql {
  const casts = plan.fields.map((field) => ({ field, ...castColumn(field, zone) }));
  const values = casts.map(({ field, value }) => sql`${value} as ${valueOf(field.name)}`);
  const unread = casts.flatMap(({ field, unread: when }) =>
    when === null
      ? []
      : [sql`case when ${when} then cast(${identifier(field.column.name)} as text) collate "C" end as ${unreadText(field.name)}`],
  );
  const stored = storedValues(plan);
  const texts = unreadableFields(plan, zone).map((field) => unreadText(field.name));
  const derived = [...stored].map(([name, value]) => sql`${value} as ${identifier(name)}`);
  return sql`select ${join([...[...stored.keys()].map(identifier), ...texts])}, cast(null as bigint) as rowid, ${reason(plan, facts, stored)} as _reason
    from (select ${join([...derived, ...texts])} from (select ${join([...values, ...unread])} from ${plan.rows}) as cells) as fields`;
}

function reason(plan: SourcePlan, facts: RowFacts, stored: ReadonlyMap<string, Sql>): Sql {
  const rules = plan.entity.id === 'orders' ? orderRules(plan, facts, stored) : keyRules(plan, facts, stored);
  if (rules.length === 0) return trusted('0');
  return sql`case ${join(
    rules.map(([id, when]) => sql`when ${when} then ${reasonCode(id)}`),
    ' ',
  )} else 0 end`;
}

type Rule = readonly [reason: FindingCode, when: Sql];

/** The rules of row-rules.ts in their order, without those for lines that are no records: a table has none. */
function orderRules(plan: SourcePlan, { asOf, latest }: RowFacts, stored: ReadonlyMap<string, Sql>): Rule[] {
  const has = (field: string): boolean => hasField(plan, field);
  const amountParts = has('amount') ? ['amount'] : ['quantity', 'unit_price', 'paid_amount', 'refunded_amount'].filter(has);
  const rules: Rule[] = amountParts.map((part) => ['amount-invalid', sql`${unreadText(part)} is not null`]);
  if (has('ordered_at')) rules.push(['date-invalid', sql`${unreadText('ordered_at')} is not null`]);
  if (has('status')) {
    rules.push(['status-unknown', sql`${unreadText('status')} is not null`]);
    for (const state of ['cancelled', 'refunded', 'pending'] as const) rules.push([`status-${state}`, sql`status = ${state}`]);
  }
  rules.push(['customer-missing', sql`customer_id is null`]);
  if (has('ordered_at')) rules.push(['date-missing', sql`ordered_at is null`]);
  if (stored.has('amount')) rules.push(['amount-missing', sql`amount is null`]);
  const after = (id: FindingCode, day: IsoDate | null): Rule[] =>
    day === null ? [] : [[id, sql`ordered_at >= cast(${addDays(day, 1)} as timestamp)`]];
  return has('ordered_at') ? [...rules, ...after('after-as-of', asOf), ...after('date-future', latest)] : rules;
}

function keyRules({ entity: { key } }: SourcePlan, { keys }: RowFacts, stored: ReadonlyMap<string, Sql>): Rule[] {
  if (key === undefined || keys === 'none') return [];
  const own = identifier(key);
  const missing: Rule = ['key-missing', sql`${own} is null`];
  return keys === 'repeated'
    ? [missing, ['id-duplicate', sql`row_number() over (partition by ${own} order by ${totalOrder(stored.keys())}) > 1`]]
    : [missing];
}

/** Rows that are equal in all of these are equal in every figure. */
export function totalOrder(fields: Iterable<string>): Sql {
  return join([...fields].map((field) => sql`${identifier(field)} asc nulls last`));
}
