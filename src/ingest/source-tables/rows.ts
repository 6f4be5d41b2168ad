import { identifier, join, literal, type Sql, sql, trusted } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import type { ContactKind } from '../../model/contact-words.ts';
import { noMail } from '../../model/customer-placeholders.ts';
import { type Arithmetic, derivedFields, takenOffColumn, takenOffRow, valueOf } from '../derived-fields.ts';
import { currencyLabel, factorOf, isMoneyOf, timesRate } from '../currency/convert.ts';
import { sharedAmounts } from '../order-amounts-once.ts';
import { dayInTable, labelInTable } from './currency.ts';
import type { Rule } from '../judging-rules.ts';
import { firstOf, orderRules } from '../row-rules.ts';
import type { StatusRepeats } from '../table-plan.ts';
import type { SourceField, SourcePlan } from './plan.ts';
import { castColumn } from './values.ts';

/** In PostgreSQL, for tables. */
const arithmetic: Arithmetic = {
  as: (type, value) => (type === 'money' ? sober(value) : value),
  times: (one, other) => sober(sql`(${one} * ${other})`),
  minus: (one, other) => sql`(${one} - ${other})`,
};

/** Fields as they are stored: computed from others as those of files are. */
export function storedValues(plan: SourcePlan): ReadonlyMap<string, Sql> {
  return new Map([...derivedFields(plan, arithmetic)].map(([name, { value }]) => [name, value]));
}

/** What is taken off the amounts while rows are read, and the column of each. */
function takenOff(plan: SourcePlan): ReadonlyMap<string, Sql> {
  return new Map([...takenOffRow(plan, arithmetic)].map(([by, value]) => [takenOffColumn(by), value]));
}

/** The text of a cell that could not be read, else null. */
export function unreadText(field: string): Sql {
  return identifier(`u_${field}`);
}

function sober(amount: Sql): Sql {
  return sql`case when ${amount} between -1000000000000 and 1000000000000 then cast(${amount} as decimal(18,4)) end`;
}

/** What was found out about the rows of a table before its view is made. */
export interface RowFacts {
  /** Later rows are set aside. */
  readonly asOf: IsoDate | null;
  /** Whether the rows have keys, and one of them stands on several rows: only then they are numbered. */
  readonly keys: 'none' | 'unique' | 'repeated';
  /** Orders that stand once for each status: their rows have what they are told by, too. */
  readonly repeats?: StatusRepeats | null;
}

export const noFacts: RowFacts = { asOf: null, keys: 'none' };

/** Fields of which a cell can be unread. */
export function unreadableFields(plan: SourcePlan, zone: string | null): readonly SourceField[] {
  return plan.fields.filter((field) => castColumn(field, zone).unread !== null);
}

/**
 * The rows of a table as the entity's fields, each with `_reason` (0: used; see row-reasons.ts), for each field that can be unread the text
 * of its unread cell, and a `rowid` that is null: the checks name a row by it, which a table cannot.
 */
export function judgedRows(plan: SourcePlan, facts: RowFacts, zone: string | null): Sql {
  const casts = plan.fields.map((field) => ({ field, ...castColumn(field, zone, plan.fields) }));
  const label = labelInTable(plan);
  const labels = label === null ? [] : [currencyLabel];
  const ownLabel = label === null ? [] : [sql`${label} as ${currencyLabel}`];
  const buyer = buyerField(plan);
  const values = casts.map(({ field, value }) => {
    const known =
      field === buyer
        ? knownBuyer(plan, field.contact === undefined ? value : addressOf(field.contact, value))
        : plan.conversion !== undefined && isMoneyOf(plan.entity, field.definition)
          ? timesRate(field.definition, value, rate)
          : value;
    return sql`${known} as ${valueOf(field.name)}`;
  });
  const buyerCast = casts.find(({ field }) => field === buyer);
  const isNobody = plan.nobodies === null || buyerCast === undefined ? null : plan.nobodies.when(buyerCast.value);
  const nobody = isNobody === null ? [] : [sql`${isNobody} as ${identifier('is_nobody')}`];
  const nobodyTold = isNobody === null ? [] : [identifier('is_nobody')];
  const unread = casts.flatMap(({ field, unread: when }) =>
    when === null
      ? []
      : [sql`case when ${when} then cast(${identifier(field.column.name)} as text) collate "C" end as ${unreadText(field.name)}`],
  );
  const stored = storedValues(plan);
  const unreadable = unreadableFields(plan, zone);
  const texts = unreadable.map((field) => unreadText(field.name));
  const off = takenOff(plan);
  const derived = [...stored, ...off].map(([name, value]) => sql`${value} as ${identifier(name)}`);
  const twins = contentColumns(plan, facts.repeats ?? null);
  const kept = [...texts, ...labels, ...twins.map(({ name }) => identifier(name))];
  const cells = [...values, ...unread, ...ownLabel, ...nobody, ...twins.map(({ value, name }) => sql`${value} as ${identifier(name)}`)];
  const judged = sql`select ${join([...[...stored.keys(), ...off.keys()].map(identifier), ...kept])}, cast(null as bigint) as rowid, ${reason(plan, facts, stored, unreadable)} as _reason
    from (select ${join([...derived, ...kept, ...nobodyTold])} from (select ${join(cells)} from ${ratedRows(plan, label, zone)}) as cells) as fields`;
  if (plan.perOrder.fields.size === 0) return judged;
  const names = [...stored.keys()];
  const { from, values: shares } = sharedAmounts(plan, names, sql`(${judged}) as judged`, totalOrder(names));
  const columns = [...new Set([...names, ...off.keys(), ...shares.keys()])].map(
    (name) => sql`${shares.get(name) ?? identifier(name)} as ${identifier(name)}`,
  );
  return sql`select ${join([...columns, ...kept])}, rowid, _reason from ${from}`;
}

/** The names of all columns of such rows. */
export function judgedColumns(plan: SourcePlan, { repeats }: RowFacts, zone: string | null): string[] {
  const unread = unreadableFields(plan, zone).map(({ name }) => `u_${name}`);
  const label = labelInTable(plan) === null ? [] : ['_currency'];
  const names = [...storedValues(plan).keys()];
  const shared = plan.perOrder.fields.size === 0 ? [] : sharedAmounts(plan, names, sql``, sql``).values.keys();
  return [
    ...new Set([...names, ...takenOff(plan).keys(), ...shared]),
    ...unread,
    ...label,
    ...contentColumns(plan, repeats ?? null).map(({ name }) => name),
    'rowid',
    '_reason',
  ];
}

/** What an order line is equal to others by: the whole row, and what rows with another status have in common (see `StatusRepeats`). */
function contentColumns({ relation, entity }: SourcePlan, repeats: StatusRepeats | null): { readonly name: string; readonly value: Sql }[] {
  if (entity.id !== 'orders') return [];
  const texts = (columns: SourcePlan['relation']['columns']): Sql =>
    sql`md5(cast(row(${join(columns.filter(({ readable }) => readable).map(({ name }) => identifier(name)))}) as text)) collate "C"`;
  const twin = repeats === null ? [] : [{ name: '_twin', value: texts(repeats.same.map((index) => relation.columns[index]!)) }];
  return [{ name: '_hash', value: texts(relation.columns) }, ...twin];
}

const rate = identifier('_rate');

/** The rows of a table, with what their money is multiplied by where it is converted. */
function ratedRows(plan: SourcePlan, label: Sql | null, zone: string | null): Sql {
  const { conversion, currency, rows } = plan;
  if (conversion === undefined) return rows;
  const own = currency === undefined || currency.fixed === null ? (label ?? sql`null`) : literal(currency.fixed);
  // Of a table some columns may not be read.
  const columns = plan.relation.columns.filter(({ readable }) => readable).map(({ name }) => identifier(name));
  return sql`(select ${join(columns)}, ${factorOf(conversion, own, dayInTable(plan, zone))} as ${rate} from ${rows}) as rated`;
}

function reason(plan: SourcePlan, facts: RowFacts, stored: ReadonlyMap<string, Sql>, unreadable: readonly SourceField[]): Sql {
  if (plan.entity.id !== 'orders') return firstOf(keyRules(plan, facts, stored), trusted('0'));
  const value = (field: string): Sql | null => (stored.has(field) ? identifier(field) : null);
  const bad = (field: string): Sql | null => (unreadable.some(({ name }) => name === field) ? sql`${unreadText(field)} is not null` : null);
  const rules = orderRules({ plan, asOf: facts.asOf, value, bad });
  const nobody: Rule[] =
    plan.nobodies === null || buyerField(plan) === undefined
      ? []
      : [{ reason: 'customer-placeholder', when: sql`(${identifier('is_nobody')} and ${identifier('customer_id')} is null)` }];
  const missing = rules.findIndex((rule) => rule.reason === 'customer-missing');
  return firstOf([...rules.slice(0, Math.max(0, missing)), ...nobody, ...rules.slice(Math.max(0, missing))], trusted('0'));
}

/** The field by which a table says who bought. */
export function buyerField({ fields }: SourcePlan): SourceField | undefined {
  return fields.find(({ name }) => name === 'customer_id') ?? fields.find(({ name }) => name === 'customer');
}

/** An address as buyers are told apart by it: in lower case, or the digits of the number; null where it is none, or a part is hidden. */
export function contactText(kind: ContactKind, text: Sql): Sql {
  if (kind === 'email')
    return sql`case when ${text} like '%_@_%' and ${text} not like '%*%' and lower(${text}) !~ ${noMail.source} then lower(${text}) end`;
  const digits = sql`regexp_replace(${text}, '[^0-9]', '', 'g')`;
  return sql`case when ${text} not like '%*%' and length(${digits}) between 7 and 15 and ${digits} !~ '^(.)\\1*$' then regexp_replace(${digits}, '^(00)?86(1[0-9]{10})$', '\\2') end`;
}

/** The customer of orders that name none but an address; an address that identifies nobody is none. */
function addressOf(kind: ContactKind, value: Sql): Sql {
  const isAddress = sql`(${value} like '%@%' or ${value} ~ '^[0-9 ()+.-]+$')`;
  return sql`coalesce(${contactText(kind, value)}, case when not ${isAddress} then ${value} end)`;
}

/** The customer of a row; of one who is nobody, or not named, the address beside. */
function knownBuyer({ nobodies, entity }: SourcePlan, value: Sql): Sql {
  if (nobodies === null) return value;
  const contact = nobodies.contact ?? trusted('cast(null as text)');
  const known = sql`case when ${nobodies.when(value)} then ${contact} else ${value} end`;
  if (entity.id !== 'orders' || nobodies.contact === null) return known;
  return sql`case when ${nobodies.test(value)} then null else coalesce(${known}, ${nobodies.contact}) end`;
}

function keyRules({ entity: { key } }: SourcePlan, { keys }: RowFacts, stored: ReadonlyMap<string, Sql>): Rule[] {
  if (key === undefined || keys === 'none') return [];
  const own = identifier(key);
  const missing: Rule = { reason: 'key-missing', when: sql`${own} is null` };
  if (keys !== 'repeated') return [missing];
  const again = sql`row_number() over (partition by ${own} order by ${totalOrder(stored.keys())}) > 1`;
  return [missing, { reason: 'id-duplicate', when: again }];
}

/** Rows that are equal in all of these are equal in every figure. */
export function totalOrder(fields: Iterable<string>): Sql {
  return join([...fields].map((field) => sql`${identifier(field)} asc nulls last`));
}
