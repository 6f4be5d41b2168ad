import { identifier, join, literal, type Sql, sql } from '../engine/sql.ts';
import type { Field, FieldType, StandIn } from '../model/define.ts';
import { type ReturnRows, returnRows } from './return-rows.ts';
import { hasField, type TablePlan } from './table-plan.ts';

/** The cast value of a field inside the query that reads a table. */
export function valueOf(field: string): Sql {
  return identifier(`v_${field}`);
}

/** A field's value, and the columns of the table that it is computed from. */
export interface Derived {
  readonly value: Sql;
  readonly from: readonly string[];
}

/** How an engine computes, so that no row of a table makes it fail: null where a result is beyond what an amount can be. */
export interface Arithmetic {
  /** The value of another field as one of this type. */
  as(type: FieldType, value: Sql): Sql;
  times(one: Sql, other: Sql): Sql;
  minus(one: Sql, other: Sql): Sql;
}

/** In DuckDB, for files. */
const duckDbArithmetic: Arithmetic = {
  as: (_, value) => value,
  // Computed wide: DuckDB keeps the width of the factors for their product.
  times: (one, other) => sql`try_cast(try(${one}::decimal(38,6) * ${other}::decimal(38,9)) as decimal(18,4))`,
  minus: (one, other) => sql`try_cast(${one} - ${other} as decimal(18,4))`,
};

/**
 * What an entity's fields are computed from, as they are declared: the own column of each, and where a table has none, what stands for it;
 * less what is taken off. Fields that a table says nothing of are not there, but for those that every table has.
 */
export function derivedFields(plan: TablePlan, arithmetic: Arithmetic = duckDbArithmetic): ReadonlyMap<string, Derived> {
  return derive(plan, arithmetic).derived;
}

/** What becomes of an amount between its cell and its use: it is turned where the row is a return, reduced, counted once for several lines of an order, or for the share of a rep. */
export const deductions = ['returns', 'discounts', 'refunds', 'repeats', 'shares'] as const;
export type Deduction = (typeof deductions)[number];

/** The column of a loaded table that holds what was taken off the amount of each row. */
export function takenOffColumn(by: Deduction): string {
  return `_off_${by}`;
}

/** What is taken off the amount while a row is read, by what: the amount as it stands in the file is the amount and all of these. */
export function takenOffRow(plan: TablePlan, arithmetic: Arithmetic = duckDbArithmetic): ReadonlyMap<Deduction, Sql> {
  return derive(plan, arithmetic).takenOff;
}

function derive(
  plan: TablePlan,
  arithmetic: Arithmetic,
): { readonly derived: ReadonlyMap<string, Derived>; readonly takenOff: ReadonlyMap<Deduction, Sql> } {
  const derived = new Map(plan.fields.map((field) => [field.name, own(field.name)]));
  const takenOff = new Map<Deduction, Sql>();
  const returned = returnRows(plan, valueOf);
  for (const [name, { type, less, signed, credited, always, flags }] of Object.entries<Field>(plan.entity.fields)) {
    const standIn = standInFor(plan, name);
    if (standIn !== null) derived.set(name, valueFrom(standIn, type, derived, arithmetic));
    if (standIn !== null && 'moved' in standIn) derived.delete(standIn.field);
    const value = derived.get(name);
    if (value !== undefined) {
      let left = value;
      for (const { by, after } of [
        ...turned(signed === true ? returned : null),
        ...(less === undefined ? [] : reduced(plan, arithmetic)),
        // A difference is made of figures that are shared already.
        ...(credited === true && (standIn === null || !('minus' in standIn)) ? shared(plan, arithmetic) : []),
      ]) {
        const next = after(left);
        if (name === 'amount') takenOff.set(by, arithmetic.minus(left.value, next.value));
        left = next;
      }
      derived.set(name, left);
    }
    const said = flags === undefined ? null : saidByFlags(flags, plan, derived.get(name) ?? null);
    if (said !== null) derived.set(name, said);
    if (value === undefined && always === true) derived.set(name, { value: sql`cast(null as varchar)`, from: [] });
  }
  return { derived, takenOff };
}

interface Step {
  readonly by: Deduction;
  readonly after: (value: Derived) => Derived;
}

/** Returns are below zero whatever the sign they are written with. */
function turned(returned: ReturnRows | null): Step[] {
  if (returned === null) return [];
  const { when, from: signs } = returned;
  const after = ({ value, from }: Derived) => ({
    value: sql`(case when ${when} and ${value} > 0 then -${value} else ${value} end)`,
    from: [...from, ...signs],
  });
  return [{ by: 'returns', after }];
}

/** What several reps sold together counts for each by the own share. */
function shared(plan: TablePlan, arithmetic: Arithmetic): Step[] {
  if (!hasField(plan, 'rep_share')) return [];
  const share = sql`coalesce(${valueOf('rep_share')}, 1)`;
  return [{ by: 'shares', after: ({ value, from }) => ({ value: arithmetic.times(value, share), from: [...from, 'rep_share'] }) }];
}

/** The share of a discount that is one goes off before money does. */
function reduced(plan: TablePlan, arithmetic: Arithmetic): Step[] {
  const rate = valueOf('discount_rate');
  const paid = plan.paysShare ? sql`coalesce(${rate}, 1)` : sql`(1 - coalesce(abs(${rate}), 0))`;
  const share: Step = {
    by: 'discounts',
    after: ({ value, from }) => ({ value: arithmetic.times(value, paid), from: [...from, 'discount_rate'] }),
  };
  const terms = amountTerms(plan).now.map(({ by, field, off }): Step => ({
    by,
    after: ({ value, from }) => ({ value: arithmetic.minus(value, off(value, valueOf(field))), from: [...from, field] }),
  }));
  return plan.discounted === 'discount_rate' ? [share, ...terms] : terms;
}

/** Something that is taken off an amount. */
export interface AmountTerm {
  readonly by: Deduction;
  readonly field: string;
  /** What its value takes off an amount; a blank takes nothing. */
  readonly off: (amount: Sql, value: Sql) => Sql;
}

/** How the amount of orders comes about: the column it is read from, if it is one, and what is taken off while rows are read, or once an order thereafter. */
export interface AmountTerms {
  readonly base: string | null;
  readonly now: readonly AmountTerm[];
  readonly later: readonly AmountTerm[];
}

/** Written with or without its minus. */
const eitherSign = (value: Sql): Sql => sql`coalesce(abs(${value}), 0)`;

/** The rule of refund columns: what was paid back is off the amount, but for a row below zero, which is itself what was paid back. */
const paidBack = (amount: Sql, value: Sql): Sql => sql`case when coalesce(${amount}, 0) >= 0 then ${eitherSign(value)} else 0 end`;

/** A line's amount is less what is the line's, an order's less what is the order's; what is of the other kind is taken off when amounts of orders are shared. */
export function amountTerms(plan: TablePlan): AmountTerms {
  const { less } = plan.entity.fields['amount'] ?? {};
  const standIn = standInFor(plan, 'amount');
  const behind = standIn === null ? ['amount'] : fieldsOf(standIn);
  const base = behind.length === 1 ? behind[0]! : null;
  const isOrders = (name: string): boolean => plan.perOrder.fields.has(name);
  const terms: AmountTerm[] = [
    ...(less !== undefined && hasField(plan, less) ? [{ by: 'refunds' as const, field: less, off: paidBack }] : []),
    ...(plan.discounted === 'discount'
      ? [{ by: 'discounts' as const, field: 'discount', off: (_: Sql, value: Sql) => eitherSign(value) }]
      : []),
  ];
  const ofOrder = base !== null && isOrders(base);
  return {
    base,
    now: terms.filter(({ field }) => isOrders(field) === ofOrder),
    later: terms.filter(({ field }) => isOrders(field) !== ofOrder),
  };
}

/** What stands for a field that a table has no column for; null where it has one, or nothing stands for it. */
export function standInFor(plan: TablePlan, name: string): StandIn | null {
  if (hasField(plan, name)) return null;
  const has = (field: string): boolean => hasField(plan, field);
  return (
    plan.entity.fields[name]?.otherwise?.find((standIn) => fieldsOf(standIn).every('minus' in standIn ? isComputable(plan) : has)) ?? null
  );
}

/** Every column of a table that a field may be computed from. */
export function fieldsBehind(plan: TablePlan, name: string): string[] {
  if (hasField(plan, name)) return [name];
  const { otherwise = [], less } = plan.entity.fields[name]!;
  const taken = [...(less === undefined ? [] : [less]), ...(plan.discounted === null ? [] : [plan.discounted])];
  const parts = new Set([...otherwise.flatMap(fieldsOf), ...taken]);
  return [...parts].filter((part) => hasField(plan, part));
}

/** The fields that a stand-in is made of. */
export function fieldsOf(standIn: StandIn): readonly string[] {
  if ('field' in standIn) return [standIn.field];
  return 'times' in standIn ? standIn.times : standIn.minus;
}

function isComputable(plan: TablePlan): (field: string) => boolean {
  return (field) => hasField(plan, field) || standInFor(plan, field) !== null;
}

function valueFrom(standIn: StandIn, type: FieldType, derived: ReadonlyMap<string, Derived>, arithmetic: Arithmetic): Derived {
  const of = fieldsOf(standIn);
  if ('times' in standIn) return { value: arithmetic.times(valueOf(of[0]!), valueOf(of[1]!)), from: of };
  if ('minus' in standIn) {
    const [one, other] = [derived.get(of[0]!)!, derived.get(of[1]!)!];
    return { value: arithmetic.minus(one.value, other.value), from: [...one.from, ...other.from] };
  }
  return { value: arithmetic.as(type, valueOf(of[0]!)), from: of };
}

/** A value that flags of the table say; null where it has none of them. */
function saidByFlags({ say, otherwise }: NonNullable<Field['flags']>, plan: TablePlan, words: Derived | null): Derived | null {
  const flags = say.filter(({ flag }) => hasField(plan, flag));
  if (flags.length === 0) return null;
  const known = words?.value ?? sql`cast(null as varchar)`;
  const said = flags.map(({ flag, value }) => sql`when ${valueOf(flag)} then ${literal(value)}`);
  const denied = flags.map(
    ({ flag, value }) =>
      sql`when not ${valueOf(flag)} and coalesce(${known}, ${literal(value)}) = ${literal(value)} then ${literal(otherwise)}`,
  );
  return {
    value: sql`case ${join([...said, ...denied], ' ')} else ${known} end`,
    from: [...(words?.from ?? []), ...flags.map(({ flag }) => flag)],
  };
}

function own(field: string): Derived {
  return { value: valueOf(field), from: [field] };
}
