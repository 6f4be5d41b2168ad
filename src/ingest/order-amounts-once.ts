import { identifier, join, type Sql, sql, trusted } from '../engine/sql.ts';
import { amountTerms, derivedFields, takenOffColumn, takenOffRow } from './derived-fields.ts';
import { hasField, type LoadedTable, type TablePlan } from './table-plan.ts';

/** The stored fields that hold amounts of whole orders, under the names they are stored by. */
export function onceAnOrder(plan: TablePlan, stored: readonly string[]): string[] {
  const names = [...plan.perOrder.fields].map((name) => (hasField(plan, 'amount') || name !== amountTerms(plan).base ? name : 'amount'));
  return [...new Set(names)].filter((name) => stored.includes(name));
}

/** Fields that have to be stored for amounts to count once an order: what they are shared by and what is taken off them. */
export function neededOnce(plan: TablePlan): ReadonlySet<string> {
  if (plan.perOrder.fields.size === 0) return new Set();
  const weights = ['quantity', 'unit_price'].every((name) => hasField(plan, name)) ? ['quantity', 'unit_price'] : [];
  return new Set([...plan.perOrder.fields, ...weights, ...amountTerms(plan).later.map(({ field }) => field)]);
}

/** What is the same on all lines of an order, and on no others. */
export function orderKeys({ perOrder, stored }: Pick<LoadedTable, 'perOrder' | 'stored'>): Sql {
  const { customer, day } = perOrder.keys;
  return join([
    sql`order_id`,
    ...(customer && stored.includes('customer_id') ? [sql`customer_id`] : []),
    ...(day && stored.includes('ordered_at') ? [sql`cast(ordered_at as date)`] : []),
  ]);
}

export interface OnceValues {
  /** The rows with the shares of each line: what stands after `from`. */
  readonly from: Sql;
  /** What the stored fields are then, and the columns of what is taken off. */
  readonly values: ReadonlyMap<string, Sql>;
}

/**
 * The amounts of whole orders among the lines of each, so that they add up to them: in proportion to quantity × price where the table has both, else on
 * the first line. Only where all lines of an order say the same. `rows` has the stored fields and `_reason`; `order` is a total order of its rows.
 */
export function sharedAmounts(plan: TablePlan, stored: readonly string[], rows: Sql, order: Sql): OnceValues {
  const once = onceAnOrder(plan, stored);
  const keys = sql`${orderKeys({ ...plan, stored })}, _reason`;
  const isPriced = ['quantity', 'unit_price'].every((name) => stored.includes(name));
  const weight = isPriced
    ? sql`cast(quantity as double precision) * cast(unit_price as double precision)`
    : trusted('cast(null as double precision)');
  // A line below zero of an order is itself what was paid back: what is taken off the order is off its other lines.
  const ofLines = stored.includes('amount') && !once.includes('amount');
  const turn = ofLines ? sql`order by case when amount < 0 then 1 else 0 end, ${order}` : sql`order by ${order}`;
  const weightOf = ofLines ? sql`case when amount < 0 then 0 else ${weight} end` : weight;
  const isRefund = (name: string): boolean =>
    ofLines && amountTerms(plan).later.some(({ by, field }) => by === 'refunds' && field === name);
  const checks = once.map((name, index) => {
    const value = isRefund(name) ? sql`case when coalesce(amount, 0) >= 0 then ${identifier(name)} end` : identifier(name);
    const all = isRefund(name) ? sql`count(case when coalesce(amount, 0) >= 0 then 1 end)` : sql`count(*)`;
    return sql`case when order_id is not null and min(${value}) over lines = max(${value}) over lines
      and count(${value}) over lines = ${all} over lines then 1 else 0 end as ${identifier(`_same${index}`)}`;
  });
  const from = sql`(select *, sum(_weight) over lines as _whole, min(_weight) over lines as _least, count(_weight) over lines as _weighed, count(*) over lines as _lines,
      sum(_weight) over (partition by ${keys} ${turn} rows unbounded preceding) as _so_far,
      row_number() over (partition by ${keys} ${turn}) as _number, ${join(checks)}
    from (select *, ${weightOf} as _weight from ${rows}) as weighed window lines as (partition by ${keys})) as shares`;
  const values = new Map(
    once.map((name, index) => {
      const shared = share(identifier(name), identifier(`_same${index}`));
      return [name, isRefund(name) ? sql`case when amount < 0 then null else ${shared} end` : shared];
    }),
  );
  const ofAmount = once.indexOf('amount');
  compose(plan, stored, values, ofAmount < 0 ? null : identifier(`_same${ofAmount}`));
  return { from, values };
}

/** The last line has what is left: the shares of an order add up exactly. */
function share(amount: Sql, same: Sql): Sql {
  const upTo = (weight: Sql): Sql =>
    sql`cast(round(cast(cast(${amount} as double precision) * (${weight}) / _whole as decimal(28,8)), 4) as decimal(18,4))`;
  return sql`case when ${same} = 0 or _lines = 1 then ${amount}
    when _weighed = _lines and _least >= 0 and _whole > 0 then
      (case when _number = _lines then ${amount} else ${upTo(sql`_so_far`)} end) - (case when _number = 1 then 0 else ${upTo(sql`_so_far - _weight`)} end)
    when _number = 1 then ${amount} end`;
}

/** Amounts less what is the order's or the line's alone, profits of them, and what is taken off to come there. */
function compose(plan: TablePlan, stored: readonly string[], values: Map<string, Sql>, sameAmount: Sql | null): void {
  const { later } = amountTerms(plan);
  const valueOf = (name: string): Sql => sql`(${values.get(name) ?? identifier(name)})`;
  const amount = valueOf('amount');
  const taken = stored.includes('amount') ? later.map(({ by, field, off }) => ({ by, off: sql`(${off(amount, valueOf(field))})` })) : [];
  if (sameAmount !== null) countedOnce(plan, valueOf, sameAmount, values);
  if (taken.length > 0) {
    const off = join(
      taken.map((term) => term.off),
      ' + ',
    );
    values.set('amount', sql`case when ${amount} is null and (${off}) = 0 then null else coalesce(${amount}, 0) - (${off}) end`);
  }
  for (const { by, off } of taken) values.set(takenOffColumn(by), off);
  const isChanged = values.has('amount') || values.has('cost');
  if (isChanged && stored.includes('profit') && !hasField(plan, 'profit') && stored.includes('cost') && derivedFields(plan).has('profit'))
    values.set('profit', sql`coalesce(${valueOf('amount')}, 0) - ${valueOf('cost')}`);
}

/** What was taken off an order while its lines were read is counted once as its amount is; the rest of what the lines said is repetition. */
function countedOnce(plan: TablePlan, valueOf: (name: string) => Sql, sameAmount: Sql, values: Map<string, Sql>): void {
  const amount = valueOf('amount');
  const before = [...takenOffRow(plan).keys()].map((by) => ({ by, off: identifier(takenOffColumn(by)) }));
  const after = before.map(({ by, off }) => {
    const term = amountTerms(plan).now.find((own) => own.by === by);
    const once = term === undefined ? sql`-2 * coalesce(${amount}, 0)` : sql`coalesce(abs(${valueOf(term.field)}), 0)`;
    return { by, off: sql`case when ${sameAmount} = 0 or _lines = 1 then ${off} when ${off} = 0 then 0 else ${once} end` };
  });
  const sum = (parts: readonly { readonly off: Sql }[]): Sql =>
    parts.length === 0
      ? sql`0`
      : join(
          parts.map(({ off }) => sql`(${off})`),
          ' + ',
        );
  values.set(takenOffColumn('repeats'), sql`coalesce(amount, 0) + ${sum(before)} - coalesce(${amount}, 0) - (${sum(after)})`);
  for (const { by, off } of after) values.set(takenOffColumn(by), off);
}
